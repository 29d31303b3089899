import type { GreyFrame } from '../guidance/grey-frame.js';

/** A card as it lies in a painted view. */
export interface PaintedCard {
  /** Width as a share of the view's; the outline's is 0.86. */
  readonly reach?: number;
  /** Of its middle, in shares of the view. */
  readonly x?: number;
  readonly y?: number;
  /** Degrees, clockwise. */
  readonly turn?: number;
  /** Share by which the upper side is shorter than the lower. */
  readonly slant?: number;
  readonly paper?: number;
  readonly isBlank?: boolean;
  /** In shares of the card: a white patch with this half width. */
  readonly glare?: number;
  /** A thumb from the left over the first values; its level. */
  readonly thumb?: number;
  /** A finger from below the view to the middle of the card; its level. */
  readonly finger?: number;
  /** A shadow that falls as the finger would lie; the share of the light that is left in it. */
  readonly shadow?: number;
  /** Of what the card lies on. */
  readonly desk?: number;
  readonly isUpsideDown?: boolean;
}

const SIZE = { width: 320, height: 213 } as const;
const DESK = 90;
const INK = 40;
const CARD_ASPECT = 85.6 / 53.98;

/** A desk, and on it a card with rows of print and a portrait, or nothing. */
export function paintView(card: PaintedCard | null, light = 1): GreyFrame {
  const { width, height } = SIZE;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // Four samples a pixel, as a lens softens every edge.
      let sum = 0;
      for (const [dx, dy] of [
        [0.25, 0.25],
        [0.75, 0.25],
        [0.25, 0.75],
        [0.75, 0.75],
      ] as const) {
        sum += card === null ? DESK : levelOver(card, x + dx, y + dy);
      }
      data[y * width + x] = Math.min(255, (sum / 4) * light);
    }
  }
  return { width, height, data };
}

/** With what comes between the camera and the card. */
function levelOver(card: PaintedCard, x: number, y: number): number {
  const isBetween = Math.abs(x - 0.48 * SIZE.width) < 0.15 * SIZE.width && y > 0.5 * SIZE.height;
  if (!isBetween) return levelAt(card, x, y);
  return card.finger ?? levelAt(card, x, y) * (card.shadow ?? 1);
}

function levelAt(card: PaintedCard, x: number, y: number): number {
  const place = toCard(card, x, y);
  if (place.u < 0 || place.u > 1 || place.v < 0 || place.v > 1) return card.desk ?? DESK;
  const { u, v } = card.isUpsideDown === true ? { u: 1 - place.u, v: 1 - place.v } : place;
  if (card.thumb !== undefined && u > 0.03 && u < 0.4 && v > 0.35 && v < 0.7) return card.thumb;
  const { glare = 0, paper = 200 } = card;
  if (Math.abs(u - 0.45) < glare && Math.abs(v - 0.5) < glare) return 255;
  if (card.isBlank === true) return paper;
  if (u > 0.75 && u < 0.95 && v > 0.3 && v < 0.75) return 110;
  const isRow = v > 0.1 && v < 0.9 && (v * 14) % 1 < 0.5;
  const isStroke = u > 0.05 && u < 0.6 && (u * 45) % 1 < 0.4;
  return isRow && isStroke ? INK : paper;
}

/** Shares of the card's width and height. */
function toCard(card: PaintedCard, x: number, y: number) {
  const { reach = 0.82, turn = 0, slant = 0 } = card;
  const cardWidth = SIZE.width * reach;
  const radians = (-turn * Math.PI) / 180;
  const dx = x - SIZE.width * (card.x ?? 0.5);
  const dy = y - SIZE.height * (card.y ?? 0.5);
  const across = dx * Math.cos(radians) - dy * Math.sin(radians);
  const down = dx * Math.sin(radians) + dy * Math.cos(radians);
  const v = (down / cardWidth) * CARD_ASPECT + 0.5;
  const narrow = 1 - slant * (1 - v);
  return { u: across / cardWidth / narrow + 0.5, v };
}

/** Print as fine as it is read, so many times averaged with the pixels around. */
export function paintPrint(softness: number, ink = INK): GreyFrame {
  const [width, height] = [192, 160];
  const sharp = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isRow = y % 28 > 6 && y % 28 < 22;
      const isStroke = (x + 3 * Math.floor(y / 28)) % 11 < 5 && y % 7 < 5 && x < 150;
      sharp[y * width + x] = isRow && isStroke ? ink : 200;
    }
  }
  let print: GreyFrame = { width, height, data: sharp };
  for (let pass = 0; pass < softness; pass += 1) print = soften(print);
  return print;
}

function soften({ width, height, data }: GreyFrame): GreyFrame {
  const soft = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (const row of [Math.max(0, y - 1), y, Math.min(height - 1, y + 1)]) {
        for (const column of [Math.max(0, x - 1), x, Math.min(width - 1, x + 1)]) {
          sum += data[row * width + column] ?? 0;
        }
      }
      soft[y * width + x] = Math.round(sum / 9);
    }
  }
  return { width, height, data: soft };
}
