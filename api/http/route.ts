import type { Request } from 'express';
import type { ClientSession } from 'mongoose';
import type { z } from 'zod';
import type { ErrorCode, Role } from '../../models/codes';
import type { Language, Text } from '../../models/contracts/text';
import type { Deps } from '../deps';
import type { SignedIn } from '../authentication';

/**
 * Who may call a route: anyone, everybody signed in, those who hold one of these roles for any customer, who comes by the
 * link of a mail and has no account, or a monitoring system with the token of its source.
 */
export type Who = 'anyone' | 'signed-in' | 'decision-link' | 'monitoring' | readonly Role[];

/**
 * How a route keeps its promise for a repeated Idempotency-Key: `stored` writes the answer in the handler's transaction,
 * `case` leaves that to the case's own record, `none` is for routes that change nothing or are idempotent by nature.
 */
export type Repeats = 'stored' | 'case' | 'none';

/** What a handler is given. */
export interface Call<Params, Query, Body> {
  readonly deps: Deps;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The person; only on routes that are not for anyone. */
  readonly me: SignedIn;
  /** Hash of person, route and Idempotency-Key; empty on routes without one. */
  readonly answerKey: string;
  readonly bodyHash: string;
  /** The transaction of a `stored` route; everything it writes goes through it. */
  readonly session: ClientSession | null;
  readonly language: Language;
  readonly request: Request;
}

/** What the access log keeps of a record that was changed. */
export interface Accessed {
  readonly target: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a handler answers: a JSON body, or a stream of a file. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly etag?: number;
  /** What of the body is answered this once, and not kept for a repeated key: a new secret. */
  readonly shownOnce?: Readonly<Record<string, unknown>>;
  /** A Set-Cookie header. */
  readonly cookie?: string;
  /** What the access log keeps of it, besides who and where; written once the answer is certain, not for a repeated key. */
  readonly access?: Accessed & {
    readonly personId?: string;
    /** What else changed with it, each an entry of its own. */
    readonly others?: readonly Accessed[];
  };
  readonly file?: {
    readonly stream: NodeJS.ReadableStream;
    readonly contentType: string;
    readonly fileName: string;
    /** The name in ASCII, for programs that do not know the other. */
    readonly plainName?: string;
    /** Known only where the file is, not where it is made while it is sent. */
    readonly sha256?: string;
    /** Shown by the browser rather than saved; only for what the product itself has made. */
    readonly isInline?: boolean;
  };
}

/** Declares an answer that is a file, not JSON: its content types. */
export interface FileAnswer {
  readonly contentTypes: readonly string[];
}

/** What a status is answered with: a JSON body, a file, or nothing. */
export type Answered = z.ZodType | FileAnswer | null;

/** A route as declared: all that the outside may know of it, and its handler. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/v1`, with `{id}` for parameters. */
  readonly path: string;
  readonly who: Who;
  readonly summary: Text;
  readonly repeats: Repeats;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** True where the body holds a password: it is then neither hashed nor logged. */
  readonly hasSecretBody?: boolean;
  /** `file` where the body is one uploaded file. */
  readonly accepts?: 'json' | 'file';
  /** True where the row's ETag must be sent as If-Match. */
  readonly needsIfMatch?: boolean;
  /** True where the answer's ETag is the version of the record. */
  readonly hasEtag?: boolean;
  readonly answers: Readonly<Record<number, Answered>>;
  /** What this route itself refuses with; what the mount refuses with for every route is added there. */
  readonly errors: readonly ErrorCode[];
  readonly handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>>) => Promise<Answer>;
}

/** Declares a route; the types of its parts reach its handler. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  declared: Route<Params, Query, Body>,
): Route {
  return declared;
}
