/**
 * Glyphs that stand for another in a field whose alphabet is known. Only shapes that a recogniser
 * takes for each other: OCR-A and a bold sans serif at 10 to 20 pixels.
 */
const AS_DIGIT: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  U: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  L: '1',
  J: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  G: '6',
  T: '7',
  '?': '7',
  B: '8',
  g: '9',
  q: '9',
  a: '9',
  A: '4',
  h: '4',
  H: '4',
};

/** The digit the glyph looks like, the glyph itself when it is one, `undefined` otherwise. */
export function foldDigit(glyph: string): string | undefined {
  return /^\d$/.test(glyph) ? glyph : AS_DIGIT[glyph];
}

/** Folds look-alikes of digits and keeps everything else. */
export function foldDigits(text: string): string {
  return text.replace(/./g, (glyph) => foldDigit(glyph) ?? glyph);
}

/** The digits of a text, look-alikes among them, and nothing else. */
export function pickDigits(text: string): string {
  return foldDigits(text).replace(/\D/g, '');
}

/**
 * Text that is printed in capitals: the small `l`, the bar and the exclamation mark are its `I`. The
 * tiny recogniser reads CERAI as `CERAl`.
 */
export function foldCapitals(text: string): string {
  return text.replace(/[l|!]/g, 'I').toUpperCase();
}

/** Capitals of a text that holds no digits: a digit within it is the letter it looks like. */
export function foldLetters(text: string): string {
  return foldCapitals(text)
    .replace(/0/g, 'O')
    .replace(/1/g, 'I')
    .replace(/5/g, 'S')
    .replace(/8/g, 'B');
}
