import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toReading } from '../../text/line-reading.js';
import { createImageSharer } from '../../text/line-picture.js';
import type { TextRecogniser } from '../../text/text-recogniser.js';
import { createPrintScanner } from './print-scanner.js';
import { cardLines, charactersOf, ROWS } from '../testing/text-lines.js';

const PICTURE = createImageSharer()({
  width: 560,
  height: 440,
  data: new Uint8Array(560 * 440 * 3),
});
const CARD = cardLines(ROWS);
const locate = () =>
  Promise.resolve([
    { x: 90, y: 60 },
    { x: 790, y: 60 },
    { x: 790, y: 480 },
    { x: 90, y: 480 },
  ] as const);
const finders = {
  lineFinder: { find: () => Promise.resolve(CARD.map(({ box }) => box)) },
  detector: { detect: () => Promise.resolve([]) },
  thresholds: { minLabels: 4 },
};

const recognise = {
  own: vi.fn<TextRecogniser['recognise']>(),
  general: vi.fn<TextRecogniser['recognise']>(),
};
const own: TextRecogniser = { recognise: recognise.own };
const general: TextRecogniser = { recognise: recognise.general };

/** Reads each line of the card, right way up, by where its box lies. */
function readAs(confidence: number, change = (text: string) => text): TextRecogniser['recognise'] {
  return (_, boxes) =>
    Promise.resolve(
      boxes.map(({ centre, angle }) => {
        const line = CARD.find(
          ({ box }) => Math.hypot(box.centre.x - centre.x, box.centre.y - centre.y) < 1,
        );
        const text = Math.cos(angle) > 0 && line ? change(line.reading.text) : '';
        return toReading(charactersOf(text, confidence));
      }),
    );
}

const scan = async (second: TextRecogniser | null = general) =>
  await createPrintScanner(
    {
      recognisers: { first: own, check: own, second },
      model: second === null ? 'own' : 'own-and-general',
    },
    finders,
  )(PICTURE, locate);

beforeEach(() => {
  recognise.own.mockReset().mockImplementation(readAs(0.999));
  recognise.general.mockReset().mockImplementation(readAs(0.98));
});

describe('createPrintScanner', () => {
  it('has print that ours knows read by ours, with the general one behind it', async () => {
    const { scanned, readers } = await scan();
    expect(scanned.isKtp).toBe(true);
    expect(readers).toMatchObject({ first: own, check: own, second: general });
    expect(recognise.general).not.toHaveBeenCalled();
  });

  it('has other print read by the general one alone, with its own confidences', async () => {
    const usual = (await scan()).readers.calibration;
    recognise.own.mockImplementation(readAs(0.95, (text) => text.replace('BUDI', 'BUOI')));
    const { scanned, readers } = await scan();
    expect(readers).toMatchObject({ first: general, check: null, second: null });
    expect(readers.calibration).not.toEqual(usual);
    expect(scanned.lines.map(({ reading }) => reading.text)).toContain(': BUDI CONTOH');
  });

  it('stays with ours where the general one sees no card', async () => {
    recognise.own.mockImplementation(readAs(0.95));
    recognise.general.mockImplementation(readAs(0.98, () => 'Kopi susu'));
    const { scanned, readers } = await scan();
    expect(scanned.isKtp).toBe(true);
    expect(readers.first).toBe(own);
  });

  it('stays with ours where nothing stands behind it', async () => {
    recognise.own.mockImplementation(readAs(0.95));
    expect((await scan(null)).readers.first).toBe(own);
  });
});
