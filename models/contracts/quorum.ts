import { z } from 'zod';
import { CUSTOMER_ROLES, STAFF_ROLES } from '../codes';

const hasVeto = z.boolean();

/**
 * How the answers of several people become one decision: 或签 any, 会签 all, 票签 a count or a share, one after another; with
 * a veto (一票否决) one refusal is enough.
 */
export const quorumSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any'), hasVeto }),
    z.strictObject({ kind: z.literal('all'), hasVeto }),
    z.strictObject({ kind: z.literal('in-turn'), hasVeto }),
    z.strictObject({ kind: z.literal('count'), needed: z.number().int().min(1).max(100), hasVeto }),
    z.strictObject({ kind: z.literal('percent'), needed: z.number().int().min(1).max(100), hasVeto }),
  ])
  .meta({ id: 'Quorum' });

/** How the answers of several people become one decision. */
export type Quorum = z.infer<typeof quorumSchema>;

/**
 * Who decides a step together: a seat for each role, for the case's customer; a role named twice is asked for two of its people.
 */
export const panelSchema = z
  .strictObject({
    among: z
      .array(z.enum([...STAFF_ROLES, ...CUSTOMER_ROLES]))
      .min(2)
      .max(20),
    quorum: quorumSchema,
  })
  .meta({ id: 'Panel' });

/** Who decides a step together, and how their answers count. */
export type Panel = z.infer<typeof panelSchema>;

/** How votes stand: approvals and refusals so far, the seats there are, and the approvals that are needed. */
export const tallySchema = z
  .strictObject({
    approvals: z.number().int(),
    refusals: z.number().int(),
    seats: z.number().int(),
    needed: z.number().int(),
  })
  .meta({ id: 'Tally' });

/** How votes stand. */
export type Tally = z.infer<typeof tallySchema>;

/** Where somebody who is asked besides (加签) votes: before or after the one who asks for it, or alongside all. */
export const PLACES = ['before', 'after', 'alongside'] as const;

/** Where somebody who is asked besides votes. */
export type Place = (typeof PLACES)[number];
