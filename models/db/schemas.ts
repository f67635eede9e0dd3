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
      passwordHash: String,
      teamId: String,
      managerId: String,
      grants: nested,
      keys: texts,
      isActive: Boolean,
      leavingUntil: Date,
      isDemo: Boolean,
      search,
    },
    indexes: [
      [{ username: 1 }, { unique: true }],
      [{ username: 1, _id: 1 }],
      [{ isActive: 1, username: 1, _id: 1 }],
      [{ keys: 1, isActive: 1 }],
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
  signInFailures: {
    fields: { _id: String, failures: Number, expiresAt: Date },
    indexes: [[{ expiresAt: 1 }, { expireAfterSeconds: 0 }]],
  },
  customers: {
    fields: { ...versioned, name: String, kind: String, tier: String, contacts: nested, sites: nested, search },
    indexes: [
      [{ name: 1 }, { unique: true }],
      [{ name: 1, _id: 1 }],
      [{ kind: 1, name: 1, _id: 1 }],
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
      documents: nested,
      people: texts,
      journalHead: nested,
      calendar: nested,
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
      [{ 'applicant.id': 1, startedAt: -1, _id: -1 }],
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
      form: nested,
      prefill: nested,
      outcomes: texts,
      returnTo: texts,
      openedAt: Date,
      closedAt: Date,
      dueAt: Date,
      isDueProvisional: Boolean,
      sortAt: Date,
      excluded: texts,
      participants: nested,
      ladder: nested,
      clock: nested,
      status: String,
      openTo: texts,
      decision: nested,
      isVoid: Boolean,
      decidedBy: nested,
      outcome: String,
    },
    indexes: [
      [OPEN_TO],
      [{ 'decidedBy.id': 1, closedAt: -1, _id: -1 }],
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
  comments: {
    fields: { _id: String, caseId: String, at: Date, by: nested, text: String },
    indexes: [[{ caseId: 1, at: 1, _id: 1 }]],
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
      createdAt: Date,
    },
    indexes: [
      [{ answerKey: 1 }, { unique: true }],
      [{ locks: 1 }, { unique: true, partialFilterExpression: { locks: { $exists: true } } }],
      [{ state: 1, createdAt: 1 }],
    ],
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
      [
        { state: 1, createdAt: 1 },
        { name: 'waitingMails', partialFilterExpression: { state: 'queued' } },
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
  calendars: {
    fields: {
      _id: String,
      calendarId: String,
      version: Number,
      calendar: nested,
      holidayYears: nested,
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
