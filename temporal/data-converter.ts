import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import type { KeyRing } from '../keys/key-ring.js';
import { createEncryptionCodec } from './encryption-codec.js';

/** The workflow bundle needs this path too: workflow code encodes failures in the sandbox. */
export const FAILURE_CONVERTER_PATH = fileURLToPath(
  new URL('./failure-converter.js', import.meta.url),
);

/** For every client and worker: no payload and no failure leaves the process in clear. */
export function createDataConverter(keyRing: KeyRing): DataConverter {
  return {
    payloadCodecs: [createEncryptionCodec(keyRing)],
    failureConverterPath: FAILURE_CONVERTER_PATH,
  };
}
