import { z } from 'zod';
import { sha256Answer } from './shown';

/** An uploaded file, as it is answered. */
export const attachmentAnswer = z
  .strictObject({
    id: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    sizeInBytes: z.number().int(),
    sha256: sha256Answer,
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Attachment' });
