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

/**
 * Data keys with which something happens once, between what was read of the first object or column whose
 * place begins so and what is written of it.
 */
function meanwhile(beginning: 'captures/' | 'assessment/', happens: () => Promise<void>): DataKeys {
  const dataKeys = stage.newProcess();
  let hasHappened = false;
  return {
    ...dataKeys,
    reseal: async (dataKeyId, sealed, context) => {
      const resealed = await dataKeys.reseal(dataKeyId, sealed, context);
      if (context.startsWith(beginning) && !hasHappened) {
        hasHappened = true;
        await happens();
      }
      return resealed;
    },
  };
}

describe('beside a renewal', () => {
  it('an object that is erased does not come back', async () => {
    const { submissionId } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const eraser = createCaptureEraser(storage);
    const dataKeys = meanwhile('captures/', async () => {
      await eraser.removeObjects(await eraser.listObjects(submissionId));
    });
    expect(await stage.reseal(partnerCode, younger, { dataKeys })).toMatchObject({ unopened: 0 });
    expect(await eraser.listObjects(submissionId)).toEqual([]);
  });

  it('an object that is replaced stays as it was put', async () => {
    const { captures } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const others = new Map<string, Buffer>();
    for (const { key } of captures) {
      const other = await stage.newProcess().seal(partnerCode, Buffer.from('other'), key);
      others.set(key, Buffer.from(other));
    }
    const dataKeys = meanwhile('captures/', async () => {
      for (const [key, other] of others) await stage.putStored(key, other);
    });
    await stage.reseal(partnerCode, younger, { dataKeys });
    for (const [key, other] of others) {
      expect(Buffer.from(await stage.readStored(key))).toEqual(other);
    }
  });

  it('a column that is erased stays empty', async () => {
    const { submissionId } = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    const dataKeys = meanwhile('assessment/', () => stage.writeSealedKtp(submissionId, null));
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
