/** How many of the last digits stay: enough to tell two cards apart, too few to tell the person. */
const SHOWN_DIGITS = 4;

/**
 * @param {string} nik
 * @returns {string} the same length, all but the last digits as dots
 */
export function maskNik(nik) {
  const hidden = Math.max(0, nik.length - SHOWN_DIGITS);
  return '•'.repeat(hidden) + nik.slice(hidden);
}

/**
 * A copy of an answer in which every member `nik`, however deep, is masked.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function maskNikMembers(value) {
  if (Array.isArray(value)) return value.map(maskNikMembers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === 'nik' && typeof member === 'string' ? maskNik(member) : maskNikMembers(member),
    ]),
  );
}
