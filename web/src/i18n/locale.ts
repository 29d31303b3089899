import { en } from './en.js';
import { id, type Dictionary } from './id.js';

export type Locale = 'id' | 'en';

export const DICTIONARIES: Readonly<Record<Locale, Dictionary>> = { id, en };

/**
 * The language of the page: what the partner asked for (`id_ID`, `en_ID`, …), before the session
 * is open what the browser prefers. Indonesian wherever neither says English.
 */
export function chooseLocale(userLocale: string | null, browserLanguage: string): Locale {
  return /^en(?![a-z])/i.test(userLocale ?? browserLanguage) ? 'en' : 'id';
}
