/** What is kept of a refusing answer, in characters. */
const MAX_EXCERPT_LENGTH = 200;

/** Stands for what was taken out. */
const REDACTED = '[…]';

/** Known values shorter than this stay: they name nobody, and would blot out every other word. */
const MIN_VALUE_LENGTH = 3;

/** Four digits or more, however they are grouped or kept apart. */
const DIGITS = /\p{N}(?:[^\p{L}\p{N}]{0,3}\p{N}){3,}/gu;

/** The local part has 64 characters at most (RFC 5321 §4.5.3.1.1), which also bounds the search. */
const EMAIL = /[^\s@<>"']{1,64}@[^\s@<>"']+/gu;

/** Neither spaces nor letters: control, formatting and private characters, broken encoding. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/gu;

/**
 * The beginning of a partner's answer as it may be kept: an operator is to see why callbacks are
 * refused, and nothing about the person. Taken out are e-mail addresses, longer numbers and every
 * known value, whole or as a word. What the partner knows about the person and we do not, such as
 * a name in a flow that reads no card, cannot be recognised.
 *
 * @param knownValues personal values and secrets that the partner may quote
 */
export function excerptAnswer(text: string, knownValues: readonly string[]): string {
  const redacted = redactKnown(keepVisible(text), knownValues.map(keepVisible))
    .replace(EMAIL, REDACTED)
    .replace(DIGITS, REDACTED);
  return Array.from(redacted).slice(0, MAX_EXCERPT_LENGTH).join('');
}

/** Before anything is sought: neither what cannot be seen nor a way of writing may hide a value. */
function keepVisible(text: string): string {
  return decodeEscapes(text).normalize('NFKC').replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
}

/** ASCII as JSON, a URL or HTML escapes it; other letters stay as they are written. */
function decodeEscapes(text: string): string {
  return text
    .replace(/\\u00([2-7][0-9a-f])/giu, (_escape, hex: string) => fromHex(hex))
    .replace(/&#x([2-7][0-9a-f]);/giu, (_escape, hex: string) => fromHex(hex))
    .replace(/&#(\d{2,3});/gu, (escape, code: string) =>
      Number(code) >= 32 && Number(code) < 127 ? String.fromCharCode(Number(code)) : escape,
    )
    .replace(/%([2-7][0-9a-f])/giu, (_escape, hex: string) => fromHex(hex))
    .replaceAll('\\/', '/');
}

function fromHex(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

function redactKnown(text: string, knownValues: readonly string[]): string {
  const whole = knownValues.filter(isTelling).flatMap(spellings);
  const words = knownValues.flatMap((value) => value.split(/[^\p{L}\p{N}]+/u)).filter(isTelling);
  const patterns = [
    // The longest first: a value may be the beginning of another.
    ...longestFirst(whole).map(escapePattern),
    ...longestFirst(words).map(
      (word) => `(?<![\\p{L}\\p{N}])${escapePattern(word)}(?![\\p{L}\\p{N}])`,
    ),
  ];
  return patterns.length === 0
    ? text
    : text.replace(new RegExp(patterns.join('|'), 'giu'), REDACTED);
}

function isTelling(value: string): boolean {
  return value.length >= MIN_VALUE_LENGTH;
}

/** As it is, and as JSON, a URL or HTML writes it. */
function spellings(value: string): string[] {
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    value.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`),
  ];
}

function longestFirst(values: readonly string[]): string[] {
  return [...new Set(values)].sort((one, other) => other.length - one.length);
}

function escapePattern(value: string): string {
  return value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
