import multer, { MulterError } from 'multer';
import type { RequestHandler } from 'express';
import { Problem } from './problem';

/** The largest file that may be uploaded. */
export const LARGEST_FILE_IN_BYTES = 10 * 1024 * 1024;

/** Reads one uploaded file named `file` into memory; a larger one is refused while it arrives. */
export function uploadOf(): RequestHandler {
  const read = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: LARGEST_FILE_IN_BYTES, files: 1, fields: 4, parts: 6 },
    defParamCharset: 'utf8',
  }).single('file');
  return (request, response, next) => {
    read(request, response, (error?: unknown) => {
      // Without a disk, whatever else goes wrong is that the parts of the form cannot be told apart.
      if (error instanceof Error && !(error instanceof MulterError))
        next(new Problem('malformed-request', `the upload could not be read: ${error.message}`));
      else next(error);
    });
  };
}
