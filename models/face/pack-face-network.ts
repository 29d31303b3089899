import { LAYER_SHAPES } from '../../web/src/faces/face-layers.js';
import { readTfliteConvolutions, type TfliteConvolution } from '../weights/read-tflite.js';

/** Largest size of a signed byte that has its negative. */
const MOST = 127;

/**
 * The capture app's network for faces as it is shipped, of MediaPipe's: see `unpackLayers` for the
 * order. What it looks at is grey, so that the taps of the three colours come to one, exactly. A tap is a
 * byte, in parts of the largest of its channel.
 *
 * @throws TypeError when it is another network
 */
export function packFaceNetwork(tflite: Uint8Array): Uint8Array {
  const layers = readTfliteConvolutions(tflite).map(toRows);
  const isAlike =
    layers.length === LAYER_SHAPES.length &&
    LAYER_SHAPES.every(({ channels, taps }, index) => {
      const rows = layers[index]?.rows ?? [];
      return rows.length === channels && rows.every((row) => row.length === taps);
    });
  if (!isAlike) throw new TypeError('This is not the network that the capture app knows.');
  const scaled = layers.flatMap(({ rows, bias }) =>
    rows.map((row, channel) => {
      const scale = Math.fround(Math.max(...row.map(Math.abs)) / MOST);
      return { scale, bias: bias[channel] ?? 0, taps: row.map((tap) => Math.round(tap / scale)) };
    }),
  );
  const floats = Float32Array.from(scaled.flatMap(({ scale, bias }) => [scale, bias]));
  const taps = Int8Array.from(scaled.flatMap((channel) => channel.taps));
  return Buffer.concat([Buffer.from(floats.buffer), Buffer.from(taps.buffer)]);
}

/** One row of taps for each channel that is given out. */
function toRows({ isDepthwise, shape, taps, bias }: TfliteConvolution) {
  const [first = 0, rows = 0, columns = 0, last = 0] = shape;
  const area = rows * columns;
  if (isDepthwise) {
    const channels = Array.from({ length: last }, (_, channel) =>
      Array.from({ length: area }, (_tap, tap) => taps[tap * last + channel] ?? 0),
    );
    return { rows: channels, bias };
  }
  const channels = Array.from({ length: first }, (_, channel) => {
    const own = Array.from(taps.subarray(channel * area * last, (channel + 1) * area * last));
    return area === 1 ? own : sumColours(own, last);
  });
  return { rows: channels, bias };
}

function sumColours(taps: readonly number[], colours: number): number[] {
  return Array.from({ length: taps.length / colours }, (_, tap) =>
    taps.slice(tap * colours, (tap + 1) * colours).reduce((sum, value) => sum + value, 0),
  );
}
