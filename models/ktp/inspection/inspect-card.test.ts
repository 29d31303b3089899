import { describe, expect, it } from 'vitest';
import type { CardSignName } from '../../card/card-sign.js';
import { all, INK, paint, PAPER, RED, SKIN, WHITE, type Paint } from '../../card/testing/paint.js';
import type { Quad } from '../../image/homography.js';
import type { RasterImage } from '../../image/raster-image.js';
import { createImageSharer } from '../../text/line-picture.js';
import { fillSlots } from '../layout/fill-slots.js';
import { inspectCard, type SeenCard } from './inspect-card.js';
import { cardLines } from '../testing/text-lines.js';
import { KTP_THRESHOLDS } from '../thresholds.js';

const PICTURE = { width: 980, height: 504 };
const OUTLINE: Quad = [
  { x: 90, y: 0 },
  { x: 890, y: 0 },
  { x: 890, y: 503 },
  { x: 90, y: 503 },
];
const LINES = cardLines([
  ['NIK', '3171011708900001'],
  ['Nama', 'BUDI CONTOH'],
  ['Tempat/Tgl Lahir', 'MEDAN, 17-08-1990'],
  ['Jenis Kelamin', 'LAKI-LAKI'],
  ['Alamat', 'JL. CONTOH NO. 3'],
  ['RT/RW', '003/007'],
]);
const PRINT = { sharpness: 0.5, sharpnessAcross: 0.46, paper: 225, contrast: 190, lineHeight: 20 };

const rectangle =
  (left: number, top: number, right: number, bottom: number, colour: typeof INK): Paint =>
  (x, y) =>
    x >= left && x < right && y >= top && y < bottom ? colour : null;
/** Rows of blots 3 px wide with no rhythm, as letters have none. */
const strokes: Paint = (x, y) => {
  const row = Math.floor((y - 92) / 24);
  const isInRow = x > 100 && x < 460 && row >= 0 && row < 6 && (y - 92) % 24 < 16;
  const chance = Math.sin(Math.floor(x / 3) * 12.9898 + Math.floor(y / 4) * 78.233) * 43758.5453;
  return isInRow && chance - Math.floor(chance) < 0.4 ? INK : null;
};
const CARD = [
  all([70, 60, 55]),
  rectangle(90, 0, 890, 504, PAPER),
  strokes,
  rectangle(690, 141, 850, 358, RED),
];

/** Each in memory of its own. */
const toLinePicture = (image: RasterImage) => createImageSharer(image.width * image.height)(image);

function inspect(layers: readonly Paint[], changes: Partial<SeenCard> = {}) {
  const seen = {
    image: toLinePicture(paint(PICTURE, ...layers)),
    lines: LINES,
    layout: fillSlots(LINES),
    isKtp: true,
    outline: OUTLINE,
    located: null,
    print: PRINT,
    ...changes,
  };
  const inspection = inspectCard(seen, KTP_THRESHOLDS);
  const signOf = (name: CardSignName) => inspection.signs.find((sign) => sign.name === name);
  const faults = inspection.signs.filter(({ isFault }) => isFault).map(({ name }) => name);
  return { ...inspection, signOf, faults };
}

