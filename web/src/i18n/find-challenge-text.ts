import type { ChallengeText } from './challenge-text.js';
import { enChallenge } from './en-challenge.js';
import { idChallenge } from './id-challenge.js';
import type { Locale } from './locale.js';

const TEXTS: Readonly<Record<Locale, ChallengeText>> = { id: idChallenge, en: enChallenge };

export function findChallengeText(locale: Locale): ChallengeText {
  return TEXTS[locale];
}
