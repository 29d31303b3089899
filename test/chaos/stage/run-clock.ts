/** Milliseconds since the run began, the same for all who note what happens. */
export interface RunClock {
  readonly elapsedMs: () => number;
  /** Calls at that moment; at once when it is over.. */
  readonly at: (atMs: number, act: () => void) => void;
  /** Drops what has not been called yet. */
  stop(): void;
}

export function startRunClock(): RunClock {
  const startedAt = performance.now();
  const timers = new Set<NodeJS.Timeout>();
  const elapsedMs = () => performance.now() - startedAt;
  return {
    elapsedMs,
    at(atMs, act) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          act();
        },
        Math.max(0, atMs - elapsedMs()),
      );
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
