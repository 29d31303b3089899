import { Tensor, type InferenceSession } from 'onnxruntime-node';
import type { GreyImage } from '../image/grey-image.js';
import type { MapPoint, Point, Quad } from '../image/homography.js';
import { readOutput } from '../image/read-output.js';
import { standardiseGrey } from '../image/standardise-grey.js';
import { foldHalfTurn, type LineBox } from '../text/line-box.js';
import { findComponents } from '../text/find-components.js';
import { fitCore } from './fit-core.js';
import { laidStraight, layStraight } from './lay-straight.js';

export interface LineFinder {
  /**
   * The lines of print on a card, as turned rectangles of the picture.
   *
   * @param outline the card's corners in the picture, in reading orientation, roughly
   */
  find(picture: GreyImage, outline: Quad): Promise<LineBox[]>;
}

/** The card in the network's input, pixels; the margin is for outlines that are a little off. */
const LAID = { width: 640, height: 416, cardWidth: 576 } as const;
/** Pixels of the input to one of the answer. */
const STRIDE = 2;
/** Likelihood from which a pixel is of a core. */
const PIXEL_THRESHOLD = 0.4;
/** Mean likelihood from which its pixels are print. */
const CORE_THRESHOLD = 0.6;
/** Pixels of the answer. Smaller is dirt. */
const MIN_HEIGHT = 1.5;
/**
 * What is found of a core is 1.15 of the capitals high and 0.15 of them longer at either end than the
 * print (160 photographs of the tune split). The box of a line is 1.88 capitals high and a third of
 * one longer at either end, as the recogniser was trained on (`cut-run.ts`).
 */
const GROWTH = { height: 1.88 / 1.15, ends: (2 * (0.33 - 0.15)) / 1.15 } as const;

/**
 * The line map trained for the card (`models/card/training/line_map.py`): 1×1×416×640 greys of the
 * card laid straight, mean 0 and deviation 1, in; 1×1×208×320 likelihoods of the core of a line out.
 */
export function createLineFinder(session: InferenceSession): LineFinder {
  return {
    async find(picture, outline) {
      const toPicture = laidStraight(outline, LAID);
      const laid = layStraight(picture, toPicture, LAID);
      const tensor = new Tensor('float32', standardiseGrey(laid), [1, 1, LAID.height, LAID.width]);
      const values = readOutput(await session.run({ picture: tensor }), 'answer');
      const map = { width: LAID.width / STRIDE, height: LAID.height / STRIDE, values };
      return findComponents(map, PIXEL_THRESHOLD)
        .filter(({ meanValue }) => meanValue >= CORE_THRESHOLD)
        .map(({ rows }) => fitCore(rows))
        .filter(({ height }) => height >= MIN_HEIGHT)
        .map((core) => putBack(grow(core), toPicture));
    },
  };
}

function grow(core: LineBox): LineBox {
  const { width, height } = core;
  return { ...core, width: width + GROWTH.ends * height, height: height * GROWTH.height };
}

/** The rectangle in the picture that a box of the answer comes from. */
function putBack({ centre, width, height, angle }: LineBox, toPicture: MapPoint): LineBox {
  const [cos, sin] = [Math.cos(angle) / 2, Math.sin(angle) / 2];
  const at = (along: number, across: number): Point =>
    toPicture(
      (centre.x + along * width * cos - across * height * sin) * STRIDE,
      (centre.y + along * width * sin + across * height * cos) * STRIDE,
    );
  const [left, right, top, bottom] = [at(-1, 0), at(1, 0), at(0, -1), at(0, 1)];
  return {
    centre: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    width: Math.hypot(right.x - left.x, right.y - left.y),
    height: Math.hypot(bottom.x - top.x, bottom.y - top.y),
    angle: foldHalfTurn(Math.atan2(right.y - left.y, right.x - left.x)),
  };
}
