import type { CardFont } from '../card/card-font.js';
import type { SpecimenRandom } from '../specimen-random.js';
import type { PrintedPiece } from './list-printed-rows.js';

/** How often a label is read alone: labels repeat from card to card, values do not. */
const LABEL_SHARE = 0.3;
/** How often a detector takes label and value for one line. */
const WHOLE_ROW_SHARE = 0.12;
const WITHOUT_COLON_SHARE = 0.35;
/** How often it parts a value between two words. */
const PARTED_SHARE = 0.07;

/** Runs of neighbouring pieces of one row, as a text detector finds them. */
export function chooseRuns(
  row: readonly PrintedPiece[],
  random: SpecimenRandom,
  font: CardFont,
): PrintedPiece[] {
  const colons = [...row.keys()].filter((index) => row[index]?.text === ':');
  if (colons.length === 0) return [row, ...partWords(row, random, font)].flatMap(joinAll);
  const runs: (readonly PrintedPiece[])[] = [];
  if (random.isLucky(WHOLE_ROW_SHARE)) runs.push(row);
  for (const [count, colon] of colons.entries()) {
    const label = row.slice(count === 0 ? 0 : colon - 1, colon);
    const value = row.slice(colon + 1, (colons[count + 1] ?? row.length + 1) - 1);
    if (random.isLucky(LABEL_SHARE))
      runs.push(random.isLucky(0.1) ? [...label, ...row.slice(colon, colon + 1)] : label);
    if (value.length === 0) continue;
    runs.push(
      random.isLucky(WHOLE_ROW_SHARE)
        ? [...label, ...row.slice(colon, colon + 1), ...value]
        : random.isLucky(WITHOUT_COLON_SHARE)
          ? value
          : [...row.slice(colon, colon + 1), ...value],
      ...partWords(value, random, font),
    );
  }
  return runs.flatMap(joinAll);
}

/** A value's first or last words alone. */
function partWords(
  value: readonly PrintedPiece[],
  random: SpecimenRandom,
  font: CardFont,
): (readonly PrintedPiece[])[] {
  const [piece] = value;
  const gaps = [...(piece?.text.matchAll(/ /g) ?? [])].map(({ index }) => index);
  if (piece === undefined || gaps.length === 0 || !random.isLucky(PARTED_SHARE)) return [];
  const gap = random.pick(gaps);
  const measure = (text: string) =>
    font.measureText({ text, x: 0, centreY: 0, size: 100, weight: 700 });
  const pixelsPerUnit = (piece.right - piece.left) / measure(piece.text);
  const isFirst = random.isLucky(0.5);
  const text = isFirst ? piece.text.slice(0, gap) : piece.text.slice(gap + 1);
  const width = measure(text) * pixelsPerUnit;
  return [
    [
      {
        ...piece,
        text,
        left: isFirst ? piece.left : piece.right - width,
        right: isFirst ? piece.left + width : piece.right,
      },
    ],
  ];
}

/** One piece from the first's left to the last's right: no space beside colons, one elsewhere. */
function joinAll(pieces: readonly PrintedPiece[]): PrintedPiece[] {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = pieces
    .map((piece) => piece.text)
    .join(' ')
    .replaceAll(/ ?: ?/g, ':');
  return [{ ...first, text, right: last.right }];
}
