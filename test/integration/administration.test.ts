import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createAdministration, type Administration } from '../../administration/administration.js';
import {
  createTransact,
  type AdministrationStores,
} from '../../administration/administration-stores.js';
import { createCredentialStore } from '../../db/credential-store.js';
import { isPassKey } from '../../db/pass-key-hash.js';
import { StoreError } from '../../db/store-error.js';
import type { KeyRing } from '../../keys/key-ring.js';
import { createRingMasterKey } from '../../keys/master-key.js';
import { createLocalSealing } from '../../keys/sealing.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const ACTOR = 'cli:tester';
const platform = inject('platform');
const keyRing: KeyRing = { activeKeyId: 'k1', keys: new Map([['k1', randomBytes(32)]]) };
const noErasureRuns = { start: () => Promise.reject(new Error('no erasure is expected')) };
const keyRenewalRuns = { start: () => Promise.reject(new Error('no renewal is expected')) };
const noRuns = {
  replay: () => Promise.reject(new Error('no Temporal')),
  test: () => Promise.reject(new Error('no Temporal')),
};

let scratch: ScratchDatabase;
let administration: Administration;

beforeAll(async () => {
  scratch = await createScratchDatabase(platform.databaseUrl);
  const transact = createTransact(scratch.database, createLocalSealing(keyRing));
  administration = createAdministration({
    transact,
    now: () => new Date(),
    deliveryRuns: noRuns,
    erasureRuns: noErasureRuns,
    keyRenewalRuns,
    masterKey: createRingMasterKey(keyRing),
  });
});

afterAll(() => scratch.drop());

const newCode = () => `P${randomBytes(6).toString('hex').toUpperCase()}`;

