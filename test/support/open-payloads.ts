import type { Client } from '@temporalio/client';

type Codec = Client['options']['loadedDataConverter']['payloadCodecs'][number];
type Payload = Parameters<Codec['decode']>[0][number];

/** A copy of the history in which every payload is opened with the key ring of the client. */
export function openPayloads(value: unknown, temporal: Client): Promise<unknown> {
  const [codec] = temporal.options.loadedDataConverter.payloadCodecs;
  if (codec === undefined) throw new Error('The client opens no payloads.');
  return openWith(value, codec);
}

async function openWith(value: unknown, codec: Codec): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => openWith(item, codec)));
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (isPayload(value)) return codec.decode([value]);
  const members = Object.entries(value).map(async ([name, member]: [string, unknown]) => [
    name,
    await openWith(member, codec),
  ]);
  return Object.fromEntries(await Promise.all(members)) as unknown;
}

function isPayload(value: object): value is Payload {
  return 'metadata' in value && 'data' in value && value.data instanceof Uint8Array;
}
