import type fc from 'fast-check';
import { expect } from 'vitest';

/**
 * How often each property is tried. Few by default, so that the unit layer stays quick;
 * `KENALI_FUZZ_RUNS=20000` looks for longer.
 */
const RUNS = Number(process.env.KENALI_FUZZ_RUNS ?? 100);

/**
 * The same tries each time, so that nobody's change fails by chance; others each time where one looks for
 * longer. A failure names its seed, and `KENALI_FUZZ_SEED` tries that one again.
 */
const SEED = Number(
  process.env.KENALI_FUZZ_SEED ?? (process.env.KENALI_FUZZ_RUNS === undefined ? 1 : Date.now()),
);

/** What is costly, such as decoding a picture, is tried `share` times as often. */
export function settings({ share = 1 } = {}): fc.Parameters<unknown> {
  return {
    numRuns: Math.max(1, Math.round(RUNS * share)),
    seed: SEED,
  };
}

/** What a call gives back, or the error that it throws. */
export type Outcome<Value> =
  | { readonly value: Value; readonly error: null }
  | { readonly value: null; readonly error: unknown };

export function outcomeOf<Value>(call: () => Value): Outcome<Value> {
  try {
    return { value: call(), error: null };
  } catch (error) {
    return { value: null, error };
  }
}

export async function settle<Value>(promise: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await promise, error: null };
  } catch (error) {
    return { value: null, error };
  }
}

/**
 * Stands in inputs for what is personal or secret: no error and no log may repeat it. It is no name:
 * operators are told which of the members they gave there is not (`administration/parse-input.ts`).
 */
export const PERSONAL = '9901-PRIBADI';

/** Neither message nor stack nor members say anything of the input, nor those of what caused the error. */
export function expectSilent(error: unknown): void {
  expect(tell(error)).not.toContain(PERSONAL);
}

/** All that a log or a history could show of an error: its cause is no member that JSON has. */
function tell(error: unknown): string {
  if (!(error instanceof Error)) return error === undefined ? '' : JSON.stringify(error);
  const { stack, cause } = error;
  const told = `${String(error)} ${String(stack)} ${JSON.stringify(error)}`;
  return cause === undefined || cause === error ? told : `${told} ${tell(cause)}`;
}

/** No input has changed what all objects have. */
export function expectCleanPrototype(): void {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}
