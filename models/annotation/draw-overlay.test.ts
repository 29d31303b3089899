import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CardSign } from '../card/card-sign.js';
import type { Quad } from '../image/homography.js';
import { loadCardFont } from '../specimen/card/card-font.js';
import { drawOverlay } from './draw-overlay.js';
import { PALETTE } from './palette.js';
import { viewPicture } from './picture-view.js';
import { createFakeFont, readName } from './testing/card-reading.js';

/** The picture is 2000 px wide, so nothing is scaled. */
const VIEW = viewPicture({ width: 2000, height: 1200 }, 0);

function cornersOf([a, b, c, d]: Quad): string {
  return [a, b, c, d].map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

function boxOf(left: number, top: number, right: number, bottom: number): Quad {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

describe('the drawing over a picture', () => {
  it('outlines the card, boxes labels thinly and values in the colour of their confidence', () => {
    const outline = boxOf(60, 40, 900, 560);
    const { svg } = drawOverlay(readName('SITI', { outline }), VIEW, createFakeFont());
    expect(svg).toContain(`<polygon points="${cornersOf(outline)}"`);
    expect(svg).toMatch(
      new RegExp(`points="${cornersOf(boxOf(100, 90, 140, 110))}"[^>]*width="1"`),
    );
    expect(svg).toMatch(
      new RegExp(`points="${cornersOf(boxOf(300, 90, 500, 110))}"[^>]*stroke="${PALETTE.sure}"`),
    );
  });

  it('names field, value and confidence beside the value', () => {
    const font = createFakeFont();
    drawOverlay(readName('SITI'), VIEW, font);
    const beside = font.drawn.filter(({ x, centreY }) => x > 500 && x < 700 && centreY === 100);
    expect(beside.map(({ text }) => text)).toEqual(['name', 'SITI', '0.99']);
  });

  it.each([
    [0.57, '0.57'],
    [0.8999, '0.89'],
    [1, '1.00'],
  ])('shows a confidence of %d as %s', (confidence, shown) => {
    const font = createFakeFont();
    drawOverlay(readName('SITI', { ktpConfidence: { name: confidence } }), VIEW, font);
    expect(font.drawn.map(({ text }) => text)).toContain(shown);
  });

  it.each([
    [0.9, PALETTE.sure],
    [0.899, PALETTE.unsure],
    [0.6, PALETTE.unsure],
    [0.599, PALETTE.poor],
  ])('draws a value of confidence %d in its colour', (confidence, colour) => {
    const reading = readName('SITI', { ktpConfidence: { name: confidence } });
    const { svg } = drawOverlay(reading, VIEW, createFakeFont());
    expect(svg).toContain(`stroke="${colour}" stroke-width="2.5"`);
  });

  it('hatches regions with what was measured there', () => {
    const region = boxOf(300, 88, 400, 112);
    const signs: CardSign[] = [
      {
        name: 'glare',
        kind: 'QUALITY',
        score: 2.5,
        threshold: 1,
        isFault: true,
        regions: [region],
      },
      { name: 'blur', kind: 'QUALITY', score: 0.2, threshold: 0.8, isFault: false, regions: [] },
    ];
    const font = createFakeFont();
    const { svg } = drawOverlay(readName('SITI', { signs }), VIEW, font);
    expect(svg).toContain(`<polygon points="${cornersOf(region)}" fill="url(#quality)"`);
    const inPicture = font.drawn.filter(({ x }) => x < VIEW.width).map(({ text }) => text);
    expect(inPicture).toEqual(expect.arrayContaining(['glare', '2.50, fault from 1.00']));
    expect(inPicture).not.toContain('blur');
  });

  it('hatches a region as large as the card along its edge, and clips it to the picture', () => {
    const beyond = boxOf(300, 60, 9000, 1100);
    const signs: CardSign[] = [
      {
        name: 'crop',
        kind: 'QUALITY',
        score: 0.4,
        threshold: 0.1,
        isFault: true,
        regions: [beyond],
      },
    ];
    const { svg, width } = drawOverlay(readName('SITI', { signs }), VIEW, createFakeFont());
    expect(svg).toContain(
      `<polygon points="${cornersOf(beyond)}" fill="none" stroke="url(#quality)"`,
    );
    expect(width).toBeLessThan(VIEW.width + 1000);
  });

  it('says in the panel how the card was judged and on what', () => {
    const font = createFakeFont();
    const { width } = drawOverlay(
      readName('SITI', {
        verdict: 'RETRY',
        reasonCode: 'KTP_GLARE',
        crossChecks: { nikArea: 'WARN' },
        fields: {
          name: {
            raw: '51TI',
            value: 'SITI',
            reason: 'LOOK_ALIKE',
            distance: 2,
            readConfidence: 1,
          },
        },
      }),
      VIEW,
      font,
    );
    const panel = font.drawn.filter(({ x }) => x > VIEW.width).map(({ text }) => text);
    expect(panel).toEqual(
      expect.arrayContaining([
        ...['RETRY', 'KTP_GLARE', 'nikArea', 'WARN'],
        ...['name: 51TI', 'LOOK_ALIKE', 'detect', '40'],
      ]),
    );
    expect(width).toBeGreaterThan(VIEW.width);
  });

  it('draws text as outlines, so that a value is never markup', async () => {
    const { svg, width, height } = drawOverlay(readName('M & CO <X>'), VIEW, await loadCardFont());
    expect(svg).not.toContain('CO <X>');
    expect(svg).not.toContain('<text');
    const { info } = await sharp(Buffer.from(svg)).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width, height });
  });

  it('leaves room beside the picture for a text that does not fit into it', () => {
    const filled = viewPicture({ width: 520, height: 312 }, 0);
    const { width } = drawOverlay(readName('SITI'), filled, createFakeFont());
    expect(width).toBeGreaterThan(drawOverlay(readName('SITI'), VIEW, createFakeFont()).width);
  });
});
