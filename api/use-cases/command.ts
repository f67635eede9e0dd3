import type { Command } from '../../workflows/messages';
import type { Call } from '../http/route';

/** What every command to a case begins with: now, under the request's key, from the person who asks. */
export function commandFrom({ deps, me, answerKey, bodyHash }: Call<unknown, unknown, unknown>): Command {
  const actor = { id: me.id, name: me.name, keys: me.keys };
  return { at: deps.now().toISOString(), key: answerKey, bodyHash, actor };
}
