// A deep import, kept in this one file: the SDK exports this from nowhere else.
import { historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';

/** Event members that tell of the machine a history was recorded on. */
const LOCAL = new Map<string, unknown>([
  ['identity', 'recorder'],
  ['stackTrace', ''],
]);

/** The JSON that `Worker.runReplayHistory` reads, without names and paths of this machine. */
export function historyToFixture(history: History): string {
  const scrubbed: unknown = JSON.parse(historyToJSON(history), (name, value: unknown) => {
    if (LOCAL.has(name)) return LOCAL.get(name);
    return name === 'encodedAttributes' ? withoutStack(value) : value;
  });
  return JSON.stringify(scrubbed);
}

interface EncodedAttributes {
  readonly data: string;
}

/** Message and stack of a failure, which our converter has moved into a payload. */
function withoutStack(payload: unknown): unknown {
  const { data, ...rest } = payload as EncodedAttributes;
  const attributes = JSON.parse(Buffer.from(data, 'base64').toString()) as { message: string };
  const plain = JSON.stringify({ message: attributes.message, stack_trace: '' });
  return { ...rest, data: Buffer.from(plain).toString('base64') };
}
