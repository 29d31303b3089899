import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { PersonCapture } from '../../contract/flow.js';
import { splitFrames, type FrameSequence } from '../../contract/frame-sequence.js';
import type { PlatformContext } from './platform-context.js';
import { readStoredCapture } from './stored-captures.js';

const presignAnswer = z.object({
  data: z.object({
    submissionId: z.uuid(),
    attempt: z.int(),
    captureNonce: z.string().optional(),
  }),
});
type Presign = z.infer<typeof presignAnswer>['data'];

/** What a page has uploaded, attempt by attempt. */
export interface UploadLog {
  /** The nonce of each attempt, in their order. */
  readonly nonces: readonly (string | undefined)[];
  /** A capture of an attempt, counted from 1, as the object store has it. */
  readCapture(attempt: number, document: PersonCapture): Promise<Uint8Array>;
  readSelfie(attempt: number): Promise<FrameSequence>;
}

export function logUploads(page: Page, platform: PlatformContext): UploadLog {
  const presigns: Presign[] = [];
  const nonces: (string | undefined)[] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'GET' || !response.url().includes('/submissions/url?'))
      return;
    const { data } = presignAnswer.parse(await response.json());
    presigns.push(data);
    nonces.push(data.captureNonce);
  });
  const readCapture: UploadLog['readCapture'] = async (attempt, document) => {
    const presign = presigns.find((each) => each.attempt === attempt);
    if (presign === undefined) throw new Error(`Nothing was uploaded for ${String(attempt)}.`);
    const { submissionId } = presign;
    return await readStoredCapture(platform, { submissionId, attempt, documentType: document });
  };
  return {
    nonces,
    readCapture,
    readSelfie: async (attempt) => splitFrames(await readCapture(attempt, 'SELFIE')),
  };
}