describe('administration on Postgres', () => {
  it('creates a partner that may ask for tokens, and stores only what differs', async () => {
    const code = newCode();
    const created = await administration.partners.create(ACTOR, {
      code,
      settings: { maxAttempts: 5, allowQr: false },
      callback: { url: 'https://shop.example/cb', headers: { authorization: 'Bearer x' } },
    });
    const credential = await createCredentialStore(scratch.database).findCredential(
      created.clientId,
      new Date(),
    );
    expect(credential).toMatchObject({
      environment: 'PRODUCTION',
      partner: { code, settings: { maxAttempts: 5, resultScreen: 'KENALI' } },
    });
    await expect(isPassKey(created.passKey, credential!.passKeyHash)).resolves.toBe(true);
    const stored = await scratch.database.execute(
      `select settings from partner where code = '${code}'`,
    );
    expect([...stored]).toEqual([{ settings: { maxAttempts: 5 } }]);
    await expect(administration.partners.show(code)).resolves.toMatchObject({
      callback: { headerNames: ['authorization'], isRotatingSecret: false },
    });
  });

  it('knows a partner whose settings a later version has stored', async () => {
    const code = newCode();
    const { clientId } = await administration.partners.create(ACTOR, { code });
    const stored = JSON.stringify({ allowQr: true, ofLater: 1, lifetimes: { ofLater: 1 } });
    await scratch.database.execute(
      `update partner set settings = '${stored}' where code = '${code}'`,
    );
    const known = { settings: { allowQr: true, maxAttempts: 3 } };
    await expect(administration.partners.show(code)).resolves.toMatchObject(known);
    const credentials = createCredentialStore(scratch.database);
    await expect(credentials.findCredential(clientId, new Date())).resolves.toMatchObject({
      partner: known,
    });
  });

  it('keeps what a later version has stored through a change, and lists who is to be mended', async () => {
    const code = newCode();
    const { clientId } = await administration.partners.create(ACTOR, { code });
    const store = (settings: object) =>
      scratch.database.execute(
        `update partner set settings = '${JSON.stringify(settings)}' where code = '${code}'`,
      );
    const listed = async () =>
      (await administration.partners.list()).find((partner) => partner.code === code);
    await store({ ofLater: 1, ipAllowList: ['of later'] });
    await expect(listed()).resolves.toMatchObject({ areSettingsReadable: false });
    const keys = await administration.keys.list(code);
    expect(keys.map((key) => key.clientId)).toEqual([clientId]);
    const change = (settings: Record<string, unknown>) =>
      administration.partners.change(ACTOR, code, { settings });
    await expect(change({ maxAttempts: 5 })).rejects.toMatchObject({ refusal: 'CONFLICT' });
    await change({ ipAllowList: ['192.0.2.0/24'], maxAttempts: 5 });
    await expect(listed()).resolves.toMatchObject({ areSettingsReadable: true });
    const [row] = await scratch.database.execute(
      `select settings from partner where code = '${code}'`,
    );
    expect(row).toEqual({
      settings: { ofLater: 1, ipAllowList: ['192.0.2.0/24'], maxAttempts: 5 },
    });
  });

  it('keeps an earlier key good for the overlap, and not longer', async () => {
    const code = newCode();
    const first = await administration.partners.create(ACTOR, { code });
    await administration.keys.issue(ACTOR, code, {
      environment: 'PRODUCTION',
      overlapSeconds: 3600,
    });
    const credentials = createCredentialStore(scratch.database);
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    await expect(credentials.findCredential(first.clientId, inMinutes(50))).resolves.not.toBeNull();
    await expect(credentials.findCredential(first.clientId, inMinutes(70))).resolves.toBeNull();
    await administration.keys.revoke(ACTOR, code, first.clientId);
    await expect(credentials.findCredential(first.clientId, inMinutes(1))).resolves.toBeNull();
  });

  it('loses no change of two that are made at the same moment', async () => {
    const code = newCode();
    await administration.partners.create(ACTOR, { code });
    const changes = [{ allowQr: true }, { maxAttempts: 7 }, { retentionDays: 30 }];
    await Promise.all(
      changes.map((settings) => administration.partners.change(ACTOR, code, { settings })),
    );
    const { settings } = await administration.partners.show(code);
    expect(settings).toMatchObject({ allowQr: true, maxAttempts: 7, retentionDays: 30 });
    const { entries } = await administration.audit.list({
      partnerCode: code,
      action: 'partner.settings',
      limit: 50,
    });
    expect(entries).toHaveLength(3);
  });

  it('changes nothing when the audit log cannot be written', async () => {
    const code = newCode();
    await administration.partners.create(ACTOR, { code });
    const real = createTransact(scratch.database, createLocalSealing(keyRing));
    const broken = createAdministration({
      transact: (operation, run) =>
        real(operation, (stores: AdministrationStores) =>
          run({
            ...stores,
            audit: { ...stores.audit, add: () => Promise.reject(new StoreError('x', null, null)) },
          }),
        ),
      now: () => new Date(),
      deliveryRuns: noRuns,
      erasureRuns: noErasureRuns,
      keyRenewalRuns,
      masterKey: createRingMasterKey(keyRing),
    });
    const before = await administration.partners.show(code);
    await expect(
      broken.partners.change(ACTOR, code, { settings: { allowQr: true } }),
    ).rejects.toThrow(StoreError);
    await expect(
      broken.keys.issue(ACTOR, code, { environment: 'SANDBOX', overlapSeconds: 0 }),
    ).rejects.toThrow(StoreError);
    await expect(broken.partners.create(ACTOR, { code: newCode() })).rejects.toThrow(StoreError);
    await expect(administration.partners.show(code)).resolves.toEqual(before);
  });

  it('lists the audit log newest first, by filter and page', async () => {
    const code = newCode();
    await administration.partners.create(ACTOR, { code });
    for (const maxAttempts of [4, 5, 6]) {
      await administration.partners.change('operator:ops', code, { settings: { maxAttempts } });
    }
    const query = { partnerCode: code, actor: 'operator:ops', limit: 2 };
    const first = await administration.audit.list(query);
    expect(first.entries.map(({ detail }) => detail.after)).toEqual([
      { maxAttempts: 6 },
      { maxAttempts: 5 },
    ]);
    const next = await administration.audit.list({ ...query, cursor: first.nextCursor! });
    expect(next.entries.map(({ detail }) => detail.after)).toEqual([{ maxAttempts: 4 }]);
    expect(next.nextCursor).toBeNull();
    const until = new Date(0).toISOString();
    await expect(administration.audit.list({ ...query, until })).resolves.toEqual({
      entries: [],
      nextCursor: null,
    });
  });

  it('finds an operator by the key until it is revoked', async () => {
    const { id, key } = await administration.operatorKeys.create(ACTOR, 'ops');
    await expect(administration.operatorKeys.findActor(key)).resolves.toBe('operator:ops');
    await administration.operatorKeys.revoke(ACTOR, id);
    await expect(administration.operatorKeys.findActor(key)).resolves.toBeNull();
  });
});
