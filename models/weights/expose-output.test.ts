import { expect, it } from 'vitest';
import { openSession } from './create-session.js';
import { exposeOutput } from './expose-output.js';

/** A field of protobuf: number and wire type 2, its length, its bytes. */
const field = (number: number, bytes: Uint8Array) =>
  Buffer.concat([Buffer.from([(number << 3) | 2, bytes.length]), bytes]);
const text = (number: number, letters: string) => field(number, Buffer.from(letters));
const whole = (number: number, value: number) => Buffer.from([number << 3, value]);

/** One float named so, as inputs and outputs are declared. */
function declare(name: string): Buffer {
  const shape = field(2, field(1, whole(1, 1)));
  return Buffer.concat([text(1, name), field(2, field(1, Buffer.concat([whole(1, 1), shape])))]);
}

const node = (input: string, output: string) =>
  field(1, Buffer.concat([text(1, input), text(2, output), text(4, 'Neg')]));

/** y = −(−x), of which the file offers y alone. */
const network = Buffer.concat([
  whole(1, 8),
  field(
    7,
    Buffer.concat([
      node('x', 'inside'),
      node('inside', 'y'),
      text(2, 'g'),
      field(11, declare('x')),
      field(12, declare('y')),
    ]),
  ),
  field(8, whole(2, 13)),
]);

it('offers a value inside a network and keeps what was offered', async () => {
  expect((await openSession(network)).outputNames).toEqual(['y']);
  expect((await openSession(exposeOutput(network, 'inside'))).outputNames).toEqual(['y', 'inside']);
});

it('refuses a name that would not fit', () => {
  expect(() => exposeOutput(network, 'x'.repeat(101))).toThrow(RangeError);
});
