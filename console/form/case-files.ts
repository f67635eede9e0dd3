import { createContext, use } from 'react';

/** A file that a case has already. */
export interface CaseFile {
  readonly id: string;
  readonly fileName: string;
}

/** Holds the files of the case that a form is about, so that they are shown by name. */
export const CaseFilesContext = createContext<readonly CaseFile[]>([]);

/** The files of the case that a form is about. */
export function useCaseFiles(): readonly CaseFile[] {
  return use(CaseFilesContext);
}
