import { z } from 'zod';

/** An uploaded file, as it is answered. */
export const attachmentAnswer = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  contentType: z.string(),
  sizeInBytes: z.number().int(),
  sha256: z.string(),
  expiresAt: z.iso.datetime().nullable(),
});