describe('a card that was found', () => {
  it('has no fault when it is shown well', () => {
    const { faults, coverage, hiddenSlots, portraitBackground, signs, placement } = inspect(CARD);
    expect(placement).toBe('PLACED');
    expect(faults).toEqual([]);
    expect([...coverage, ...hiddenSlots]).toEqual([]);
    expect(portraitBackground).toBe('RED');
    expect(new Set(signs.map(({ name }) => name)).size).toBe(signs.length);
  });

  it('has glare where a reflection hides the end of a value', () => {
    const lamp: Paint = (x, y) => (Math.hypot(x - 420, y - 124) < 40 ? WHITE : null);
    const { faults, hiddenSlots, coverage, signOf } = inspect([...CARD, lamp]);
    expect(faults).toEqual(['glare']);
    expect(hiddenSlots.has('name')).toBe(true);
    expect(hiddenSlots.has('gender')).toBe(false);
    expect(coverage.get('name')).toBeGreaterThan(0.3);
    const [topLeft, , bottomRight] = signOf('glare')!.regions[0]!;
    expect(topLeft.x).toBeLessThan(420);
    expect(bottomRight.x).toBeGreaterThan(400);
  });

  it('does not mind a reflection beside the values', () => {
    const lamp: Paint = (x, y) => (Math.hypot(x - 400, y - 400) < 60 ? WHITE : null);
    expect(inspect([...CARD, lamp]).faults).toEqual([]);
  });

  it('is obstructed where a finger lies on values, and not beside them', () => {
    expect(inspect([...CARD, rectangle(330, 110, 450, 504, SKIN)]).faults).toEqual(['obstruction']);
    expect(inspect([...CARD, rectangle(600, 400, 760, 504, SKIN)]).faults).toEqual([]);
  });

  it('is cropped, and nothing is said of what lies beyond the border', () => {
    const right = { x: 1200, y: 0 };
    const cut: Quad = [OUTLINE[0], right, { ...right, y: 503 }, OUTLINE[3]];
    const { faults, signOf } = inspect(CARD, { outline: cut });
    expect(faults).toContain('crop');
    expect(inspect(CARD).hiddenSlots.size).toBe(0);
    expect(signOf('photocopy')).toBeUndefined();
    expect(signOf('portrait')).toBeUndefined();
  });

  it('hides the values that begin beyond the border', () => {
    const left = { x: -160, y: 0 };
    const cut: Quad = [left, OUTLINE[1], OUTLINE[2], { ...left, y: 503 }];
    const late = LINES.map((line) => ({ ...line, left: line.left - 320, right: line.right - 320 }));
    const moved = late.map(({ box, ...line }) => ({
      ...line,
      box: { ...box, centre: { ...box.centre, x: box.centre.x - 320 } },
    }));
    const { hiddenSlots } = inspect(CARD, { outline: cut, layout: fillSlots(moved) });
    expect(hiddenSlots.has('name')).toBe(true);
    expect(inspect(CARD, { outline: cut }).hiddenSlots.has('name')).toBe(false);
  });

  it('is a copy without colour, and no card without a portrait', () => {
    const { data, ...size } = paint(PICTURE, ...CARD);
    const grey = { ...size, data: data.map((_, at) => data[at - (at % 3) + 1] ?? 0) };
    expect(inspect([], { image: toLinePicture(grey) }).faults).toEqual(['photocopy']);
    const bare = rectangle(690, 141, 850, 358, PAPER);
    expect(inspect([...CARD, bare]).faults).toContain('portrait');
  });

  it('is no card as it was issued with a portrait that is turned', () => {
    const [x0, y0] = [770, 250];
    const turn = (4 * Math.PI) / 180;
    const turned: Paint = (x, y) => {
      const across = (x - x0) * Math.cos(turn) + (y - y0) * Math.sin(turn);
      const down = (y - y0) * Math.cos(turn) - (x - x0) * Math.sin(turn);
      return Math.abs(across) < 82 && Math.abs(down) < 112 ? RED : null;
    };
    const bare = rectangle(690, 141, 850, 358, PAPER);
    const { faults, signOf } = inspect([...CARD, bare, turned]);
    expect(faults).toEqual(['pasting']);
    expect(signOf('pasting')!.score).toBeGreaterThan(3);
    expect(signOf('pasting')!.regions[0]![0].x).toBeCloseTo(690, -2);
    expect(inspect(CARD).signOf('pasting')!.score).toBeLessThan(0.5);
  });

  it('is a print on paper with square corners, unless a display shows it', () => {
    const down = <Place extends { readonly y: number }>(place: Place) => ({
      ...place,
      y: place.y + 30,
    });
    const lines = LINES.map(({ box, ...line }) => ({
      ...down(line),
      box: { ...box, centre: down(box.centre) },
    }));
    const [a, b, c, d] = OUTLINE;
    const outline: Quad = [down(a), down(b), down(c), down(d)];
    const desk = paint({ width: PICTURE.width, height: 30 }, all([70, 60, 55])).data;
    const data = Buffer.concat([desk, paint(PICTURE, ...CARD).data, desk]);
    const seen = { lines, layout: fillSlots(lines), outline };
    const size = { width: PICTURE.width, height: PICTURE.height + 60 };
    const image = toLinePicture({ ...size, data });
    expect(inspect([], { ...seen, image }).faults).toEqual(['print']);
    const points = data.map((level, at) => level * (Math.floor(at / 3) % 5 < 2 ? 0.6 : 1));
    const { signOf } = inspect([], { ...seen, image: toLinePicture({ ...size, data: points }) });
    expect(signOf('screen')!.isFault).toBe(true);
    expect(signOf('print')).toBeUndefined();
  });

  it('is not judged by colours that the light has washed out', () => {
    const print = { ...PRINT, paper: 255, contrast: 15 };
    const { faults, signOf } = inspect([all(WHITE)], { print });
    expect(faults).toEqual(['overexposure']);
    expect(signOf('photocopy')).toBeUndefined();
  });

  it('is blurred where a card is seen and no line of it can be read', () => {
    const nothing = { isKtp: false, outline: null, print: null, lines: [], layout: fillSlots([]) };
    const shade: Paint = (x) => [200 - x / 10, 200 - x / 10, 190 - x / 10];
    expect(inspect([shade], { ...nothing, located: OUTLINE }).faults).toEqual(['blur']);
    expect(inspect(CARD, { ...nothing, located: OUTLINE }).faults).toEqual([]);
    expect(inspect([shade], nothing).faults).toEqual([]);
  });

  it('is not placed by three labels, nor without an outline', () => {
    const lines = LINES.slice(0, 6);
    expect(inspect(CARD, { lines, layout: fillSlots(lines) }).placement).toBe('FEW_LABELS');
    expect(inspect(CARD, { outline: null }).placement).toBe('NOT_AS_CARD');
  });

  it('shows only its print where the outline cannot be a card’s', () => {
    const [a, , c, d] = OUTLINE;
    const { signs, placement } = inspect(CARD, { outline: [a, { x: 95, y: 2 }, c, d] });
    expect(placement).toBe('NOT_AS_CARD');
    expect(signs.map(({ name }) => name)).toEqual([
      'size',
      'darkness',
      'overexposure',
      'blur',
      'motion',
    ]);
  });
});

