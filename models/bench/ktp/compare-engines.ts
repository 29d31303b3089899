import type { JudgedPicture } from './judge-picture.js';
import { percentile } from '../metrics/percentile.js';
import type { EngineSummary } from './summarise.js';

/**
 * How many times as long as the first engine the second one took for the same picture, in the
 * median: other work on the machine slows neighbours alike, so it disturbs this less than the times.
 */
export function compareSpeed(
  first: readonly JudgedPicture[],
  second: readonly JudgedPicture[],
): number {
  const times = new Map(first.map(({ file, ms }) => [file, ms]));
  return percentile(
    second.map(({ file, ms }) => ms / (times.get(file) ?? NaN)),
    0.5,
  );
}

/** The fields that the first engine has exact less often than the second. */
export function findWeakerFields(first: EngineSummary, second: EngineSummary): string[] {
  const exact = new Map(second.byField.map(({ name, part }) => [name, part]));
  return first.byField
    .filter(({ name, part }) => part < (exact.get(name) ?? 0))
    .map(({ name }) => name);
}
