import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { fitHomography } from '../image/fit-homography.js';
import { toGreyImage, type GreyImage } from '../image/grey-image.js';
import type { MapPoint, MapPointInto, Quad } from '../image/homography.js';
import { lookOnce } from '../image/look-once.js';
import type { RasterImage } from '../image/raster-image.js';
import { readOutput } from '../image/read-output.js';
import { shrinkGrey } from '../image/shrink-grey.js';
import { standardiseGrey } from '../image/standardise-grey.js';
import { isCardLike } from './is-card-like.js';
import { laidStraight, layStraight } from './lay-straight.js';
import { openCardNetwork } from './open-card-network.js';

export interface CardLocator {
  /**
   * The card's corners in reading orientation, pixels of the picture, good to a few hundredths of its
   * width; they may lie beyond the picture. Each picture is looked at once, whoever asks: the same card is
   * read and its portrait compared. What was found goes with the picture.
   *
   * @param grey the picture without its colours, where it is there already
   * @returns `null` where no card is seen
   */
  locate(picture: RasterImage, grey?: GreyImage): Promise<Quad | null>;
}

/** Pixels of the network's input, each side. */
const SIDE = 256;
/** Pixels of a cell of its answer, each side. */
const CELL = 8;
const COLUMNS = SIDE / CELL;
/** Likelihood from which a cell lies on the card. */
const ON_CARD = 0.5;
/** Fewer cells are too few to read anything on: a card of a tenth of the picture's width. */
const MIN_CELLS = 8;
/** Cells the perspective is fitted to; more take milliseconds and tell nothing new. */
const MAX_CELLS = 400;
/** Pixels of the picture's long side from which the card is cut for the second look. */
const CLOSE_SIDE = 640;
/** The card in the input at second look: as large as leaves room for what the first was off. */
const LAID = { width: SIDE, height: SIDE, cardWidth: 200 } as const;

/** With the network that ships with the project. */
export async function openCardLocator(): Promise<CardLocator> {
  return createCardLocator(await openCardNetwork('card-locator'));
}

/**
 * The locator trained for the card (`models/card/training/locator.py`): 1×1×256×256 greys with mean 0
 * and deviation 1 in, 1×3×32×32 out: of each cell, how likely it lies on the card, and where on it, in
 * shares of the card's sides. All cells together give the perspective. It looks twice: at the whole
 * picture, and at the card laid straight and as large as it likes it.
 */
function createCardLocator(session: InferenceSession): CardLocator {
  async function look(raster: GreyImage, toPicture: MapPoint): Promise<Quad | null> {
    const values = standardiseGrey(raster, { width: SIDE, height: SIDE });
    const tensor = new Tensor('float32', values, [1, 1, SIDE, SIDE]);
    return placeCard(readOutput(await session.run({ picture: tensor }), 'answer'), toPicture);
  }
  async function lookTwice(picture: GreyImage): Promise<Quad | null> {
    const close = shrinkTo(picture, CLOSE_SIDE);
    const pitch = Math.max(picture.width, picture.height) / SIDE;
    const rough = await look(shrinkTo(close, SIDE), (x, y) => ({ x: x * pitch, y: y * pitch }));
    if (rough === null) return null;
    const toPicture = laidStraight(rough, LAID);
    const scale = close.width / picture.width;
    const toClose: MapPointInto = (x, y, into = { x: 0, y: 0 }) => {
      toPicture(x, y, into);
      into.x *= scale;
      into.y *= scale;
      return into;
    };
    return (await look(layStraight(close, toClose, LAID), toPicture)) ?? rough;
  }
  return {
    locate: lookOnce((picture: RasterImage, grey?: GreyImage) =>
      lookTwice(grey ?? toGreyImage(picture)),
    ),
  };
}

function shrinkTo(picture: GreyImage, longSide: number): GreyImage {
  const scale = Math.min(longSide / Math.max(picture.width, picture.height), 1);
  return shrinkGrey(picture, {
    width: Math.max(Math.round(picture.width * scale), 1),
    height: Math.max(Math.round(picture.height * scale), 1),
  });
}

function placeCard(answer: Float32Array, toPicture: MapPoint): Quad | null {
  const count = COLUMNS * COLUMNS;
  const cells = Array.from({ length: count }, (_, cell) => cell).filter(
    (cell) => (answer[cell] ?? 0) >= ON_CARD,
  );
  if (cells.length < MIN_CELLS) return null;
  const step = Math.ceil(cells.length / MAX_CELLS);
  const used = cells.filter((_, index) => index % step === 0);
  const fitted = fitHomography(
    used.map((cell) => ({
      from: { x: answer[count + cell] ?? 0, y: answer[2 * count + cell] ?? 0 },
      to: toPicture(((cell % COLUMNS) + 0.5) * CELL, (Math.floor(cell / COLUMNS) + 0.5) * CELL),
      weight: answer[cell] ?? 0,
    })),
  );
  if (fitted === null) return null;
  const corners: Quad = [fitted(0, 0), fitted(1, 0), fitted(1, 1), fitted(0, 1)];
  return isCardLike(corners) ? corners : null;
}
