import { z } from 'zod';
import { wrong } from '../faults';
import { FAULT_LEVELS, SERVICE_CLASSES, TIERS } from './service-level-names';

const minutes = z.number().int().min(1).max(1_000_000);

const limitSchema = z
  .strictObject({
    class: z.enum(SERVICE_CLASSES),
    tier: z.enum(TIERS),
    responseInMinutes: minutes.nullable(),
    resolutionInMinutes: minutes.nullable(),
  })
  .refine(
    ({ responseInMinutes, resolutionInMinutes }) =>
      responseInMinutes === null || resolutionInMinutes === null || responseInMinutes <= resolutionInMinutes,
    { ...wrong('resolution-first'), path: ['resolutionInMinutes'] },
  );

/**
 * What an administrator sets where the documents say nothing: limits by class and tier (001's matrix is blank in the source),
 * and by when a fault of each level must be diagnosed 确诊时限. A cell that has no line sets no limit.
 */
export const serviceLevelsSchema = z
  .strictObject({
    limits: z
      .array(limitSchema)
      .max(SERVICE_CLASSES.length * TIERS.length)
      .refine(
        (rows) => new Set(rows.map((row) => `${row.class} ${row.tier}`)).size === rows.length,
        wrong('cell-twice'),
      ),
    diagnosis: z
      .array(z.strictObject({ level: z.union([z.literal(1), z.literal(2), z.literal(3)]), inMinutes: minutes }))
      .max(FAULT_LEVELS.length)
      .refine((rows) => new Set(rows.map((row) => row.level)).size === rows.length, wrong('level-twice')),
  })
  .meta({ id: 'ServiceLevels' });

/** The limits that an administrator sets; version 0 is blank, as in the document. */
export const serviceLevelsAnswer = z
  .strictObject({ version: z.number().int(), ...serviceLevelsSchema.shape })
  .meta({ id: 'ServiceLevelsInForce' });

/** What an administrator sets about limits. */
export type ServiceLevels = z.infer<typeof serviceLevelsSchema>;

/** Blank, as in the document. */
export const NO_SERVICE_LEVELS: ServiceLevels = { limits: [], diagnosis: [] };
