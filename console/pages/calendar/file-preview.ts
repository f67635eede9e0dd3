import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import type { Client } from '../../api/client';
import type { CalendarImportPreview } from '../../api/types';

/** A calendar file that somebody chose, and how it is to be taken; the number tells two choices of the same name apart. */
export interface CalendarUpload {
  readonly id: string;
  readonly as: 'exceptions' | 'holidays';
  readonly year: number;
  /** The places of the events that are taken; null: those that the API suggests. */
  readonly chosen: readonly number[] | null;
  readonly file: File;
  readonly number: number;
}

/** What is sent, for a preview as for the import. */
export function formOf({ as, year, chosen, file }: CalendarUpload): FormData {
  const form = new FormData();
  form.append('as', as);
  if (as === 'holidays') form.append('year', String(year));
  if (chosen !== null) form.append('chosen', chosen.join(','));
  form.append('file', file);
  return form;
}

/** What the file would do. */
export function filePreviewQuery(client: Client, upload: CalendarUpload | null) {
  const path = `/calendars/${encodeURIComponent(upload?.id ?? '')}/import/preview`;
  return queryOptions({
    queryKey: ['calendar-file', upload?.id, upload?.as, upload?.year, upload?.chosen, upload?.number],
    queryFn: upload
      ? async ({ signal }) => await client.send<CalendarImportPreview>('POST', path, { form: formOf(upload), signal })
      : skipToken,
    // What was ticked changes the preview; the list must not jump away meanwhile.
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
}
