const SENT_AT_ONCE = 8;

/** Works through items, a few at a time. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  // They share one iterator, so each takes what none of the others has taken.
  const one = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: SENT_AT_ONCE }, one));
}
