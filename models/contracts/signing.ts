import { z } from 'zod';
import { said, wrong } from '../faults';
import { line, shapeOf, type Field } from './fields';
import type { Form } from './form';
import { isTooLittle, MOST_POINTS, MOST_STROKES, pointsIn, SIGNATURE_BOX, type Strokes } from './strokes';

/** How a step is signed: a drawing is asked for, and a typed name will do; or there must be a drawing. */
export const SIGNINGS = ['asked', 'required'] as const;

/** How a step is signed, where a tick is not all. */
export type Signing = (typeof SIGNINGS)[number];

const point = z.tuple([z.int().min(0).max(SIGNATURE_BOX.width), z.int().min(0).max(SIGNATURE_BOX.height)]);

const strokes = z
  .array(z.array(point).min(1).max(MOST_POINTS))
  .max(MOST_STROKES)
  .refine((drawn) => pointsIn(drawn) <= MOST_POINTS, wrong('drawn-too-much', { most: MOST_POINTS }))
  .refine((drawn) => !isTooLittle(drawn), wrong('drawn-too-little'));

const drawnMark = z.strictObject(
  { kind: z.literal('drawn', { error: said('must-be-drawn').en }), name: line(50), strokes },
  { error: said('must-be-drawn').en },
);
const typedMark = z.strictObject({ kind: z.literal('typed'), name: line(50) });
const anyMark = z.union([z.literal(true), drawnMark, typedMark], { error: said('not-signed').en });

/** How somebody signed, beyond a tick: the name that they wrote, and what they drew. */
export type Mark =
  | { readonly kind: 'drawn'; readonly name: string; readonly strokes: Strokes }
  | { readonly kind: 'typed'; readonly name: string };

/** A form as it is signed on a task: its signatures take what the policy asks for. */
export function asSigned(of: Form, signing: Signing | undefined): Form {
  if (signing === undefined) return of;
  const signed = Object.entries(of.fields).map(([name, field]) => [name, signedField(field, signing)] as const);
  const fields = Object.fromEntries(signed);
  // What is held against each other between its fields stays so.
  return { ...of, fields, schema: of.schema.safeExtend(shapeOf(fields)) };
}

/** The mark in the values of a form; null where there is none but a tick. */
export function markIn(values: Readonly<Record<string, unknown>>): Mark | null {
  return Object.values(values).find(isMark) ?? null;
}

/** True for a value of a form that is a mark. */
export function isMark(value: unknown): value is Mark {
  return z.union([drawnMark, typedMark]).safeParse(value).success;
}

function signedField(field: Field, signing: Signing): Field {
  if (field.kind !== 'signature') return field;
  const schema = signing === 'required' ? drawnMark : anyMark;
  return { ...field, signing, schema: field.optional ? schema.optional() : schema };
}
