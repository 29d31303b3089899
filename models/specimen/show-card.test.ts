import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RasterImage } from '../image/raster-image.js';
import { CLASSIC_STYLE } from './card/card-layout.js';
import { drawCard } from './card/draw-card.js';
import { printDetails } from './card/printed-fields.js';
import { inventDetails } from './invent-details.js';
import { showCard } from './show-card.js';
import { loadAreaTable } from './specimen-area.js';
import { SPECIMEN_CONDITIONS, type SpecimenCondition } from './specimen-condition.js';

const SEED = 4;
const LANDSCAPE = [1600, 1200] as const;
const SIZES: Readonly<Record<SpecimenCondition, readonly [number, number]>> = {
  flat: [1428, 900],
  photo: LANDSCAPE,
  tilt: LANDSCAPE,
  'rotated-90': [1200, 1600],
  'rotated-180': LANDSCAPE,
  dark: LANDSCAPE,
  glare: LANDSCAPE,
  blur: LANDSCAPE,
  'low-resolution': [640, 480],
  photocopy: LANDSCAPE,
  screen: LANDSCAPE,
  cropped: LANDSCAPE,
  obstructed: LANDSCAPE,
  overexposed: LANDSCAPE,
  motion: LANDSCAPE,
};

async function measure(jpeg: Uint8Array) {
  const { channels, isOpaque, sharpness } = await sharp(jpeg).stats();
  const means = channels.map(({ mean }) => mean);
  return {
    isOpaque,
    sharpness,
    brightness: means.reduce((sum, mean) => sum + mean, 0) / means.length,
    colour: Math.max(...means) - Math.min(...means),
    whitest: Math.min(...channels.map(({ max }) => max)),
  };
}

describe('showCard', () => {
  let card: RasterImage;
  let plain: Awaited<ReturnType<typeof measure>>;

  beforeAll(async () => {
    const fields = printDetails(inventDetails(SEED, await loadAreaTable()));
    card = await drawCard({ seed: SEED, fields, style: CLASSIC_STYLE, backdrop: 'red' });
    plain = await measure(await showCard(card, 'photo', SEED));
  }, 60_000);

  it.each(SPECIMEN_CONDITIONS)(
    'shows the card %s as a JPEG of its size',
    async (condition) => {
      const jpeg = await showCard(card, condition, SEED);
      const { format, width, height } = await sharp(jpeg, { failOn: 'warning' }).metadata();
      const [expectedWidth, expectedHeight] = SIZES[condition];
      expect(format).toBe('jpeg');
      expect(Math.abs(width - expectedWidth)).toBeLessThanOrEqual(2);
      // A copy lies a little askew, which makes its page a little higher.
      expect(Math.abs(height - expectedHeight)).toBeLessThanOrEqual(60);
      expect(jpeg.byteLength).toBeLessThan(2_000_000);
    },
    30_000,
  );

  it.each(['dark', 'glare', 'photocopy'] as const)(
    'shows it %s in the same way every time',
    async (condition) => {
      const first = await showCard(card, condition, SEED);
      expect(Buffer.from(first).equals(await showCard(card, condition, SEED))).toBe(true);
    },
    30_000,
  );

  it('has the fault that the condition names', async () => {
    const dark = await measure(await showCard(card, 'dark', SEED));
    const blur = await measure(await showCard(card, 'blur', SEED));
    const glare = await measure(await showCard(card, 'glare', SEED));
    const photocopy = await measure(await showCard(card, 'photocopy', SEED));
    expect(dark.brightness).toBeLessThan(plain.brightness / 3);
    expect(blur.sharpness).toBeLessThan(plain.sharpness / 3);
    expect(glare.whitest).toBe(255);
    expect(photocopy.colour).toBeLessThan(1);
    const motion = await measure(await showCard(card, 'motion', SEED));
    expect(motion.sharpness).toBeLessThan(plain.sharpness / 2);
    const overexposed = await measure(await showCard(card, 'overexposed', SEED));
    expect(overexposed.brightness).toBeGreaterThan(225);
  }, 30_000);
});
