/** The id of a task: the case, its step, and how often the step was asked. */
export function taskId(caseId: string, step: string, round: number): string {
  return `${caseId}.${step}.${round}`;
}

/** The id of a clock of a whole case. */
export function caseClockId(ofCase: string, name: string): string {
  return `${ofCase}.clock.${name}`;
}

/** The id of the limit to acknowledge a task, or to go on with it. */
export function watchClockId(ofTask: string, kind: 'acknowledge' | 'progress'): string {
  return `${ofTask}.${kind}`;
}

/** The case that a task belongs to, read from the task's id; null when it is not a task id. */
export function caseIdOf(id: string): string | null {
  const match = /^([A-Z]{2,4}-\d{8}-\d{4,})\.[a-z0-9-]+\.\d+$/.exec(id);
  return match?.[1] ?? null;
}

/** The id of a case: prefix of its procedure, day in the company's zone as `20261121`, number of that day. */
export function caseId(prefix: string, day: string, number: number): string {
  return `${prefix}-${day}-${String(number).padStart(4, '0')}`;
}

/** The id of a document: the case, the kind of document, and its version. */
export function documentId(ofCase: string, kind: string, version: number): string {
  return `${ofCase}.${kind}.v${version}`;
}
