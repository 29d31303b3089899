/**
 * Runs tasks side by side and waits for all of them to end, also when one fails: its failure
 * aborts the others, so that nothing goes on behind the caller's back.
 *
 * @throws the failure that came first
 */
export async function runTogether<Results extends readonly unknown[]>(
  signal: AbortSignal,
  tasks: { readonly [Index in keyof Results]: (signal: AbortSignal) => Promise<Results[Index]> },
): Promise<Results> {
  const failure = new AbortController();
  const shared = AbortSignal.any([signal, failure.signal]);
  const running = tasks.map(async (task) => {
    try {
      return await task(shared);
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  });
  await Promise.allSettled(running);
  failure.signal.throwIfAborted();
  return (await Promise.all(running)) as unknown as Results;
}
