/** Resolves after a while; the timer alone does not keep the process alive. */
export async function sleep(durationInMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationInMs));
}

/** Repeats a probe until it answers; gives up with its last error when time is over or `abort` says why it is hopeless. */
export async function until<T>(
  probe: () => Promise<T>,
  limits: { timeoutInMs: number; pauseInMs: number; hopeless?: () => string | undefined },
): Promise<T> {
  const deadline = Date.now() + limits.timeoutInMs;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      const reason = limits.hopeless?.();
      if (reason !== undefined) throw new Error(reason, { cause: error });
      if (Date.now() > deadline) throw error;
    }
    await sleep(limits.pauseInMs);
  }
}

/** A promise and the function that settles it. */
export function deferred<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, resolve: (value) => settle(value) };
}
