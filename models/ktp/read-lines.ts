import { chooseDirection, type DirectionVote } from '../card/choose-direction.js';
import { findTextAngle, levelLines, type LevelLine } from '../card/level-lines.js';
import type { TextLine } from '../card/text-line.js';
import type { RasterImage } from '../image/raster-image.js';
import type { LineBox } from '../text/line-box.js';
import type { TextRecogniser } from '../text/text-recogniser.js';
import { hasCardWord } from './labels.js';

/** Longest lines, read first to decide the direction: header, labels and long values are in them. */
const PROBE_LINES = 8;
/** As many words of the card settle the direction: upside down not even one was ever read. */
const SETTLING_WORDS = 2;

/** Reads every line once, in the direction the card as a whole is read in. */
export async function readLines(
  image: RasterImage,
  boxes: readonly LineBox[],
  recogniser: TextRecogniser,
): Promise<TextLine[]> {
  const angle = findTextAngle(boxes);
  const upright = await probe(image, levelLines(boxes, angle), recogniser);
  const chosen =
    upright.knownWords >= SETTLING_WORDS
      ? upright
      : chooseOf(upright, await probe(image, levelLines(boxes, angle + Math.PI), recogniser));
  const others = await recogniseLines(image, chosen.unread, recogniser);
  return [...chosen.lines, ...others];
}

interface Probe extends DirectionVote {
  readonly lines: readonly TextLine[];
  readonly unread: readonly LevelLine[];
}

async function probe(
  image: RasterImage,
  level: readonly LevelLine[],
  recogniser: TextRecogniser,
): Promise<Probe> {
  const byLength = [...level].sort((a, b) => b.box.width - a.box.width);
  const lines = await recogniseLines(image, byLength.slice(0, PROBE_LINES), recogniser);
  const readings = lines.map(({ reading }) => reading);
  const knownWords = readings.filter(({ text }) => hasCardWord(text)).length;
  return { lines, readings, knownWords, unread: byLength.slice(PROBE_LINES) };
}

function chooseOf(first: Probe, second: Probe): Probe {
  return chooseDirection(first, second) === 0 ? first : second;
}

/** Reads lines as they lie. */
export async function recogniseLines(
  image: RasterImage,
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
