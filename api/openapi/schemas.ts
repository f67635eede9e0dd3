import { z } from 'zod';

/** A JSON Schema of the document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Collects what has a name and is used more than once, so that it stands in the document once. */
export class Shared {
  private readonly schemas = new Map<string, JsonSchema>();
  private readonly responses = new Map<string, JsonSchema>();

  /** The JSON Schema of what is sent (`input`) or answered (`output`); parts with an id become references. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _dialect,
      $defs = {},
      ...own
    } = z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => simplify(jsonSchema) });
    for (const [name, named] of Object.entries($defs)) this.add(name, pointed(named) as JsonSchema);
    return pointed(own) as JsonSchema;
  }

  /** Keeps an answer under a name and gives the reference to it. */
  response(name: string, response: JsonSchema): JsonSchema {
    this.responses.set(name, response);
    return { $ref: `#/components/responses/${name}` };
  }

  private add(name: string, schema: JsonSchema): void {
    const known = this.schemas.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(schema))
      throw new Error(
        `two schemas are named ${name}; a strict object is the same when it is sent and when it is answered`,
      );
    this.schemas.set(name, schema);
  }

  /** All of them, by kind and name. */
  all(): Readonly<Record<'schemas' | 'responses', Readonly<Record<string, JsonSchema>>>> {
    return { schemas: sorted(this.schemas), responses: sorted(this.responses) };
  }
}

function sorted(map: ReadonlyMap<string, JsonSchema>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1)));
}

// zod adds to well-known formats a pattern that is longer than all the rest, and to safe integers their bounds.
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  delete schema.id;
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.propertyNames && Object.keys(schema.propertyNames).join() === 'type') delete schema.propertyNames;
}

function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) =>
      name === '$ref' && typeof part === 'string'
        ? [name, part.replace('#/$defs/', '#/components/schemas/')]
        : [name, pointed(part)],
    ),
  );
}
