import { ERRORS } from '../../models/codes';
import type { CaseToOpen, OpenedCase } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import type { UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { hashOf } from '../../models/hash';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { Problem, type Said } from '../http/problem';
import { startCase } from './start-case';

/**
 * Opens a case for a procedure that needs another (ADR 3), by the same intake as a person's request: its applicant has to be
 * allowed to, and what is wrong with the form is answered, not thrown.
 */
export async function openCase(
  deps: Pick<Deps, 'db' | 'config' | 'gateway' | 'now'>,
  { origin, key, process, applicantId, form }: CaseToOpen,
): Promise<OpenedCase> {
  const user = await deps.db.users.findById(applicantId).lean();
  if (!user?.isActive) return { refused: said('not-a-colleague', { name: user?.name ?? applicantId }) };
  const me = await inNameOf(deps, user);
  const answerKey = hashOf(['open-case', origin, key]);
  try {
    const { caseId } = await startCase(deps, me, { process, form, answerKey, bodyHash: hashOf(form), origin });
    return { caseId };
  } catch (error) {
    if (!(error instanceof Problem) || ERRORS[error.code].retryable) throw error;
    return { refused: whyOf(error) };
  }
}

/** Somebody in whose name a case begins without their doing: allowed what they are. */
export async function inNameOf({ db }: Pick<Deps, 'db'>, user: UserRow): Promise<SignedIn> {
  const hidden = await db.cases.find({ hiddenFrom: user._id }, { _id: 1 }).lean();
  const hiddenCases = hidden.map(({ _id }) => _id);
  return { id: user._id, name: user.name, keys: user.keys, user, hiddenCases, sessionId: '', csrfToken: null };
}

/** What was wrong first, in words. */
export function whyOf({ code, detail, more }: Problem): Text {
  const [fault] = more.faults ?? [];
  const { zh, en } = ERRORS[code];
  const told = inBoth(fault ? fault.detail : detail);
  if (fault && fault.pointer !== '') return { zh: `${fault.pointer}：${told.zh}`, en: `${fault.pointer}: ${told.en}` };
  return told.zh === '' ? { zh, en } : { zh: `${zh}（${told.zh}）`, en: `${en} (${told.en})` };
}

function inBoth(said: Said): Text {
  return typeof said === 'string' ? { zh: said, en: said } : said;
}
