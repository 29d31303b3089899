import { enGuidance } from './en-guidance.js';
import type { GuidanceText } from './guidance-text.js';
import { idGuidance } from './id-guidance.js';
import type { Locale } from './locale.js';

const TEXTS: Readonly<Record<Locale, GuidanceText>> = { id: idGuidance, en: enGuidance };

export function findGuidanceText(locale: Locale): GuidanceText {
  return TEXTS[locale];
}
