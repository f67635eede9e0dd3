import multer from 'multer';
import type { RequestHandler } from 'express';

/** The largest file that may be uploaded. */
export const LARGEST_FILE_IN_BYTES = 10 * 1024 * 1024;

/** Reads one uploaded file named `file` into memory; a larger one is refused while it arrives. */
export function uploadOf(): RequestHandler {
  return multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: LARGEST_FILE_IN_BYTES, files: 1, fields: 4, parts: 6 },
    defParamCharset: 'utf8',
  }).single('file');
}
