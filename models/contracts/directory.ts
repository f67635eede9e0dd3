import { z } from 'zod';
import { CUSTOMER_ROLES, STAFF_ROLES } from '../codes';
import { issueAt, wrong, type FaultCode } from '../faults';
import { id, line, lines } from './fields';
import { pageSchema, recordShape } from './lists';
import { MUTABLE_MAILS } from './mail-choices';
import type { Grant } from './people';
import type { MailKind } from './record';
import { nameAnswer, textAnswer } from './shown';

const SHORTEST_PASSWORD = 10;
const LONGEST_PASSWORD = 200;

const customerSide: readonly string[] = CUSTOMER_ROLES;

/** A role as it may be granted. */
export const roleSchema = z.enum([...STAFF_ROLES, ...CUSTOMER_ROLES]);
const grant = z.strictObject({ role: roleSchema, customerId: id.nullable() });
const grants = z.array(grant).min(1).max(100).superRefine(checkGrants);

const userShape = {
  name: line(100),
  email: z.email().max(254),
  phone: z.union([z.literal(''), z.string().regex(/^\+?[0-9][0-9 ()-]{2,29}$/, wrong('not-a-phone-number'))]),
  language: z.enum(['zh', 'en']),
};
/** A team and a manager; for staff only. */
const place = { teamId: id.nullable(), managerId: id.nullable() };
const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{1,31}$/, wrong('not-a-user-name'));

/** A password that somebody chooses. */
export const newPassword = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD);

/** A new user; they can sign in once an administrator has set a password. */
export const userInput = z
  .strictObject({
    username,
    ...userShape,
    phone: userShape.phone.default(''),
    language: userShape.language.default('zh'),
    teamId: place.teamId.default(null),
    managerId: place.managerId.default(null),
    grants,
  })
  .meta({ id: 'UserInput' });
/** What an administrator may change about a user. */
export const userPatch = z
  .strictObject({ ...userShape, ...place, grants, isActive: z.boolean() })
  .partial()
  .meta({ id: 'UserPatch' });
/** The words that somebody often says when they decide (常用意见), in their order. */
const phrases = z
  .array(lines(200))
  .max(30)
  .superRefine((kept, context) =>
    kept.forEach((phrase, index) => {
      if (kept.indexOf(phrase) < index) context.addIssue(issueAt([index], 'phrase-twice'));
    }),
  );

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong('not-a-beginning'));
const mailChoices = {
  /** The kinds of mails that the person does without. */
  mutedMails: z.array(z.enum(MUTABLE_MAILS as [MailKind, ...MailKind[]])).max(MUTABLE_MAILS.length),
  /** When mails that are not urgent wait, in the company's zone; over midnight where it ends before it begins. */
  quietHours: z
    .strictObject({ from: timeOfDay, to: timeOfDay })
    .refine(({ from, to }) => from !== to, { ...wrong('empty-range'), path: ['to'] })
    .nullable(),
};
/** What everybody may change about themselves; mails come in the language. */
export const ownPatch = z
  .strictObject({ language: userShape.language, phone: userShape.phone, phrases, ...mailChoices })
  .partial();
/** The password that an administrator gives a user. */
export const passwordInput = z.strictObject({ password: newPassword });
/** A user as they are answered; never with their password or its hash. */
export const userAnswer = z
  .strictObject({
    ...recordShape,
    username: z.string(),
    ...userShape,
    email: z.string(),
    ...place,
    grants: z.array(grant),
    isActive: z.boolean(),
    isDemo: z.boolean(),
    hasPassword: z.boolean(),
  })
  .meta({ id: 'User' });
/** A page of the directory. */
export const userPage = pageSchema(userAnswer);

/** A sign-in. */
export const signInInput = z
  .strictObject({
    username: z.string().trim().toLowerCase().min(1).max(100),
    password: z.string().min(1).max(LONGEST_PASSWORD),
    as: z.enum(['token', 'cookie']).default('token'),
  })
  .meta({ id: 'SignInInput', examples: [{ username: 'wang', password: 'opsflow-demo' }] });
const signedInPerson = { id: z.string(), username: z.string(), name: z.string(), language: userShape.language };
const opened = { expiresAt: z.iso.datetime(), person: z.strictObject(signedInPerson) };
/** The answer to a sign-in: the token, shown this once; or, where a cookie keeps it, what goes along with the cookie. */
export const signInAnswer = z
  .union([z.strictObject({ token: z.string(), ...opened }), z.strictObject({ csrfToken: z.string(), ...opened })])
  .meta({ id: 'SignedIn' });
/** The signed-in person, what they may be asked, and the customers whose records they see. */
export const meAnswer = z
  .strictObject({
    ...signedInPerson,
    email: z.string(),
    phone: z.string(),
    team: nameAnswer.nullable(),
    manager: nameAnswer.nullable(),
    roles: z.array(z.strictObject({ role: roleSchema, title: textAnswer, customer: nameAnswer.nullable() })),
    customers: z.union([z.literal('all'), z.array(nameAnswer)]),
    phrases: z.array(z.string()),
    ...mailChoices,
    csrfToken: z.string().nullable(),
  })
  .meta({ id: 'Me' });
/** A change of one's own password. */
export const ownPasswordInput = z.strictObject({ current: z.string().min(1).max(LONGEST_PASSWORD), next: newPassword });
/** The accounts of a demonstration. */
export const demoAnswer = z
  .strictObject({
    accounts: z.array(
      z.strictObject({
        username: z.string(),
        name: z.string(),
        roles: z.array(z.string()),
        customer: z.string().nullable(),
      }),
    ),
    /** The password of them all while it is the one that the product ships with; null once it was set. */
    password: z.string().nullable(),
  })
  .meta({ id: 'DemoAccounts' });

function checkGrants(held: readonly Grant[], context: z.RefinementCtx): void {
  const refuse = (index: number, code: FaultCode) => context.addIssue(issueAt([index], code));
  const sides = new Set(held.map(({ role }) => customerSide.includes(role)));
  held.forEach(({ role, customerId }, index) => {
    if (customerSide.includes(role) && customerId === null) refuse(index, 'role-for-one-customer');
    if (role === 'admin' && customerId !== null) refuse(index, 'admin-for-all');
    if (held.findIndex((other) => other.role === role && other.customerId === customerId) < index)
      refuse(index, 'role-twice');
  });
  if (sides.size > 1) context.addIssue(issueAt([], 'both-sides'));
}
