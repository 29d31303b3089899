import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextLine } from '../../card/text-line.js';
import type { Quad } from '../../image/homography.js';
import type { LineBox } from '../../text/line-box.js';
import { createImageSharer } from '../../text/line-picture.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import { scanCard, type CardScanner } from './scan-card.js';
import { cardLines, ROWS } from '../testing/text-lines.js';

const PICTURE = createImageSharer()({
  width: 560,
  height: 440,
  data: new Uint8Array(560 * 440 * 3),
});
const OUTLINE: Quad = [
  { x: 90, y: 60 },
  { x: 790, y: 60 },
  { x: 790, y: 480 },
  { x: 90, y: 480 },
];
const CARD = cardLines(ROWS);
/** What is left of it when the locator was off. */
const HALF = CARD.slice(14);
const RECEIPT = cardLines([
  ['TOKO CONTOH', null],
  ['Kopi susu', '2 x 18.000'],
  ['Roti bakar', '1 x 22.000'],
  ['Jumlah', '58.000'],
  ['Tunai', '60.000'],
]);

/** Reads each line of the card, right way up, by where its box lies. */
const recogniser: TextRecogniser = {
  recognise: (_, boxes) =>
    Promise.resolve(
      boxes.map(({ centre, angle }) => {
        const line = [...CARD, ...RECEIPT].find(
          ({ box }) => Math.hypot(box.centre.x - centre.x, box.centre.y - centre.y) < 1,
        );
        const isUpright = Math.cos(angle) > 0;
        return isUpright && line ? line.reading : { text: '', confidence: 0, characters: [] };
      }),
    ),
};
const boxesOf = (lines: readonly TextLine[]) => lines.map(({ box }) => box);

const locate = vi.fn<CardScanner['locate']>();
const find = vi.fn<CardScanner['lineFinder']['find']>();
const detect = vi.fn<CardScanner['detector']['detect']>();
const scanner: CardScanner = {
  locate,
  lineFinder: { find },
  detector: { detect },
  first: recogniser,
  second: recogniser,
  thresholds: { minLabels: 4 },
};
const linesOf = async (): Promise<LineBox[]> =>
  (await scanCard(PICTURE, scanner)).lines.map(({ box }) => box);

beforeEach(() => {
  locate.mockReset().mockResolvedValue(OUTLINE);
  find.mockReset().mockResolvedValue(boxesOf(CARD));
  detect.mockReset().mockResolvedValue(boxesOf(RECEIPT));
});

describe('scanCard', () => {
  it('reads the card where the locator sees it, and looks no further', async () => {
    const { isKtp, layout } = await scanCard(PICTURE, scanner);
    expect(isKtp).toBe(true);
    expect(layout.labels).toHaveLength(13);
    expect(detect).not.toHaveBeenCalled();
  });

  it('looks for any text where the locator sees no card', async () => {
    locate.mockResolvedValue(null);
    detect.mockResolvedValue(boxesOf(CARD));
    expect((await scanCard(PICTURE, scanner)).isKtp).toBe(true);
    expect(find).not.toHaveBeenCalled();
  });

  it('looks for any text where little of the card was found, and takes what shows more', async () => {
    find.mockResolvedValue(boxesOf(HALF));
    detect.mockResolvedValue(boxesOf(CARD));
    expect(await linesOf()).toHaveLength(CARD.length);
    detect.mockResolvedValue(boxesOf(RECEIPT));
    expect(await linesOf()).toHaveLength(HALF.length);
  });

  it('tells another paper by all of its text', async () => {
    find.mockResolvedValue([]);
    const scan = await scanCard(PICTURE, scanner);
    expect(scan.isKtp).toBe(false);
    expect(scan.lines.length).toBeGreaterThan(4);
    expect(scan.located).toBe(OUTLINE);
  });
});
