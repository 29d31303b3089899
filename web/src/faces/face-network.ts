import { addPointwise, placeInPicture, RIMMED_SIDE, runStem } from './convolve.js';
import {
  BLOCKS,
  GRIDS,
  INPUT_SIDE,
  PLACE_VALUES,
  STEM_CHANNELS,
  type FaceLayers,
  type Layer,
} from './face-layers.js';
import { createMap, placeOf, type FeatureMap } from './feature-map.js';
import { runBlock } from './run-block.js';

/** What one grid of the network says, cell by cell in rows from the top. */
export interface GridAnswer {
  readonly side: number;
  /** Faces that each cell may tell of. */
  readonly anchors: number;
  /** How sure, for each of them: before the logistic function. */
  readonly scores: Float32Array;
  /** `PLACE_VALUES` for each of them, in pixels of the square from the cell's middle. */
  readonly places: Float32Array;
}

/**
 * @param square `INPUT_SIDE²` levels of grey, rows from the top
 * @returns the same arrays every time, filled anew
 */
export type FaceNetwork = (square: Uint8Array) => readonly GridAnswer[];

/** Memory is used again for every picture. */
export function createFaceNetwork(layers: FaceLayers): FaceNetwork {
  const picture = new Float32Array(RIMMED_SIDE ** 2);
  const stem = createMap(INPUT_SIDE / 2, STEM_CHANNELS);
  let side = stem.side;
  const maps = BLOCKS.map(([, channels, step]) => createMap((side /= step), channels));
  const row = new Float32Array(stem.side * Math.max(...BLOCKS.map(([channels]) => channels)));
  const answers = GRIDS.map((grid) => ({
    ...grid,
    scores: new Float32Array(grid.side ** 2 * grid.anchors),
    places: new Float32Array(grid.side ** 2 * grid.anchors * PLACE_VALUES),
  }));
  return (square) => {
    for (let y = 0; y < INPUT_SIDE; y += 1) {
      const at = placeInPicture(0, y);
      for (let x = 0; x < INPUT_SIDE; x += 1) {
        picture[at + x] = (square[y * INPUT_SIDE + x] ?? 0) / 127.5 - 1;
      }
    }
    runStem(picture, layers.stem, stem);
    let from = stem;
    for (const [index, block] of layers.blocks.entries()) {
      const to = maps[index] ?? from;
      runBlock(from, block, to, row);
      from = to;
    }
    for (const [index, { block, scores, places }] of answers.entries()) {
      const map = maps[block] ?? from;
      readGrid(map, layers.scores[index] ?? layers.scores[0], scores);
      readGrid(map, layers.places[index] ?? layers.places[0], places);
    }
    return answers;
  };
}

function readGrid(from: FeatureMap, layer: Layer, into: Float32Array): void {
  into.fill(0);
  const { side, values } = from;
  for (let y = 0; y < side; y += 1) {
    const target = { values: into, first: y * side * layer.bias.length };
    addPointwise({ values, first: placeOf(from, 0, y) }, layer, target, side);
  }
}