describe('print', () => {
  it('is small, dark, blurred or shaken', () => {
    const faultsOf = (print: Partial<typeof PRINT>) =>
      inspect(CARD, { print: { ...PRINT, ...print }, outline: null }).faults;
    expect(faultsOf({ lineHeight: 6, sharpness: 0.05 })).toEqual(['size']);
    expect(faultsOf({ paper: 30, contrast: 25 })).toEqual(['darkness']);
    expect(faultsOf({ sharpness: 0.1, sharpnessAcross: 0.1 })).toEqual(['blur']);
    expect(faultsOf({ sharpnessAcross: 0.21 })).toEqual(['motion']);
  });
});

describe('a picture without a card', () => {
  const nothing = { isKtp: false, outline: null, print: null, lines: [], layout: fillSlots([]) };

  it('is overexposed, dark or neither', () => {
    expect(inspect([all(WHITE)], nothing).faults).toEqual(['overexposure']);
    expect(inspect([all([12, 12, 14])], nothing).faults).toEqual(['darkness']);
    expect(inspect([all([120, 110, 100])], nothing).faults).toEqual([]);
  });

  it('cuts a card off whose words run into its border, and not any text', () => {
    const lines = LINES.slice(0, 8).map((line) => ({
      ...line,
      box: { ...line.box, centre: { ...line.box.centre, x: line.box.width / 2 } },
    }));
    const cut = { ...nothing, lines, layout: fillSlots([]) };
    expect(inspect(CARD, cut).faults).toEqual(['crop']);
    const other = lines.map((line) => ({ ...line, reading: { ...line.reading, text: 'Lorem' } }));
    expect(inspect(CARD, { ...cut, lines: other }).faults).toEqual([]);
  });
});
