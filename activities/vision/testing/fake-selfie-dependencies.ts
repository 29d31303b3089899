import { randomBytes } from 'node:crypto';
import { createCaptureNonces, type CaptureNonces } from '../../../keys/capture-nonces.js';
import type { FingerprintedSelfie } from '../../../db/selfie-fingerprint-store.js';
import type { SelfieDependencies } from '../assess-selfie.js';

type Models = SelfieDependencies['models'];

export interface FakeSelfieDependencies extends SelfieDependencies {
  readonly captureNonces: CaptureNonces;
  /** Selfies whose fingerprints were kept. */
  readonly kept: FingerprintedSelfie[];
}

/** A living person whose pictures were never seen before, but for what a test says. */
export function createFakeSelfieDependencies(
  models: Partial<Models> = {},
  earlier: { readonly distance: number | null; readonly isRepeated: boolean } = {
    distance: null,
    isRepeated: false,
  },
): FakeSelfieDependencies {
  const kept: FingerprintedSelfie[] = [];
  return {
    kept,
    captureNonces: createCaptureNonces({
      activeKeyId: 'k1',
      keys: new Map([['k1', randomBytes(32)]]),
    }),
    fingerprints: {
      compareAndKeep: (selfie) => {
        kept.push(selfie);
        return Promise.resolve(earlier);
      },
    },
    models: {
      livenessAssessor: {
        assess: () =>
          Promise.resolve({
            verdict: 'PASS',
            reasonCode: null,
            livenessScore: 0.98,
            isInDoubt: false,
            face: { left: 8, top: 8, width: 48, height: 48 },
            signs: [],
          }),
      },
      challengeAssessor: {
        assess: () => Promise.resolve({ isAnswered: true, evidence: { criteria: [] }, signs: [] }),
      },
      pictures: {
        fingerprintOf: () => Promise.resolve('ab'),
        mirrorFingerprint: () => 'ba',
        nearCopyDistance: 8,
        findBurstSigns: () => Promise.resolve([]),
      },
      ...models,
    },
  };
}
