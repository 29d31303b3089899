import type { RasterImage } from '../../image/raster-image.js';
import { mapCardToPicture, type Photograph } from './photograph.js';
import { placeSheet } from './place-card.js';
import { drawPicture, openRaster, readRaster } from './sharp-raster.js';

export interface ScreenLook {
  /** Points of light across the screen. */
  readonly columns: number;
  /** Width of the card as a share of the screen's. */
  readonly reach: number;
  /** Where the card stands on the screen, as shares of the free space. */
  readonly x: number;
  readonly y: number;
  readonly page: string;
}

/** Width to height of a screen and its frame's width as a share of the screen's. */
const ASPECT = 16 / 10;
const BEZEL_SHARE = 0.03;
const CELL = 3;

/**
 * The card opened in a viewer on a monitor. Each point is drawn as three stripes of colour, finer
 * than the camera resolves: sampling them makes the moiré, as a real camera does.
 */
export async function showOnScreen(
  card: RasterImage,
  look: ScreenLook,
): Promise<{ readonly sheet: RasterImage; readonly cardOnSheet: Box }> {
  const rows = Math.round(look.columns / ASPECT);
  const width = Math.round(look.columns * look.reach);
  const height = Math.round((width * card.height) / card.width);
  const bar = Math.round(rows * 0.06);
  const left = Math.round((look.columns - width) * look.x);
  const top = Math.round(bar + (rows - bar - height) * look.y);
  const page = await drawPage(look, rows, bar);
  const resized = await openRaster(card).resize(width, height).raw().toBuffer();
  const shown = await readRaster(
    openRaster(page).composite([
      { input: resized, raw: { width, height, channels: 3 }, left, top },
    ]),
  );
  const bezel = Math.round(look.columns * BEZEL_SHARE);
  return {
    sheet: lightPoints(shown, bezel),
    cardOnSheet: {
      left: (left + bezel) * CELL,
      top: (top + bezel) * CELL,
      width: width * CELL,
      height: height * CELL,
    },
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

async function drawPage(look: ScreenLook, rows: number, bar: number): Promise<RasterImage> {
  const buttons = ['#e0564f', '#e6b93d', '#59b557'].map(
    (colour, index) =>
      `<circle cx="${String(bar * (0.7 + index))}" cy="${String(bar / 2)}" r="${String(bar * 0.22)}" fill="${colour}"/>`,
  );
  const drawing = `<rect width="100%" height="100%" fill="${look.page}"/><rect width="100%" height="${String(bar)}" fill="#d6d8dc"/>${buttons.join('')}`;
  return await drawPicture({ width: look.columns, height: rows }, drawing);
}

/** Share of a point's light that leaks into the stripes of the other two colours. */
const LEAK = 0.42;
/** Brings the mean back to what the picture had before two thirds of each colour were masked. */
const BACKLIGHT = 1.5;
const GAP_LEVEL = 0.6;
const BEZEL_LEVEL = 18;

function lightPoints(shown: RasterImage, bezel: number): RasterImage {
  const width = (shown.width + 2 * bezel) * CELL;
  const height = (shown.height + 2 * bezel) * CELL;
  const data = new Uint8ClampedArray(width * height * 3).fill(BEZEL_LEVEL);
  for (let row = 0; row < shown.height * CELL; row += 1) {
    const source = Math.floor(row / CELL) * shown.width * 3;
    const level = BACKLIGHT * (row % CELL === 0 ? GAP_LEVEL : 1);
    let target = ((row + bezel * CELL) * width + bezel * CELL) * 3;
    for (let column = 0; column < shown.width; column += 1) {
      for (let stripe = 0; stripe < CELL; stripe += 1) {
        for (let channel = 0; channel < 3; channel += 1) {
          const light = (shown.data[source + column * 3 + channel] ?? 0) * level;
          data[target + channel] = 14 + light * (channel === stripe ? 1 : LEAK);
        }
        target += 3;
      }
    }
  }
  return { width, height, data: new Uint8Array(data.buffer) };
}

/** Photographs the screen so that its frame covers `corners`. */
export async function photographScreen(
  card: RasterImage,
  look: ScreenLook,
  room: Photograph,
): Promise<Photograph> {
  const { sheet, cardOnSheet } = await showOnScreen(card, look);
  const photo = placeSheet(sheet, room.photo, room.corners);
  const toPicture = mapCardToPicture(room.corners);
  const { left, top, width, height } = cardOnSheet;
  const at = (x: number, y: number) => toPicture(x / sheet.width, y / sheet.height);
  return {
    photo,
    corners: [
      at(left, top),
      at(left + width, top),
      at(left + width, top + height),
      at(left, top + height),
    ],
  };
}
