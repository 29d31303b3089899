/** Balinese names that follow the article I of men. */
const AFTER_I =
  /^I(?=(WAYAN|MADE|NYOMAN|NENGAH|KETUT|GEDE|PUTU|KADEK|KOMANG|GUSTI|DEWA|NGURAH|KOMPIANG)\b)/;

/**
 * The space after a first I that belongs to no word: no other name begins with `IWAYAN`, and the
 * recognisers lose a space beside so thin a letter.
 */
export function partGluedInitial(name: string): string {
  return name.replace(AFTER_I, 'I ');
}
