import { isRecord } from '../../../contract/is-record.js';
import { MalformedAnswerError, readArray, readNumber, readString } from '../api/read-json.js';
import type { TakenCapture } from '../capture/taken-captures.js';

/** Length of what is in front: how long the description behind it is. */
const PREFIX_BYTES = 4;

/** One run of bytes of a capture: a description of its parts, then the parts. */
export async function packCapture({
  still,
  frames,
}: TakenCapture): Promise<Uint8Array<ArrayBuffer>> {
  const description = {
    type: still.type,
    still: still.size,
    frames: frames.map(({ jpeg, atMs }) => ({ size: jpeg.size, atMs })),
  };
  const head = new TextEncoder().encode(JSON.stringify(description));
  const prefix = new DataView(new ArrayBuffer(PREFIX_BYTES));
  prefix.setUint32(0, head.length);
  const packed = new Blob([prefix, head, still, ...frames.map(({ jpeg }) => jpeg)]);
  return new Uint8Array(await packed.arrayBuffer());
}

/** @throws SyntaxError or MalformedAnswerError for what `packCapture` has not made */
export function unpackCapture(packed: Uint8Array<ArrayBuffer>): TakenCapture {
  if (packed.length < PREFIX_BYTES) throw new MalformedAnswerError('prefix');
  const headSize = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
  let offset = PREFIX_BYTES + headSize;
  const head: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(PREFIX_BYTES, offset)));
  const description = isRecord(head) ? head : {};
  const type = readString(description, 'type');
  const take = (size: number): Blob => {
    const part = new Blob([packed.subarray(offset, offset + size)], { type });
    offset += size;
    return part;
  };
  const still = take(readNumber(description, 'still'));
  const frames = readArray(description, 'frames').map((entry) => {
    const frame = isRecord(entry) ? entry : {};
    return { jpeg: take(readNumber(frame, 'size')), atMs: readNumber(frame, 'atMs') };
  });
  return { still, frames };
}
