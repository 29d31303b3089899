import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import type { DataKeys } from '../../keys/data-keys.js';
import { createCaptureEraser } from '../../storage/capture-eraser.js';
import { createKeyRenewalStage, type KeyRenewalStage } from '../support/key-renewal-stage.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const { storage, databaseUrl } = inject('platform');

let scratch: ScratchDatabase;
let stage: KeyRenewalStage;
let partnerCode: string;

beforeAll(async () => {
  scratch = await createScratchDatabase(databaseUrl);
  stage = createKeyRenewalStage(scratch, storage);
});

afterAll(() => scratch.drop());

beforeEach(async () => {
  partnerCode = await stage.addPartner();
});

/** Data keys with which something happens between what was found and what is sealed anew of it. */
function meanwhile(happens: () => Promise<void>): DataKeys {
  const dataKeys = stage.newProcess();
  return {
    ...dataKeys,
    reseal: async (...given) => {
      const resealed = await dataKeys.reseal(...given);
      await happens();
      return resealed;
    },
  };
}

describe('beside a renewal', () => {
  it('an object that is erased does not come back', async () => {
    const { submissionId } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const eraser = createCaptureEraser(storage);
    const dataKeys = meanwhile(async () => {
      await eraser.removeObjects(await eraser.listObjects(submissionId));
    });
    expect(await stage.reseal(partnerCode, younger, { dataKeys })).toMatchObject({ unopened: 0 });
    expect(await eraser.listObjects(submissionId)).toEqual([]);
  });

  it('an object that is replaced stays as it was put', async () => {
    const { captures } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const { key } = captures[0]!;
    const other = Buffer.from(
      await stage.newProcess().seal(partnerCode, Buffer.from('other'), key),
    );
    const dataKeys = meanwhile(() => stage.putStored(key, other));
    await stage.reseal(partnerCode, younger, { dataKeys });
    expect(Buffer.from(await stage.readStored(key))).toEqual(other);
  });

  it('a column that is erased stays empty', async () => {
    const { submissionId } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const dataKeys = meanwhile(() => stage.writeSealedKtp(submissionId, null));
    await stage.reseal(partnerCode, younger, { dataKeys });
    expect(await stage.readSealedKtp(submissionId)).toBeNull();
  });

  it('what is kept anew is sealed by the younger key and found by no pass', async () => {
    const younger = await stage.renew(partnerCode);
    const sealed = await stage.addSubmission(partnerCode);
    expect(await stage.listKeyIds([sealed])).toEqual([younger]);
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 0 });
  });

  it('what a process seals that has not met the younger key yet is found by the next pass', async () => {
    const late = stage.newProcess();
    const first = await stage.addSubmission(partnerCode, late);
    const younger = await stage.renew(partnerCode);
    await stage.reseal(partnerCode, younger);
    const second = await stage.addSubmission(partnerCode, late);
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 3 });
    expect(await stage.listKeyIds([first, second])).toEqual([younger]);
  });
});
