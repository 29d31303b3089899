import { randomBytes } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { DataConverter } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { createVisionActivities } from '../../activities/vision/create-vision-activities.js';
import { createDataConverter } from '../../temporal/data-converter.js';
import { clearTextOf } from '../support/clear-text.js';
import { createFakeActivities, type FakeActivities } from './fake-activities.js';
import { startSubmission, withWorkers } from './submission-driver.js';
import { useStage } from './use-stage.js';

/** Invented; the area code does not exist. */
const NIK = '9901010101010001';
const NAME = 'NAMA REKAAN CONTOH';

const keyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const encrypting = createDataConverter(keyRing);

const stage = useStage(encrypting);

/** Everything an operator of the server can read of a run, with its base64 decoded. */
async function readHistory(fakes: FakeActivities, dataConverter: DataConverter): Promise<string> {
  return withWorkers({ ...stage, options: { dataConverter } }, fakes, async () => {
    const running = await startSubmission(stage.environment, 'KYC_LITE');
    await running.confirm(1, 'KTP', 'SELFIE');
    await running.result();
    return clearTextOf(await running.handle.fetchHistory());
  });
}

/** Fails as a careless activity would: with the person's data in message, type and cause. */
function failWithPersonalData(): FakeActivities {
  const fakes = createFakeActivities();
  fakes.vision.readKtp = () => {
    const cause = new Error(`Failed query: insert … params: ${NIK},${NAME}`);
    return Promise.reject(
      ApplicationFailure.create({ message: `cannot read ${NIK}`, cause, nonRetryable: true }),
    );
  };
  return fakes;
}

describe('what the history of a submission shows', () => {
  it('holds no personal data even when an activity fails with it in its error', async () => {
    const text = await readHistory(failWithPersonalData(), encrypting);
    expect(text).toContain('binary/encrypted');
    expect(text).not.toContain(NIK);
    expect(text).not.toContain(NAME);
    expect(text).not.toContain('cannot read');
  });

  it('holds neither verdicts nor object keys in clear', async () => {
    const fakes = createFakeActivities();
    const text = await readHistory(fakes, encrypting);
    expect(text).not.toContain('captures/');
    expect(text).not.toContain('"verdict"');
  });

  it('would show both without the failure converter: the search itself can fail', async () => {
    const payloadsOnly = { payloadCodecs: encrypting.payloadCodecs ?? [] };
    const text = await readHistory(failWithPersonalData(), payloadsOnly);
    expect(text).toContain(NIK);
    expect(text).toContain(NAME);
  });

  it('needs no encryption to be free of the card: our activities fail without values', async () => {
    const { readKtp } = createVisionActivities({
      captures: { fetch: () => Promise.reject(new Error(`GET ${NAME}`)) },
      assessments: { saveAssessment: () => Promise.reject(new Error(NIK)) },
      fingerprints: { compareAndKeep: () => Promise.reject(new Error(NIK)) },
      captureNonces: { isIssued: () => true },
      models: {
        decodeImage: () => Promise.reject(new Error(NIK)),
        ktpReader: { read: () => Promise.reject(new Error(NIK)) },
        livenessAssessor: { assess: () => Promise.reject(new Error(NIK)) },
        challengeAssessor: { assess: () => Promise.reject(new Error(NIK)) },
        pictures: {
          fingerprintOf: () => Promise.reject(new Error(NIK)),
          mirrorFingerprint: (fingerprint) => fingerprint,
          nearCopyDistance: 0,
          findBurstSigns: () => Promise.reject(new Error(NIK)),
        },
        faceMatcher: {
          match: () => Promise.reject(new Error(NIK)),
          matchPortrait: () => Promise.reject(new Error(NIK)),
        },
      },
    });
    const ktp = { documentType: 'KTP', key: 'k', sha256: '', bytes: 1 } as const;
    const failure: unknown = await new MockActivityEnvironment()
      .run(readKtp, { submissionId: 's', attempt: 1, ktp })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    const { message, stack, cause } = failure as ApplicationFailure;
    expect(`${message}${stack ?? ''}${String(cause)}`).not.toMatch(new RegExp(`${NIK}|${NAME}`));
  });
});
