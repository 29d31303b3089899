import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeImage } from '../../image/decode-image.js';
import type { RasterImage } from '../../image/raster-image.js';
import { loadCardFont, type CardFont } from '../card/card-font.js';
import { mapCardToPicture } from './photograph.js';
import { renderScene, type ScenePlan, type Setting } from './render-scene.js';
import { drawPicture } from './sharp-raster.js';

/** Red and green above, blue and white below. */
const QUADRANTS = [
  { at: [0.25, 0.25], colour: [200, 20, 20] },
  { at: [0.75, 0.25], colour: [20, 180, 20] },
  { at: [0.25, 0.75], colour: [20, 20, 200] },
  { at: [0.75, 0.75], colour: [235, 235, 235] },
] as const;

const POSE = {
  rotation: 17,
  foreshortening: 0.2,
  farSide: 60,
  reach: 0.55,
  centre: { x: 0.45, y: 0.52 },
};
const DESK: Setting = { kind: 'desk', pose: POSE, backdrop: 'plain' };
const SCREEN: Setting = {
  kind: 'screen',
  pose: { ...POSE, reach: 0.8, rotation: 3 },
  backdrop: 'plain',
  look: { columns: 500, reach: 0.6, x: 0.9, y: 0.1, page: '#888' },
};

describe('renderScene', () => {
  let card: RasterImage;
  let font: CardFont;

  const render = async (change: Partial<ScenePlan>, seed = 5) => {
    const plan: ScenePlan = {
      surface: [],
      setting: DESK,
      picture: [],
      quarterTurns: 0,
      file: { longSidePx: 800, jpegQuality: 92 },
      ...change,
    };
    return await renderScene(card, plan, { seed, font });
  };

  /** Mean colour of a spot in the middle of each quarter of the card, found by the corners. */
  const lookAtQuadrants = async (change: Partial<ScenePlan>) => {
    const { jpeg, corners } = await render(change);
    const toPicture = mapCardToPicture(corners);
    return await Promise.all(
      QUADRANTS.map(async ({ at }) => {
        const { x, y } = toPicture(at[0], at[1]);
        const spot = { left: Math.round(x) - 6, top: Math.round(y) - 6, width: 12, height: 12 };
        const { channels } = await sharp(await sharp(jpeg).extract(spot).toBuffer()).stats();
        return channels.map(({ mean }) => mean);
      }),
    );
  };

  beforeAll(async () => {
    const fills = QUADRANTS.map(
      ({ at, colour }) =>
        `<rect x="${String((at[0] - 0.25) * 600)}" y="${String((at[1] - 0.25) * 378)}" width="300" height="189" fill="rgb(${colour.join()})"/>`,
    );
    card = await drawPicture({ width: 600, height: 378 }, fills.join(''));
    font = await loadCardFont();
  });

  it.each([
    ['flat', { setting: { kind: 'flat' } }],
    ['on a desk', {}],
    ['turned once', { quarterTurns: 1 }],
    ['turned twice', { quarterTurns: 2 }],
    ['turned three times', { quarterTurns: 3 }],
    ['made smaller', { file: { longSidePx: 800, scale: 0.6, jpegQuality: 92 } }],
    ['folded and worn', { surface: [{ kind: 'wear', scratches: 4, specks: 9 }] }],
  ] as const satisfies readonly (readonly [string, Partial<ScenePlan>])[])(
    'tells where the card lies: %s',
    async (_, change) => {
      const seen = await lookAtQuadrants(change);
      for (const [index, colour] of seen.entries()) {
        for (const [channel, mean] of colour.entries()) {
          expect(Math.abs(mean - QUADRANTS[index]!.colour[channel]!)).toBeLessThan(25);
        }
      }
    },
    30_000,
  );

  it('tells where the card lies on a monitor', async () => {
    const [red, green, blue, white] = await lookAtQuadrants({ setting: SCREEN });
    expect(red!.indexOf(Math.max(...red!))).toBe(0);
    expect(green!.indexOf(Math.max(...green!))).toBe(1);
    expect(blue!.indexOf(Math.max(...blue!))).toBe(2);
    expect(Math.min(...white!)).toBeGreaterThan(100);
  }, 30_000);

  it('tells where the card lies on a photocopy', async () => {
    const copier = { rotation: 3, contrast: 1.2, specks: 3 };
    const seen = await lookAtQuadrants({ setting: { kind: 'photocopy', copier } });
    for (const colour of seen) expect(Math.max(...colour) - Math.min(...colour)).toBeLessThan(4);
    const [red, green, blue, white] = seen.map(([level]) => level!);
    expect(white!).toBeGreaterThan(green!);
    expect(green!).toBeGreaterThan(Math.min(red!, blue!));
  }, 30_000);

  it('does to the picture what each fault says', async () => {
    const mean = async (change: Partial<ScenePlan>) => {
      const { data } = await decodeImage((await render(change)).jpeg);
      return data.reduce((sum, level) => sum + level, 0) / data.length;
    };
    const plain = await mean({});
    expect(await mean({ picture: [{ kind: 'dim', share: 0.3 }] })).toBeLessThan(plain * 0.4);
    const exposed = { kind: 'overexposure', gain: 3, flare: 0.1 } as const;
    expect(await mean({ picture: [exposed] })).toBeGreaterThan(plain * 1.3);
    const shade = { kind: 'shadow', x: 0.5, y: 0.5, degrees: 0, darkness: 0.6, softness: 0.02 };
    expect(await mean({ picture: [{ ...shade, kind: 'shadow' }] })).toBeLessThan(plain * 0.85);
    expect(await mean({ surface: [{ kind: 'fade', strength: 0.9 }] })).toBeGreaterThan(plain * 1.1);
  }, 30_000);

  it('lays grain, folds and clutter elsewhere for another seed', async () => {
    const change = { picture: [{ kind: 'noise', spread: 6 }] } as const;
    const [first, again, other] = await Promise.all([
      render(change, 5),
      render(change, 5),
      render(change, 6),
    ]);
    expect(Buffer.from(first.jpeg).equals(again.jpeg)).toBe(true);
    expect(Buffer.from(first.jpeg).equals(other.jpeg)).toBe(false);
  }, 30_000);
});
