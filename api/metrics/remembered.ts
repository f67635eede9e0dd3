/** Asks at most so often; in between everybody gets the answer of the last time, also those who come while it is sought. */
export function remembered<Answer>(everyMs: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  const last: { at: number; answer: Promise<Answer> | null } = { at: -Infinity, answer: null };
  return async () => {
    const now = performance.now();
    if (last.answer === null || now - last.at >= everyMs) {
      last.at = now;
      last.answer = ask();
    }
    return await last.answer;
  };
}
