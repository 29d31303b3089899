import { expect, it } from 'vitest';
import type { OutboundClient } from '../outbound/outbound-client.js';
import { askForImageUrl } from './ask-for-image-url.js';
import { downloadImage } from './download-image.js';

const URL_OF_IMAGE = 'https://contoh.example/i.png';
const SOURCE = {
  partnerCode: 'CONTOH',
  url: 'https://contoh.example/coe/reference-image-url',
  method: 'GET' as const,
  headers: {},
  imageHosts: [],
};
const SUBJECT = {
  partnerCode: 'CONTOH',
  partnerSessionId: 'session-1',
  partnerUserId: 'user-1',
  partnerUserIdType: 'CONTOH_USER_ID',
};

/** A client whose partner lets the time run out, and how long it had been given. */
function createHangingClient() {
  const patience: number[] = [];
  const client: OutboundClient = {
    send: ({ timeoutMs }) => {
      patience.push(timeoutMs);
      return Promise.resolve({ httpStatus: null, errorClass: 'TIMEOUT' });
    },
  };
  return { client, patience };
}

// Contract §9.
it.each<[string, (client: OutboundClient) => Promise<unknown>]>([
  [
    'says where an image is',
    (client) => askForImageUrl(client, { source: SOURCE, subject: SUBJECT, privateNetworks: [] }),
  ],
  [
    'sends the image',
    (client) => downloadImage(client, { url: URL_OF_IMAGE, imageHosts: [], privateNetworks: [] }),
  ],
])(
  'a partner that hangs before it %s is waited for five seconds, and asked again',
  async (_what, ask) => {
    const { client, patience } = createHangingClient();
    await expect(ask(client)).rejects.toMatchObject({
      type: 'ReferenceImageUnavailable',
      nonRetryable: false,
    });
    expect(patience).toEqual([5_000]);
  },
);
