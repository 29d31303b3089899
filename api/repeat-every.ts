/** Something that is done again and again until it is stopped. */
export interface Repetition {
  stop(): void;
}

/** Runs with a pause in between, never twice at once. A run that fails is no reason to stop. */
export function repeatEvery(
  pauseMs: number,
  run: () => Promise<void>,
  onFailure: (error: unknown) => void,
): Repetition {
  let isStopped = false;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => {
      void run()
        .catch((error: unknown) => {
          // What it needs has been closed under it.
          if (!isStopped) onFailure(error);
        })
        .finally(() => {
          if (!isStopped) wait();
        });
    }, pauseMs).unref();
  };
  wait();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
