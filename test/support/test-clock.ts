export interface TestClock {
  readonly now: () => Date;
  advance(seconds: number): void;
}

/** Stands still until it is told to move. */
export function createTestClock(start = new Date('2026-11-22T08:00:00Z')): TestClock {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    advance(seconds) {
      at += seconds * 1000;
    },
  };
}
