import { METADATA_ENCODING_KEY, type Payload, type PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { KeyRing } from '../keys/key-ring.js';
import { open, seal } from '../keys/seal.js';

const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

/** Binds sealed payloads to their use: a sealed database column does not open as one. */
const CONTEXT = 'temporal/payload';

const PayloadProto = proto.temporal.api.common.v1.Payload;

/**
 * Encrypts whole payloads with AES-256-GCM, metadata included. The newest key encrypts, every key
 * of the ring decrypts. Payloads that are not encrypted pass decoding unchanged, so that a
 * namespace can be moved to encryption while workflows run.
 *
 * Not covered, by Temporal's design: ids, search attributes, names of types and queues, timings.
 */
export function createEncryptionCodec(keyRing: KeyRing): PayloadCodec {
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypt(keyRing, payload))),
    // Wrapped in an async function so that a broken seal is a rejection, not a throw.
    decode: async (payloads) => {
      const plain = payloads.map((payload) => decrypt(keyRing, payload));
      return Promise.resolve(plain);
    },
  };
}

function encrypt(keyRing: KeyRing, payload: Payload): Payload {
  return {
    metadata: {
      [METADATA_ENCODING_KEY]: Buffer.from(ENCODING),
      [KEY_ID]: Buffer.from(keyRing.activeKeyId),
    },
    data: seal(keyRing, PayloadProto.encode(payload).finish(), CONTEXT),
  };
}

function decrypt(keyRing: KeyRing, payload: Payload): Payload {
  const encoding = payload.metadata?.[METADATA_ENCODING_KEY];
  if (encoding === undefined || Buffer.from(encoding).toString() !== ENCODING) return payload;
  return PayloadProto.decode(open(keyRing, payload.data ?? new Uint8Array(), CONTEXT));
}
