import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDataKeyStore } from '../../db/data-key-store.js';
import { dataKey } from '../../db/schema/data-key.js';
import { readKeyId, seal } from '../../keys/seal.js';
import {
  CARD_NAME,
  createKeyRenewalStage,
  OPERATOR,
  type KeyRenewalStage,
  type SealedSubmission,
} from '../support/key-renewal-stage.js';
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

describe('the renewal of a data key', () => {
  it('leaves columns and objects under the younger key, reading as before, and the older key gone', async () => {
    const before = stage.newProcess();
    const sealed = [
      await stage.addSubmission(partnerCode, before),
      await stage.addSubmission(partnerCode, before),
    ];
    const [older] = await stage.listKeyIds(sealed);
    const read = await Promise.all(sealed.map((one) => stage.readAll(one, before)));
    expect(JSON.stringify(read)).toContain(CARD_NAME);

    const younger = await stage.renew(partnerCode);
    expect(stage.started).toEqual([partnerCode]);
    const found = { after: null, found: 6, unopened: 0 };
    expect(await stage.reseal(partnerCode, younger)).toEqual(found);
    expect(await stage.reseal(partnerCode, younger)).toEqual({ ...found, found: 0 });
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: true });

    expect(await stage.listKeyIds(sealed)).toEqual([younger]);
    const [row] = await scratch.database.select().from(dataKey).where(eq(dataKey.id, older!));
    expect(row).toMatchObject({ wrapped: null, wrappedBy: null });
    expect(row!.retiredAt).not.toBeNull();
    expect(await Promise.all(sealed.map((one) => stage.readAll(one)))).toEqual(read);

    const listed = (await stage.administration.dataKeys.list()).filter(
      (key) => key.partnerCode === partnerCode,
    );
    expect(listed).toMatchObject([
      { id: older, isActive: false, cardFields: 0, wrappedBy: null },
      { id: younger, isActive: true, cardFields: 2, retiredAt: null },
    ]);
    const { entries } = await stage.administration.audit.list({
      action: 'keys.data-key',
      limit: 2,
    });
    expect(entries).toMatchObject([
      {
        action: 'keys.data-key.retired',
        actor: 'key-renewal',
        partnerCode,
        detail: { ids: [older], sealedBy: younger },
      },
      { action: 'keys.data-key.renewed', actor: OPERATOR },
    ]);
  });

  it('may be repeated at any step, and keeps a key that still seals a column', async () => {
    const sealed = await stage.addSubmission(partnerCode);
    const younger = await stage.renew(partnerCode);
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: false });
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 3 });
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 0 });
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: true });
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: true });
    expect(await stage.listKeyIds([sealed])).toEqual([younger]);
    const { entries } = await stage.administration.audit.list({
      action: 'keys.data-key.retired',
      partnerCode,
      limit: 5,
    });
    expect(entries).toHaveLength(1);
  });

  it('takes what the master key itself has sealed before there were data keys', async () => {
    const { submissionId } = await stage.addSubmission(partnerCode);
    const place = `assessment/${submissionId}/1/DOCUMENT`;
    const sealed = (await stage.readSealedKtp(submissionId))!;
    const plain = await stage.newProcess().open(sealed, place);
    await stage.writeSealedKtp(submissionId, seal(stage.sealing.ring, plain, place));
    const younger = await stage.renew(partnerCode);
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: false });
    await stage.reseal(partnerCode, younger);
    expect(readKeyId((await stage.readSealedKtp(submissionId))!)).toBe(younger);
    expect(await stage.retire(partnerCode, younger)).toEqual({ isRetired: true });
  });

  it('does not take back to an older key what a still younger one has sealed', async () => {
    await stage.addSubmission(partnerCode);
    const second = await stage.renew(partnerCode);
    const third = await stage.renew(partnerCode);
    const sealed = await stage.addSubmission(partnerCode);
    expect(await stage.reseal(partnerCode, second)).toMatchObject({ found: 3 });
    expect(await stage.listKeyIds([sealed])).toEqual([third]);
    await stage.retire(partnerCode, second);
    expect(await stage.reseal(partnerCode, third)).toMatchObject({ found: 3 });
    await stage.retire(partnerCode, third);
    expect(await createDataKeyStore(scratch.database).find(second)).toBeNull();
  });

  it('goes through the submissions page by page, and leaves those of other partners alone', async () => {
    const process = stage.newProcess();
    const mine: SealedSubmission[] = [];
    for (let count = 0; count < 21; count += 1) {
      mine.push(await stage.addSubmission(partnerCode, process));
    }
    const foreign = await stage.addSubmission(await stage.addPartner(), process);
    const untouched = await stage.listKeyIds([foreign]);
    const younger = await stage.renew(partnerCode);
    const { found, after } = await stage.reseal(partnerCode, younger);
    expect(found).toBe(60);
    expect(after).not.toBeNull();
    const last = await stage.reseal(partnerCode, younger, { after });
    expect(last).toEqual({ found: 3, unopened: 0, after: null });
    expect(await stage.listKeyIds(mine)).toEqual([younger]);
    expect(await stage.listKeyIds([foreign])).toEqual(untouched);
  });

  it('tells of what does not open, leaves it as it is and seals the rest', async () => {
    const { captures } = await stage.addSubmission(partnerCode);
    const { key } = captures[0]!;
    const broken = Buffer.from(await stage.readStored(key));
    broken[broken.length - 1]! ^= 1;
    await stage.putStored(key, broken);
    const younger = await stage.renew(partnerCode);
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 3, unopened: 1 });
    expect(await stage.reseal(partnerCode, younger)).toMatchObject({ found: 1, unopened: 1 });
    expect(Buffer.from(await stage.readStored(key))).toEqual(broken);
  });

  it('leaves a retired key that opens nothing, and makes none in its place', async () => {
    const { captures } = await stage.addSubmission(partnerCode);
    const { key } = captures[0]!;
    const old = await stage.readStored(key);
    const younger = await stage.renew(partnerCode);
    await stage.reseal(partnerCode, younger);
    await stage.retire(partnerCode, younger);
    const opening = stage.newProcess().open(old, key);
    await expect(opening).rejects.toMatchObject({ name: 'KeyMissingError' });
    const sealed = await stage.newProcess().seal(partnerCode, Buffer.from('x'), 'y');
    expect(readKeyId(sealed)).toBe(younger);
  });
});
