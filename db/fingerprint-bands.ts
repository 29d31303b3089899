/** Of one band. 65,536 values: by chance one of four thousand pictures shares a band of sixteen. */
const BAND_DIGITS = 4;
const BAND_VALUES = 16 ** BAND_DIGITS;

/**
 * A fingerprint in pieces of 16 bits, each with its place. Two that differ in fewer bits than they
 * have pieces share one at least; of those that differ in more, most do. A piece of zeros or ones
 * alone says nothing, a wall has it, and is left out.
 *
 * @param fingerprint hex digits
 */
export function listBands(fingerprint: string): number[] {
  const pieces = fingerprint.match(/[0-9a-f]{4}/g) ?? [];
  return pieces.flatMap((piece, place) =>
    piece === '0000' || piece === 'ffff' ? [] : [place * BAND_VALUES + Number.parseInt(piece, 16)],
  );
}

/** The bits of hex digits, as PostgreSQL writes them. */
export function toBits(fingerprint: string): string {
  return Array.from(fingerprint, (digit) =>
    Number.parseInt(digit, 16).toString(2).padStart(4, '0'),
  ).join('');
}
