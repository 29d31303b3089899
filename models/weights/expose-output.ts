/** Field numbers and wire type of onnx.proto3: a model's graph, a graph's outputs, a value's name. */
const GRAPH = (7 << 3) | 2;
const OUTPUT = (12 << 3) | 2;
const NAME = (1 << 3) | 2;

/**
 * The network with one more output: a value inside it that the file does not offer. Protobuf joins
 * a message that stands twice, so what is added follows the verified bytes and changes none of them.
 *
 * @param name of the value, at most 100 letters of ASCII
 */
export function exposeOutput(network: Uint8Array, name: string): Uint8Array {
  const letters = Buffer.from(name, 'ascii');
  if (letters.length > 100) throw new RangeError('The name of an output is at most 100 letters.');
  const value = Buffer.concat([Buffer.from([NAME, letters.length]), letters]);
  const output = Buffer.concat([Buffer.from([OUTPUT, value.length]), value]);
  return Buffer.concat([network, Buffer.from([GRAPH, output.length]), output]);
}
