import { Schema, type SchemaDefinition } from 'mongoose';

const nested = { type: Schema.Types.Mixed };
const texts = { type: [String], default: undefined };
const days = (count: number) => count * 24 * 3_600;

interface Collection {
  readonly fields: SchemaDefinition;
  readonly indexes?: readonly (readonly [Record<string, 1 | -1>, Record<string, unknown>?])[];
}

const versioned = { _id: String, version: Number, updatedAt: Date } as const;
// Never ordered by: a row has many, and each is looked up by itself.
const search = texts;

/** The index of open tasks by the people to whom they are open, in the order of an inbox. */
const openWith = (path: string) => ({ status: 'open', [path]: { $gt: '' } });

export const OPEN_TO = { status: 1, openTo: 1, sortAt: 1, _id: 1 } as const;

/** The fields and indexes of every collection. */
export const COLLECTIONS = {
  users: {
    fields: {
      ...versioned,
      username: String,
      name: String,
      email: String,
      phone: String,
      language: String,
      phrases: texts,
      passwordHash: String,
      teamId: String,
      managerId: String,
      grants: nested,
      keys: texts,
      mailChoices: nested,
      isActive: Boolean,
      leavingUntil: Date,
      linksFrom: Date,
      isDemo: Boolean,
      search,
    },
    indexes: [
      [{ username: 1 }, { unique: true }],
      [{ username: 1, _id: 1 }],
      [{ isActive: 1, username: 1, _id: 1 }],
      [{ keys: 1, isActive: 1 }],
      [{ email: 1 }],
      [{ teamId: 1, username: 1, _id: 1 }],
      [{ managerId: 1, username: 1, _id: 1 }],
      [{ keys: 1, username: 1, _id: 1 }],
      [{ 'grants.role': 1, username: 1, _id: 1 }],
      [{ 'grants.customerId': 1, username: 1, _id: 1 }],
      [{ search: 1, username: 1, _id: 1 }],
    ],
  },
  teams: {
    fields: { ...versioned, name: String, leaderId: String, search },
    indexes: [
      [{ name: 1 }, { unique: true }],
      [{ name: 1, _id: 1 }],
      [{ leaderId: 1, name: 1, _id: 1 }],
      [{ search: 1, name: 1, _id: 1 }],
    ],
  },
  absences: {
    fields: {
      ...versioned,
      ...{
        personId: String,
        substituteId: String,
        from: String,
        to: String,
        reason: String,
        isCancelled: Boolean,
        enteredBy: String,
      },
    },
    indexes: [[{ to: 1, _id: 1 }], [{ personId: 1, to: 1, _id: 1 }], [{ substituteId: 1, to: 1, _id: 1 }]],
  },
  rosters: { fields: { ...versioned, roster: nested, updatedBy: nested } },
  dutyChanges: {
    fields: {
      ...versioned,
      ...{ teamId: String, from: String, to: String, personId: String, insteadOf: String, reason: String },
      ...{ enteredAt: String, enteredBy: nested, swapWith: String, isCancelled: Boolean },
    },
    indexes: [[{ teamId: 1, to: 1, _id: 1 }]],
  },
  sessions: {
    fields: {
      _id: String,
      userId: String,
      createdAt: Date,
      expiresAt: Date,
      lastSeenAt: Date,
      address: String,
      agent: String,
    },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }], [{ userId: 1, lastSeenAt: -1, _id: 1 }]],
  },
  decisionLinks: {
    fields: {
      _id: String,
      taskId: String,
      caseId: String,
      personId: String,
      address: String,
      mailId: String,
      createdAt: Date,
      expiresAt: Date,
    },
    // Whoever comes too late is told so for a while.
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: days(90) }]],
  },
  signInFailures: {
    fields: { _id: String, failures: Number, expiresAt: Date },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  },
  customers: {
    fields: {
      ...versioned,
      ...{ name: String, kind: String, tier: String, emergencyVisit: String },
      contacts: nested,
      sites: nested,
      search,
    },
    indexes: [
      [{ name: 1 }, { unique: true }],
      [{ name: 1, _id: 1 }],
      [{ kind: 1, name: 1, _id: 1 }],
      [{ 'contacts.email': 1 }],
      [{ tier: 1, name: 1, _id: 1 }],
      [{ search: 1, name: 1, _id: 1 }],
    ],
  },
  contracts: {
    fields: {
      ...versioned,
      number: String,
      customerId: String,
      startsOn: String,
      endsOn: String,
      tier: String,
      serviceHours: String,
      calendarId: String,
      limits: nested,
      inspectionRoundsPerYear: Number,
      deviceIds: texts,
      search,
    },
    indexes: [
      [{ number: 1 }, { unique: true }],
      [{ number: 1, _id: 1 }],
      [{ tier: 1, number: 1, _id: 1 }],
      [{ customerId: 1 }],
      [{ customerId: 1, number: 1, _id: 1 }],
      [{ deviceIds: 1, number: 1, _id: 1 }],
      [{ search: 1, number: 1, _id: 1 }],
    ],
  },
  devices: {
    fields: {
      ...versioned,
      customerId: String,
      name: String,
      model: String,
      serialNumber: String,
      assetNumber: String,
      location: String,
      businessSystem: String,
      businessLevel: String,
      purchasedOn: String,
      valueInYuan: Number,
      state: String,
      scrappedBy: String,
      search,
    },
    indexes: [
      [{ customerId: 1, serialNumber: 1 }, { unique: true }],
      [{ name: 1, _id: 1 }],
      [{ customerId: 1, name: 1, _id: 1 }],
      [{ state: 1, name: 1, _id: 1 }],
      [{ customerId: 1, assetNumber: 1 }],
      [{ businessSystem: 1, name: 1, _id: 1 }],
      [{ search: 1, name: 1, _id: 1, customerId: 1 }],
    ],
  },
  cases: {
    fields: {
      _id: String,
      process: String,
      customer: nested,
      customerId: String,
      applicant: nested,
      subject: String,
      priority: String,
      state: String,
      stage: String,
      round: Number,
      closing: String,
      waiting: nested,
      dueAt: Date,
      isDueProvisional: Boolean,
      startedAt: Date,
      updatedAt: Date,
      closedAt: Date,
      data: nested,
      origin: String,
      originToldAt: Date,
      links: nested,
      window: nested,
      documents: nested,
      people: texts,
      hiddenFrom: texts,
      copied: Number,
      journalHead: nested,
      calendar: nested,
      clocks: nested,
      breaches: nested,
      isBreached: Boolean,
      recordSeq: Number,
      runIds: texts,
      attention: nested,
      checkedAt: Date,
      agreedSeq: Number,
      historyFiledAt: Date,
      search,
    },
    indexes: [
      [{ startedAt: -1, _id: -1 }],
      [{ search: 1, startedAt: -1, _id: -1, customerId: 1 }],
      [{ state: 1, startedAt: -1, _id: -1, customerId: 1, dueAt: 1 }],
      [{ stage: 1, startedAt: -1, _id: -1, customerId: 1 }],
      [{ customerId: 1, startedAt: -1, _id: -1 }],
      [{ state: 1, checkedAt: 1 }],
      [{ people: 1, startedAt: -1, _id: -1, customerId: 1 }],
      [{ historyFiledAt: 1, closedAt: 1 }],
      [
        { startedAt: -1, _id: -1 },
        { name: 'needsAttention', partialFilterExpression: { attention: { $type: 'object' } } },
      ],
      [
        { startedAt: -1, _id: -1 },
        { name: 'breachedCases', partialFilterExpression: { isBreached: true } },
      ],
      [{ 'applicant.id': 1, startedAt: -1, _id: -1 }],
      // Few were opened by another.
      [
        { origin: 1, originToldAt: 1 },
        { name: 'openedByCases', partialFilterExpression: { origin: { $type: 'string' } } },
      ],
      // Few have one.
      [
        { 'window.from': 1, _id: 1 },
        { name: 'caseWindows', partialFilterExpression: { 'window.from': { $type: 'date' } } },
      ],
      // Complaints alone, by all that their register is asked for; the procedure too, since counting reads no rows then.
      [
        {
          ...{ search: 1, startedAt: -1, _id: -1, customerId: 1, process: 1, state: 1 },
          ...{ 'data.request.kind': 1, 'data.attempt': 1 },
        },
        { name: 'complaintRegister', partialFilterExpression: { process: 'complaint' } },
      ],
      // Faults alone, by all that their register is asked for.
      [
        {
          ...{ search: 1, startedAt: -1, _id: -1, customerId: 1, process: 1, state: 1, 'data.grading.level': 1 },
          ...{ 'data.grading.urgency': 1, 'data.grading.class': 1, 'data.engineer.id': 1 },
        },
        { name: 'faultRegister', partialFilterExpression: { process: 'fault' } },
      ],
      // Callbacks alone, by all that their register is asked for; about whose jobs they are is a list, as the terms are.
      [
        {
          ...{ search: 1, startedAt: -1, _id: -1, customerId: 1, process: 1, state: 1, 'data.request.reason': 1 },
          ...{ 'data.result.reached': 1, 'data.result.satisfied': 1 },
        },
        { name: 'callbackRegister', partialFilterExpression: { process: 'callback' } },
      ],
      [
        { 'data.request.workers.person': 1, startedAt: -1, _id: -1, customerId: 1, state: 1 },
        { name: 'callbackWorkers', partialFilterExpression: { process: 'callback' } },
      ],
      // Few are hidden from anybody.
      [{ hiddenFrom: 1 }, { name: 'hiddenCases', partialFilterExpression: { hiddenFrom: { $gt: '' } } }],
      // The cases whose clocks a new version of their calendar sets anew.
      [
        { 'calendar.id': 1, 'calendar.version': 1 },
        { name: 'openCasesByCalendar', partialFilterExpression: { state: 'open' } },
      ],
    ],
  },
  tasks: {
    fields: {
      _id: String,
      caseId: String,
      process: String,
      customerId: String,
      subject: String,
      applicant: nested,
      priority: String,
      stage: String,
      step: String,
      round: Number,
      item: nested,
      form: nested,
      prefill: nested,
      outcomes: texts,
      returnTo: texts,
      openedAt: Date,
      closedAt: Date,
      dueAt: Date,
      isDueProvisional: Boolean,
      sortAt: Date,
      calendar: nested,
      pause: nested,
      breachedAt: Date,
      excluded: texts,
      quorum: nested,
      signing: String,
      nudgedAt: String,
      countedAs: String,
      opinions: nested,
      participants: nested,
      ladder: nested,
      clock: nested,
      watch: nested,
      watchNext: nested,
      status: String,
      openTo: texts,
      decision: nested,
      isVoid: Boolean,
      decidedBy: nested,
      votedBy: texts,
      decidedAt: Date,
      outcome: String,
    },
    indexes: [
      [OPEN_TO],
      // Few are paused, and only open ones.
      [
        { openTo: 1, sortAt: 1, _id: 1 },
        { name: 'pausedTasks', partialFilterExpression: { pause: { $type: 'object' } } },
      ],
      [{ votedBy: 1, decidedAt: -1, _id: -1 }],
      // On few tasks somebody acts for another, or nobody does who should.
      [
        { 'participants.substitutes.forWhom.id': 1 },
        { name: 'openSubstitutes', partialFilterExpression: openWith('participants.substitutes.forWhom.id') },
      ],
      [
        { 'participants.unserved.id': 1 },
        { name: 'openUnserved', partialFilterExpression: openWith('participants.unserved.id') },
      ],
      [{ caseId: 1, openedAt: 1 }],
      // All that the figures of open tasks need, and of open tasks only.
      [
        { status: 1, process: 1, step: 1, openedAt: 1, dueAt: 1 },
        { name: 'openTasks', partialFilterExpression: { status: 'open' } },
      ],
    ],
  },
  journal: {
    fields: {
      _id: String,
      caseId: String,
      seq: Number,
      kind: String,
      at: String,
      by: nested,
      stage: String,
      taskId: String,
      details: nested,
      previousHash: String,
      hash: String,
    },
    indexes: [[{ caseId: 1, seq: 1 }, { unique: true }]],
  },
  overruns: {
    fields: {
      _id: String,
      caseId: String,
      process: String,
      customerId: String,
      about: String,
      name: String,
      taskId: String,
      stage: String,
      people: nested,
      budgetInMs: Number,
      time: String,
      at: Date,
      month: String,
      calendar: nested,
    },
    // Each has the customer, by which most people are shown a part only.
    indexes: [
      [{ at: -1, _id: -1, customerId: 1 }],
      [{ month: 1, at: -1, _id: -1, customerId: 1 }],
      [{ 'people.id': 1, at: -1, _id: -1, customerId: 1 }],
      [{ name: 1, about: 1, at: -1, _id: -1, customerId: 1 }],
      [{ process: 1, at: -1, _id: -1, customerId: 1 }],
      [{ customerId: 1, at: -1, _id: -1 }],
      [{ caseId: 1, at: 1, _id: 1 }],
    ],
  },
  faultFigures: {
    fields: {
      ...{ _id: String, at: Date, month: String, state: String, customerId: String, customer: nested },
      ...{ level: String, urgency: String, class: String, cause: String, engineer: nested },
      ...{ breached: texts, answeredInMs: Number, solvedInMs: Number },
    },
    indexes: [[{ month: 1, customerId: 1 }]],
  },
  comments: {
    fields: {
      ...{ _id: String, caseId: String, at: Date, by: nested, text: String },
      ...{ audience: String, mentions: nested },
    },
    indexes: [[{ caseId: 1, at: 1, _id: 1 }], [{ 'by.id': 1, at: -1 }]],
  },
  copies: {
    fields: {
      ...{ _id: String, caseId: String, process: String, subject: String, to: nested, by: nested },
      ...{ at: Date, message: String, readAt: Date, note: String },
    },
    indexes: [[{ caseId: 1, at: 1, _id: 1 }], [{ 'to.id': 1, at: -1, _id: -1, readAt: 1 }], [{ 'by.id': 1, at: -1 }]],
  },
  steps: {
    fields: { _id: String, caseId: String, seq: Number, stepHash: String, result: nested, commands: nested, at: Date },
    indexes: [[{ caseId: 1, seq: 1 }], [{ at: 1 }, { expireAfterSeconds: days(30) }]],
  },
  answers: {
    fields: { _id: String, bodyHash: String, status: Number, body: nested, etag: Number, at: Date },
    indexes: [[{ at: 1 }, { expireAfterSeconds: days(30) }]],
  },
  intake: {
    fields: {
      _id: String,
      process: String,
      answerKey: String,
      bodyHash: String,
      locks: texts,
      input: nested,
      state: String,
      ...{ createdAt: Date, notedAt: Date, endingSince: Date },
    },
    indexes: [
      [{ answerKey: 1 }, { unique: true }],
      [{ locks: 1 }, { unique: true, partialFilterExpression: { locks: { $exists: true } } }],
      [{ state: 1, createdAt: 1 }],
    ],
  },
  intakeSources: {
    fields: {
      ...versioned,
      ...{ name: String, kind: String, customerId: String, contact: String, closesOnRecovery: Boolean },
      isEnabled: Boolean,
      secrets: nested,
    },
    indexes: [[{ name: 1 }, { unique: true }], [{ name: 1, _id: 1 }], [{ 'secrets.hash': 1 }]],
  },
  intakeMails: {
    fields: {
      ...{ _id: String, messageId: String, from: String, subject: String, receivedAt: Date, tries: Number },
      ...{ leaseUntil: Date, outcome: String, caseId: String },
    },
    // Longer than any mail server tries.
    indexes: [[{ receivedAt: 1 }, { expireAfterSeconds: days(400) }]],
  },
  intakeCounts: {
    fields: { _id: String, count: Number, expiresAt: Date },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  },
  mails: {
    fields: {
      _id: String,
      messageId: String,
      caseId: String,
      taskId: String,
      step: String,
      kind: String,
      process: String,
      subject: String,
      customerName: String,
      applicant: nested,
      recipient: nested,
      details: nested,
      dueAt: Date,
      heldUntil: Date,
      state: String,
      attempts: nested,
      leaseUntil: Date,
      nextAttemptAt: Date,
      createdAt: Date,
      sentAt: Date,
    },
    indexes: [
      [{ state: 1, nextAttemptAt: 1 }],
      [{ caseId: 1, createdAt: 1, _id: 1 }],
      [{ messageId: 1 }],
      [
        { state: 1, createdAt: 1 },
        { name: 'waitingMails', partialFilterExpression: { state: 'queued' } },
      ],
    ],
  },
  webhooks: {
    fields: {
      ...versioned,
      name: String,
      format: String,
      sealedUrl: String,
      url: String,
      secrets: nested,
      events: texts,
      processes: texts,
      customers: texts,
      language: String,
      isEnabled: Boolean,
      disabledBecause: String,
      failingSince: Date,
      pace: { type: [Date], default: undefined },
    },
    indexes: [[{ name: 1 }, { unique: true }], [{ name: 1, _id: 1 }], [{ isEnabled: 1 }]],
  },
  deliveries: {
    fields: {
      _id: String,
      webhookId: String,
      format: String,
      kind: String,
      caseId: String,
      seq: Number,
      event: nested,
      ...{ state: String, attempts: nested, leaseUntil: Date, nextAttemptAt: Date, earlierAttempts: Number },
      createdAt: Date,
      sentAt: Date,
    },
    indexes: [
      [{ state: 1, nextAttemptAt: 1 }],
      [{ webhookId: 1, state: 1, nextAttemptAt: 1, createdAt: 1, seq: 1 }],
      [{ webhookId: 1, createdAt: -1, _id: -1 }],
      [{ webhookId: 1, state: 1, createdAt: -1, _id: -1 }],
      [{ webhookId: 1, caseId: 1, createdAt: -1, _id: -1 }],
      [{ createdAt: 1 }, { expireAfterSeconds: days(30) }],
      [
        { state: 1, createdAt: 1 },
        { name: 'waitingDeliveries', partialFilterExpression: { state: 'queued' } },
      ],
    ],
  },
  attachments: {
    fields: {
      _id: String,
      ownerId: String,
      caseId: String,
      fileName: String,
      contentType: String,
      sizeInBytes: Number,
      sha256: String,
      createdAt: Date,
      expiresAt: Date,
    },
    indexes: [[{ expiresAt: 1 }], [{ caseId: 1 }]],
  },
  documents: {
    fields: {
      _id: String,
      caseId: String,
      kind: String,
      title: String,
      fileName: String,
      sha256: String,
      sizeInBytes: Number,
      at: Date,
    },
    indexes: [[{ caseId: 1, at: 1, _id: 1 }]],
  },
  access: {
    fields: {
      _id: Number,
      at: String,
      personId: String,
      address: String,
      action: String,
      target: String,
      result: String,
      details: nested,
      previousHash: String,
      hash: String,
    },
    indexes: [
      [{ at: -1, _id: -1 }],
      [{ personId: 1, at: -1, _id: -1 }],
      [{ target: 1, at: -1, _id: -1 }],
      [{ action: 1, at: -1, _id: -1 }],
      [{ result: 1, at: -1, _id: -1 }],
    ],
  },
  policies: { fields: { ...versioned, policy: nested } },
  serviceLevels: { fields: { ...versioned, levels: nested } },
  calendars: {
    fields: {
      _id: String,
      calendarId: String,
      version: Number,
      calendar: nested,
      holidayYears: nested,
      libraryYears: nested,
      knownUntil: Number,
      publishedAt: Date,
      publishedBy: nested,
      note: String,
    },
    indexes: [[{ calendarId: 1, version: -1 }, { unique: true }]],
  },
  calendarDrafts: { fields: { ...versioned, base: Number, content: nested, updatedBy: nested } },
  counters: { fields: { _id: String, value: Number, hash: String } },
  migrations: { fields: { _id: String, at: Date } },
} as const satisfies Record<string, Collection>;

/** The mongoose schema of a collection; unknown fields are an error, empty objects are kept. */
export function schemaOf(collection: Collection): Schema {
  const schema = new Schema(collection.fields, {
    strict: 'throw',
    minimize: false,
    versionKey: false,
    autoIndex: false,
  });
  for (const [fields, options] of collection.indexes ?? []) schema.index({ ...fields }, { ...options });
  return schema;
}
