import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const NONCE_BYTES = 18;

/** The nonce of this response, which its own `<style>` and `<script>` elements carry. */
export function cspNonceOf(response: Response): string {
  const locals = response.locals as { cspNonce?: string };
  return (locals.cspNonce ??= randomBytes(NONCE_BYTES).toString('base64url'));
}

/** Security headers. A page may load from here only, may run no inline script or style without its nonce, and be framed nowhere. */
export function contentSecurity() {
  const nonce = (_request: IncomingMessage, response: ServerResponse) =>
    `'nonce-${cspNonceOf(response as unknown as Response)}'`;
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    cspNonceOf(response);
    guard(request, response, next);
  };
}
