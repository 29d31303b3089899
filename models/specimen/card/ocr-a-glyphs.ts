/**
 * The glyphs of the NIK line, drawn here as strokes after the shapes of OCR-A (ANSI X3.17, ISO
 * 1073-1): characters of one width, strokes of one weight with round ends. Units: a cell is 96
 * wide, strokes are centred between 0 and 50 across and 0 and 87 down, and 18 thick.
 */
export const OCR_A = {
  advance: 96,
  strokeCentreWidth: 50,
  strokeCentreHeight: 87,
  strokeWidth: 18,
} as const;

/** SVG path data by character. */
const GLYPHS: Readonly<Record<string, string>> = {
  '0': 'M10 0H40Q50 0 50 10V77Q50 87 40 87H10Q0 87 0 77V10Q0 0 10 0Z',
  '1': 'M0 0H29V87M0 87H50V55',
  '2': 'M0 0H41Q50 0 50 9V34Q50 42 41 42H9Q1 42 1 51V87H50',
  '3': 'M0 0H41Q50 0 50 9V34L42 42L50 50V78Q50 87 41 87H0M12 42H42',
  '4': 'M6 0V56H52M45 10V87',
  '5': 'M50 0H10V42H43Q52 42 52 51V78Q52 87 43 87H14L2 78',
  '6': 'M7 0H5Q0 1 0 7V87H42Q50 87 50 79V64Q50 55 42 55H0',
  '7': 'M2 4L6 0H52V38L29 60V87',
  '8': 'M19 42V8Q19 0 27 0H33Q41 0 41 8V42M10 42H46Q54 42 54 50V78Q54 87 45 87H13Q4 87 4 78V50Q4 42 10 42Z',
  '9': 'M45 87H47Q52 86 52 80V0H10Q1 0 1 8V23Q1 32 10 32H52',
  N: 'M2 87V0L48 87V0',
  I: 'M4 0H46M25 0V87M4 87H46',
  K: 'M3 0V87M48 0L5 45L48 87',
  ':': 'M25 26V30M25 62V66',
};

/**
 * The strokes of one line of OCR-A.
 *
 * @param line only the ten digits, `N`, `I`, `K` and the colon are drawn
 * @param place top left of the first cell's strokes, pixels per unit, and units of stroke width
 */
export function drawOcrALine(
  line: string,
  place: {
    readonly x: number;
    readonly y: number;
    readonly scale: number;
    readonly strokeWidth?: number;
  },
): string {
  const cells = Array.from(line, (character, index) => {
    const strokes = GLYPHS[character];
    if (strokes === undefined) throw new RangeError('OCR-A has no strokes for this character.');
    return `<path transform="translate(${String(index * OCR_A.advance)} 0)" d="${strokes}"/>`;
  });
  const { x, y, scale, strokeWidth = OCR_A.strokeWidth } = place;
  return `<g transform="translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})" fill="none" stroke="currentColor" stroke-width="${String(strokeWidth)}" stroke-linecap="round" stroke-linejoin="round">${cells.join('')}</g>`;
}
