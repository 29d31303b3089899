import { enInterruption } from './en-interruption.js';
import { idInterruption } from './id-interruption.js';
import type { InterruptionText } from './interruption-text.js';
import type { Locale } from './locale.js';

const TEXTS: Readonly<Record<Locale, InterruptionText>> = {
  id: idInterruption,
  en: enInterruption,
};

export function findInterruptionText(locale: Locale): InterruptionText {
  return TEXTS[locale];
}
