import { chooseDirection, type DirectionVote } from '../../card/choose-direction.js';
import { findTextAngle, levelLines, type LevelLine } from '../../card/level-lines.js';
import type { TextLine } from '../../card/text-line.js';
import type { LinePicture } from '../../text/line-picture.js';
import type { LineBox } from '../../text/line-box.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import { findLabels } from '../layout/find-labels.js';
import { hasCardWord } from '../layout/labels.js';

/** Lines read first to decide the direction, and how long they are, in their heights: as labels. */
const PROBE_LINES = 8;
const LABEL_ASPECT = 7;
/** As many words of the card settle the direction: upside down not even one was ever read. */
const SETTLING_WORDS = 2;

/**
 * Reads every line once, in the direction the card as a whole is read in.
 *
 * @param likely the direction to try first, where something tells
 */
export async function readLines(
  image: LinePicture,
  {
    boxes,
    likely = 0,
  }: { readonly boxes: readonly LineBox[]; readonly likely?: number | undefined },
  recogniser: TextRecogniser,
): Promise<TextLine[]> {
  const folded = findTextAngle(boxes);
  const angle = Math.cos(folded - likely) >= 0 ? folded : folded + Math.PI;
  const upright = await probe(image, { boxes, direction: angle }, recogniser);
  const chosen =
    upright.knownWords >= SETTLING_WORDS
      ? upright
      : chooseOf(upright, await probe(image, { boxes, direction: angle + Math.PI }, recogniser));
  const others = await recogniseLines(image, chosen.unread, recogniser);
  return levelByOwn([...chosen.lines, ...others], chosen.direction);
}

/** As many labels tell where the card's text begins. */
const ENOUGH_LABELS = 5;
/** Line heights left of the labels where the card's edge is, and another paper may begin. */
const EDGE = 2;

/**
 * Levels the lines again by the slope of the card's own, once its labels are known: print of another
 * paper beside the card runs otherwise, and a slope between both mixes neighbouring rows.
 */
function levelByOwn(lines: TextLine[], direction: number): TextLine[] {
  const labels = findLabels(lines).map(({ line }) => line);
  if (labels.length < ENOUGH_LABELS) return lines;
  const left = Math.min(...labels.map((line) => line.left - EDGE * line.height));
  const own = lines.filter((line) => line.left >= left);
  const levelled = levelLines(
    lines.map(({ box }) => box),
    direction,
    new Set(own.map(({ box }) => box)),
  );
  return own.length === lines.length
    ? lines
    : lines.map((line, index) => ({ ...line, ...levelled[index] }));
}

interface DirectedBoxes {
  readonly boxes: readonly LineBox[];
  readonly direction: number;
}

interface Probe extends DirectionVote {
  readonly direction: number;
  readonly lines: readonly TextLine[];
  readonly unread: readonly LevelLine[];
}

async function probe(
  image: LinePicture,
  { boxes, direction }: DirectedBoxes,
  recogniser: TextRecogniser,
): Promise<Probe> {
  const likeLabels = levelLines(boxes, direction).sort(
    (a, b) => measureOddity(a.box) - measureOddity(b.box),
  );
  const lines = await recogniseLines(image, likeLabels.slice(0, PROBE_LINES), recogniser);
  const readings = lines.map(({ reading }) => reading);
  const knownWords = readings.filter(({ text }) => hasCardWord(text)).length;
  return { direction, lines, readings, knownWords, unread: likeLabels.slice(PROBE_LINES) };
}

function measureOddity({ width, height }: LineBox): number {
  return Math.abs(Math.log(width / height / LABEL_ASPECT));
}

function chooseOf(first: Probe, second: Probe): Probe {
  return chooseDirection(first, second) === 0 ? first : second;
}

/** Reads lines as they lie. */
export async function recogniseLines(
  image: LinePicture,
  lines: readonly LevelLine[],
  recogniser: TextRecogniser,
): Promise<TextLine[]> {
  const readings = await recogniser.recognise(
    image,
    lines.map(({ box }) => box),
  );
  return lines.flatMap((line, index) => {
    const reading = readings[index];
    return reading === undefined ? [] : [{ ...line, reading }];
  });
}
