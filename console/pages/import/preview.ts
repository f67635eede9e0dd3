import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ImportKind } from '../../../models/contracts/imports';
import type { Client } from '../../api/client';
import type { ImportPreview } from '../../api/types';

/** Whether only new records are taken, or existing ones changed too. */
export type Mode = ImportPreview['mode'];

/** A file that somebody chose; the number tells two choices of the same name apart. */
export interface Upload {
  readonly kind: ImportKind;
  readonly mode: Mode;
  readonly file: File;
  readonly number: number;
}

/** What is sent, for a preview as for the import. */
export function formOf({ mode, file }: Upload): FormData {
  const form = new FormData();
  form.append('mode', mode);
  form.append('file', file);
  return form;
}

/** What an import of the file would do. */
export function previewQuery(client: Client, upload: Upload | null) {
  return queryOptions({
    queryKey: ['import', upload?.kind, upload?.mode, upload?.number],
    queryFn: upload
      ? async ({ signal }) =>
          await client.send<ImportPreview>('POST', `/imports/${upload.kind}/preview`, { form: formOf(upload), signal })
      : skipToken,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
}
