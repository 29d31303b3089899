import { z } from 'zod';

/** One group of weights of TensorFlow.js: what lies one after the other in its shard. */
const group = z.object({
  weights: z.array(
    z.object({
      name: z.string(),
      shape: z.array(z.int().positive()),
      dtype: z.literal('float32'),
      quantization: z
        .object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() })
        .optional(),
    }),
  ),
});
const manifest = z.tuple([group]);

const MISMATCH = 'The weights are not those that are described.';

export interface TfjsWeight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/**
 * Weights of a TensorFlow.js network. Most are pressed to a byte each: value = byte × scale + min.
 *
 * @param description the JSON of `…-weights_manifest.json`
 * @param shard the bytes it describes
 * @throws TypeError when the two do not belong together
 */
export function readTfjsWeights(
  description: string,
  shard: Uint8Array,
): ReadonlyMap<string, TfjsWeight> {
  const [{ weights }] = manifest.parse(JSON.parse(description));
  const read = new Map<string, TfjsWeight>();
  let at = 0;
  for (const { name, shape, quantization } of weights) {
    const count = shape.reduce((product, length) => product * length, 1);
    const size = quantization ? count : count * Float32Array.BYTES_PER_ELEMENT;
    const bytes = shard.subarray(at, at + size);
    if (bytes.length < size) throw new TypeError(MISMATCH);
    read.set(name, {
      shape,
      values: quantization
        ? Float32Array.from(bytes, (byte) => byte * quantization.scale + quantization.min)
        : // A copy, because floats begin at multiples of four.
          new Float32Array(Uint8Array.from(bytes).buffer),
    });
    at += size;
  }
  if (at !== shard.length) throw new TypeError(MISMATCH);
  return read;
}
