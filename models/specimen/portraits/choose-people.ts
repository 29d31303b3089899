import type { Split } from '../generate/seed-split.js';

/**
 * The people whose portraits a split may show: every second one tunes, the others test, so that no
 * face is judged that a threshold was chosen on. Networks are not trained here.
 *
 * @param people the person of each photograph
 */
export function choosePeople(people: ReadonlyMap<string, string>, split: Split): string[] {
  const names = [...new Set(people.values())].sort();
  return names.filter((_, index) => (index % 2 === 0) === (split !== 'test'));
}
