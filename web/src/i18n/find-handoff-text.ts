import { enHandoff } from './en-handoff.js';
import type { HandoffText } from './handoff-text.js';
import { idHandoff } from './id-handoff.js';
import type { Locale } from './locale.js';

const TEXTS: Readonly<Record<Locale, HandoffText>> = { id: idHandoff, en: enHandoff };

export function findHandoffText(locale: Locale): HandoffText {
  return TEXTS[locale];
}
