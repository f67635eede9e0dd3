import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from '../../embedded/running';
import type { Visitor } from './visitor';

/** Where a demo plays and what it leaves. */
export interface Stage {
  readonly running: Running;
  readonly password: string;
  readonly folder: string;
  readonly say: (line: string) => void;
}

interface ShownCase {
  readonly state: string;
  readonly waitingFor: string;
  readonly documents: readonly { id: string; fileName: string }[];
}

// Of what came by mail nobody is the applicant; who was told of the fault is told of its end.
const ENDS = ['【办结】', '【故障处理结束】'];
const PATIENCE_IN_TRIES = 120;
const PAUSE_IN_MS = 500;

/** Somebody does something, and the case says what it waits for now. */
export async function step(
  stage: Stage,
  li: Visitor,
  caseId: string,
  what: string,
  act: () => Promise<void>,
): Promise<void> {
  await act();
  const { waitingFor } = await li.get<ShownCase>(`/cases/${caseId}`);
  stage.say(`  ${what} → ${waitingFor}`);
}

/** Waits until a case has ended as it should, with so many documents, and saves them. */
export async function mustEnd(
  stage: Stage,
  li: Visitor,
  caseId: string,
  state: string,
  documents: number,
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const shown = await li.get<ShownCase>(`/cases/${caseId}`);
    if (shown.state === state && shown.documents.length === documents)
      return void (await saveDocuments(stage, li, shown));
    if (tried === PATIENCE_IN_TRIES)
      throw new Error(
        `${caseId} should be ${state} with ${documents} documents, but is ${shown.state} with ${shown.documents.length}`,
      );
    await pause(PAUSE_IN_MS);
  }
}

async function saveDocuments(stage: Stage, li: Visitor, { documents }: ShownCase): Promise<void> {
  mkdirSync(stage.folder, { recursive: true });
  for (const { id, fileName } of documents) {
    const bytes = await li.download(`/documents/${id}`);
    if (bytes.subarray(0, 5).toString() !== '%PDF-') throw new Error(`${fileName} is no PDF`);
    writeFileSync(join(stage.folder, fileName), bytes);
    stage.say(`  文档 ${join(stage.folder, fileName)}`);
  }
}

/** Saves the mails of cases; waits for the one that says that they are closed. */
export async function saveMails({ running, folder, say }: Stage, caseIds: readonly string[]): Promise<void> {
  if (running.mailUrl === undefined) return;
  for (const caseId of caseIds) await mustHaveClosingMail(running.mailUrl, caseId);
  const all = (await (await fetch(`${running.mailUrl}/messages`)).json()) as {
    subject: string;
    messageId: string;
    html: string;
  }[];
  const mails = all.filter((mail) => caseIds.some((caseId) => mail.subject.includes(caseId)));
  for (const mail of mails) writeFileSync(join(folder, `${mail.messageId.replaceAll(/[<>@]/g, '')}.html`), mail.html);
  say(`  邮件 ${mails.length} 封（mails）`);
}

async function mustHaveClosingMail(mailUrl: string, caseId: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    const mails = (await (await fetch(`${mailUrl}/messages`)).json()) as { subject: string }[];
    if (mails.some(({ subject }) => subject.includes(caseId) && ENDS.some((tag) => subject.includes(tag)))) return;
    if (tried === PATIENCE_IN_TRIES) throw new Error(`no closing mail about ${caseId} arrived`);
    await pause(PAUSE_IN_MS);
  }
}
