import type { SpecimenRandom } from '../specimen-random.js';
import { GIVEN, SECOND, SYLLABLES, TITLES_AFTER, TITLES_BEFORE } from './name-banks.js';

const LONGEST_NAME = 60;

/** A name of one to five words, a third of them made of syllables that no list of names has. */
export function inventName(gender: 'MALE' | 'FEMALE', random: SpecimenRandom): string {
  const count = random.pick([1, 2, 2, 2, 3, 3, 3, 4, 5]);
  const words = Array.from({ length: count }, (_, index) =>
    random.isLucky(0.33)
      ? composeWord(random)
      : random.pick((index === 0 ? GIVEN[gender] : SECOND).split(' ')).replace('_', ' '),
  );
  // A single letter is an initial and never the whole name.
  if (count > 1 && random.isLucky(0.07)) words[1] = `${words[1]?.charAt(0) ?? 'A'}.`;
  if (count > 1 && random.isLucky(0.04)) words.splice(0, 2, words.slice(0, 2).join('-'));
  const name = words.filter((word, index) => word.length > 1 || index > 0).join(' ');
  const before = random.isLucky(0.07) ? random.pick(TITLES_BEFORE) : '';
  const after = random.isLucky(0.1) ? random.pick(TITLES_AFTER) : '';
  const titled = `${before}${name.length > 2 ? name : composeWord(random)}${after}`;
  return titled.length <= LONGEST_NAME
    ? titled
    : titled.slice(0, titled.lastIndexOf(' ', LONGEST_NAME)).replace(/[ ,]+$/, '');
}

/** Two to four syllables, now and then with an apostrophe. */
function composeWord(random: SpecimenRandom): string {
  const pick = (part: keyof typeof SYLLABLES) => random.pick(SYLLABLES[part].split(' '));
  const middle = Array.from({ length: random.integer(0, 2) }, () => pick('middle')).join('');
  const word = `${pick('first')}${middle}${pick('last')}`;
  return random.isLucky(0.03) ? `${word.slice(0, 2)}'${word.slice(2)}` : word;
}
