import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { eq } from 'drizzle-orm';
import { createAdministration, type Administration } from '../../administration/administration.js';
import { createTransact } from '../../administration/administration-stores.js';
import type { CaptureRef } from '../../contract/capture.js';
import type { KtpDetails } from '../../contract/ktp-details.js';
import { createAssessmentStore } from '../../db/assessment-store.js';
import { createDataKeyStore } from '../../db/data-key-store.js';
import { assessment } from '../../db/schema/assessment.js';
import { createSubmissionStore } from '../../db/submission-store.js';
import { createDataKeys, type DataKeys } from '../../keys/data-keys.js';
import { readKeyId } from '../../keys/seal.js';
import { createLocalSealing } from '../../keys/sealing.js';
import { createCaptureStore, type CaptureStoreOptions } from '../../storage/capture-store.js';
import { createObjectClient } from '../../storage/object-client.js';
import { readObject } from '../../storage/read-object.js';
import { composeKeyRenewal } from '../../temporal/compose-key-renewal.js';
import { newKeyRing } from './memory/data-keys.js';
import { newSubmission } from './new-submission.js';
import type { ScratchDatabase } from './scratch-database.js';
import { sessionDigests } from './session-digests.js';

/** Who changes something, for the audit log. */
export const OPERATOR = 'cli:tester';

export const CARD_NAME = 'NAMA CONTOH';

/** Enough that a card without other values is whole. */
const FIELDS = [
  ...['nik', 'placeOfBirth', 'dateOfBirth', 'gender', 'bloodType', 'address', 'rt', 'rw'],
  ...['kelurahan', 'kecamatan', 'city', 'province', 'religion', 'maritalStatus', 'occupation'],
  ...['nationality', 'validUntil', 'placeOfIssue', 'dateOfIssue'],
];
const DETAILS = {
  ...Object.fromEntries(FIELDS.map((name) => [name, null])),
  name: CARD_NAME,
} as KtpDetails;

export interface SealedSubmission {
  readonly submissionId: string;
  readonly captures: readonly CaptureRef[];
}

export type KeyRenewalStage = ReturnType<typeof createKeyRenewalStage>;

/** Partners with something sealed, in a real database and object store, and the renewal of their keys. */
export function createKeyRenewalStage(
  { database }: Pick<ScratchDatabase, 'database'>,
  storage: CaptureStoreOptions,
) {
  const sealing = createLocalSealing(newKeyRing());
  const client = createObjectClient(storage, storage.url);
  /** Partners that a renewal was started for. */
  const started: string[] = [];
  const administration: Administration = createAdministration({
    transact: createTransact(database, sealing),
    now: () => new Date(),
    deliveryRuns: { replay: refuse, test: refuse },
    erasureRuns: { start: refuse },
    masterKey: sealing.master,
    keyRenewalRuns: {
      start: (code) => {
        started.push(code);
        return Promise.resolve();
      },
    },
  });

  /** As a process of its own has them: it has met no key yet. */
  const newProcess = (): DataKeys =>
    createDataKeys({ ...sealing, store: createDataKeyStore(database) });

  const renewing = (dataKeys = newProcess()) =>
    composeKeyRenewal({ database, sealing, dataKeys, storage });

  const readStored = async (key: string): Promise<Uint8Array> =>
    (await readObject(client, { bucket: storage.bucket, key, maxBytes: 1e6 }))!;

  const putStored = async (key: string, bytes: Buffer): Promise<void> => {
    await client.putObject(storage.bucket, key, bytes, bytes.length);
  };

  const readSealedKtp = async (submissionId: string): Promise<Uint8Array | null> => {
    const isOfIt = eq(assessment.submissionId, submissionId);
    const [row] = await database.select().from(assessment).where(isOfIt);
    return row!.ktpSealed;
  };

  const writeSealedKtp = async (submissionId: string, ktpSealed: Uint8Array | null) => {
    const isOfIt = eq(assessment.submissionId, submissionId);
    await database.update(assessment).set({ ktpSealed }).where(isOfIt);
  };

  /** With a card that was read, its photograph and a reference image. */
  const addSubmission = async (
    partnerCode: string,
    dataKeys = newProcess(),
  ): Promise<SealedSubmission> => {
    const submissions = createSubmissionStore(database, sessionDigests);
    const { id: submissionId } = await submissions.createOrFind(newSubmission({ partnerCode }));
    await createAssessmentStore(database, dataKeys).saveAssessment({
      ...{ submissionId, attempt: 1, check: 'DOCUMENT', verdict: 'PASS', reasonCode: null },
      ...{ score: null, signs: null, documentQuality: null, durationMs: 1 },
      ktp: { ktpDetails: DETAILS, ktpConfidence: { name: 0.9 } },
    });
    const keep = (attempt: number, documentType: 'KTP' | 'REFERENCE') =>
      createCaptureStore(storage, dataKeys).keep({
        ...{ partnerCode, submissionId, attempt, documentType },
        bytes: Buffer.from(`a drawn picture ${randomUUID()}`),
      });
    return { submissionId, captures: [await keep(1, 'KTP'), await keep(0, 'REFERENCE')] };
  };

  return {
    sealing,
    started,
    administration,
    newProcess,
    renewing,
    readStored,
    putStored,
    readSealedKtp,
    writeSealedKtp,
    addSubmission,

    async addPartner(): Promise<string> {
      const code = `P${randomUUID().slice(0, 8).toUpperCase()}`;
      await administration.partners.create(OPERATOR, { code });
      return code;
    },

    async renew(partnerCode: string): Promise<string> {
      return (await administration.dataKeys.renew(OPERATOR, partnerCode)).id;
    },

    /** One page of a pass, which is all of it for a partner of few submissions. */
    reseal(
      partnerCode: string,
      dataKeyId: string,
      {
        after = null,
        dataKeys,
      }: { readonly after?: string | null; readonly dataKeys?: DataKeys } = {},
    ) {
      return run(renewing(dataKeys).resealPage, { partnerCode, dataKeyId, after });
    },

    retire(partnerCode: string, dataKeyId: string) {
      return run(renewing().retireOlderKeys, { partnerCode, dataKeyId });
    },

    /** Which keys have sealed what is stored, read from the bytes themselves. */
    async listKeyIds(submissions: readonly SealedSubmission[]): Promise<readonly string[]> {
      const ids: string[] = [];
      for (const { submissionId, captures } of submissions) {
        ids.push(readKeyId((await readSealedKtp(submissionId))!));
        for (const { key } of captures) ids.push(readKeyId(await readStored(key)));
      }
      return [...new Set(ids)];
    },

    /** What a partner and a check read of it. */
    async readAll({ submissionId, captures }: SealedSubmission, dataKeys = newProcess()) {
      const assessments = createAssessmentStore(database, dataKeys);
      const store = createCaptureStore(storage, dataKeys);
      const pictures: string[] = [];
      for (const { key } of captures) pictures.push(Buffer.from(await store.fetch(key)).toString());
      return { details: await assessments.readSubmissionDetails(submissionId), pictures };
    },
  };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('no Temporal'));
}

function run<Input, Output>(
  activity: (input: Input) => Promise<Output>,
  input: Input,
): Promise<Output> {
  return new MockActivityEnvironment().run<[Input], Output, typeof activity>(activity, input);
}
