import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createMemoryAdministration,
  type MemoryAdministration,
} from '../test/support/memory/administration.js';
import { createTestClock } from '../test/support/test-clock.js';

const ACTOR = 'cli:tester';
const url = 'https://shop.example/callback?key=in-the-query';

let memory: MemoryAdministration;
let clock: ReturnType<typeof createTestClock>;

beforeEach(async () => {
  clock = createTestClock();
  memory = createMemoryAdministration(clock.now);
  await memory.administration.partners.create(ACTOR, { code: 'SHOP' });
});

const last = () => memory.audited.at(-1);

describe('partners', () => {
  it('begin with a production key and the settings that are given', async () => {
    const { partners } = memory.administration;
    const created = await partners.create(ACTOR, {
      code: 'NEW',
      settings: { maxAttempts: 5 },
      callback: { url },
    });
    expect(created.environment).toBe('PRODUCTION');
    expect(created.callbackSecret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = await partners.show('NEW');
    expect(shown).toMatchObject({ name: 'NEW', settings: { maxAttempts: 5 } });
    expect(shown.keys.map(({ clientId }) => clientId)).toEqual([created.clientId]);
    expect(JSON.stringify([shown, memory.audited])).not.toContain(created.callbackSecret);
    expect(JSON.stringify([shown, memory.audited])).not.toContain(created.passKey);
  });

  it('are refused under a code that is taken', async () => {
    const again = memory.administration.partners.create(ACTOR, { code: 'SHOP' });
    await expect(again).rejects.toMatchObject({ refusal: 'CONFLICT' });
  });

  it('are refused with settings that are not allowed, before anything is stored', async () => {
    const { partners } = memory.administration;
    const created = partners.create(ACTOR, { code: 'BAD', settings: { maxAttempts: 99 } });
    await expect(created).rejects.toMatchObject({
      refusal: 'INVALID',
      problems: [{ field: 'settings.maxAttempts' }],
    });
    await expect(partners.show('BAD')).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });

  it('have every change in the audit log, old and new, by whom', async () => {
    await memory.administration.partners.change('operator:ops', 'SHOP', {
      name: 'Shop',
      settings: { allowQr: true, ipAllowList: ['192.0.2.0/24'] },
    });
    expect(memory.audited.slice(-2)).toMatchObject([
      { action: 'partner.renamed', detail: { before: 'SHOP', after: 'Shop' } },
      {
        actor: 'operator:ops',
        action: 'partner.settings.changed',
        partnerCode: 'SHOP',
        detail: {
          before: { allowQr: false, ipAllowList: [] },
          after: { allowQr: true, ipAllowList: ['192.0.2.0/24'] },
        },
      },
    ]);
  });

  it('are listed, marked and mended where this version cannot read their settings', async () => {
    const { partners } = memory.administration;
    const settings = { ipAllowList: ['of later'], ofLater: 1 };
    await memory.stores.partners.add({ code: 'LATER', name: 'Later', settings });
    const listMarks = async () =>
      (await partners.list()).map(({ code, areSettingsReadable }) => [code, areSettingsReadable]);
    expect(await listMarks()).toEqual([
      ['LATER', false],
      ['SHOP', true],
    ]);
    await expect(partners.show('LATER')).rejects.toMatchObject({ refusal: 'CONFLICT' });
    const ipAllowList = ['192.0.2.0/24'];
    await partners.change(ACTOR, 'LATER', { settings: { ipAllowList } });
    expect(await partners.show('LATER')).toMatchObject({ settings: { ipAllowList } });
    expect(await listMarks()).toContainEqual(['LATER', true]);
    expect(await memory.stores.partners.find('LATER')).toMatchObject({
      settings: { ipAllowList, ofLater: 1 },
    });
  });

  it('leave no entry for a change that changes nothing', async () => {
    const before = memory.audited.length;
    await memory.administration.partners.change(ACTOR, 'SHOP', { settings: { allowQr: false } });
    expect(memory.audited).toHaveLength(before);
  });
});

describe('pass-keys', () => {
  it('overlap as long as is asked for, in their own environment alone', async () => {
    const { keys } = memory.administration;
    const sandbox = await keys.issue(ACTOR, 'SHOP', { environment: 'SANDBOX', overlapSeconds: 0 });
    expect(sandbox.earlierKeysEndAt).toBeNull();
    const rotated = await keys.issue(ACTOR, 'SHOP', {
      environment: 'PRODUCTION',
      overlapSeconds: 86_400,
    });
    expect(rotated.earlierKeysEndAt).toBe('2026-11-23T08:00:00.000Z');
    const listed = await keys.list('SHOP');
    expect(listed.map(({ environment, revokedAt }) => [environment, revokedAt])).toEqual([
      ['PRODUCTION', '2026-11-23T08:00:00.000Z'],
      ['SANDBOX', null],
      ['PRODUCTION', null],
    ]);
  });

  it('do not live longer through a second rotation', async () => {
    const { keys } = memory.administration;
    await keys.issue(ACTOR, 'SHOP', { environment: 'PRODUCTION', overlapSeconds: 60 });
    await keys.issue(ACTOR, 'SHOP', { environment: 'PRODUCTION', overlapSeconds: 86_400 });
    const [first] = await keys.list('SHOP');
    expect(first?.revokedAt).toBe('2026-11-22T08:01:00.000Z');
  });

  it('are revoked at once, and once', async () => {
    const { keys } = memory.administration;
    const [key] = await keys.list('SHOP');
    const revoked = await keys.revoke(ACTOR, 'SHOP', key!.clientId);
    expect(revoked.revokedAt).toBe('2026-11-22T08:00:00.000Z');
    expect(last()).toMatchObject({ action: 'partner.key.revoked' });
    const entries = memory.audited.length;
    clock.advance(60);
    await expect(keys.revoke(ACTOR, 'SHOP', key!.clientId)).resolves.toEqual(revoked);
    expect(memory.audited).toHaveLength(entries);
    await expect(keys.revoke(ACTOR, 'SHOP', randomUUID())).rejects.toMatchObject({
      refusal: 'NOT_FOUND',
    });
  });

  it('leave no pass-key in the audit log', async () => {
    const { passKey } = await memory.administration.keys.issue(ACTOR, 'SHOP', {
      environment: 'PRODUCTION',
      overlapSeconds: 0,
    });
    expect(JSON.stringify(memory.audited)).not.toContain(passKey);
  });
});

describe('callbacks', () => {
  const set = (given: Partial<Parameters<typeof memory.administration.callbacks.set>[2]> = {}) =>
    memory.administration.callbacks.set(ACTOR, 'SHOP', { url, ...given });

  it('tell their secret once and never a header value', async () => {
    const first = await set({ headers: { 'x-api-key': 'hidden-value' } });
    expect(first.callbackSecret).toMatch(/^whsec_/);
    const second = await set({ method: 'PUT' });
    expect(second).toMatchObject({
      callbackSecret: null,
      method: 'PUT',
      headerNames: ['x-api-key'],
    });
    const told = JSON.stringify([
      memory.audited,
      await memory.administration.callbacks.show('SHOP'),
      await memory.administration.partners.show('SHOP'),
    ]);
    expect(told).not.toContain('hidden-value');
    expect(told).not.toContain(first.callbackSecret);
    expect(JSON.stringify(memory.audited)).not.toContain('in-the-query');
  });

  it('sign with two secrets until the old one is dropped', async () => {
    const { callbackSecret } = await set();
    const { callbacks } = memory.administration;
    const newest = await callbacks.rotateSecret(ACTOR, 'SHOP');
    const secrets = async () => (await memory.stores.endpoints.readEndpoint('SHOP'))?.secrets;
    expect(await secrets()).toEqual([newest, callbackSecret]);
    await expect(callbacks.rotateSecret(ACTOR, 'SHOP')).rejects.toMatchObject({
      refusal: 'CONFLICT',
    });
    await callbacks.dropOldSecret(ACTOR, 'SHOP');
    expect(await secrets()).toEqual([newest]);
    await expect(callbacks.dropOldSecret(ACTOR, 'SHOP')).rejects.toMatchObject({
      refusal: 'CONFLICT',
    });
    expect(JSON.stringify(memory.audited)).not.toContain(newest);
  });

  it('are enabled again after a 410, by enable or by set', async () => {
    await set();
    const { callbacks } = memory.administration;
    await memory.stores.endpoints.disableEndpoint('SHOP', url);
    await expect(callbacks.show('SHOP')).resolves.toMatchObject({ isDisabled: true });
    await expect(callbacks.enable(ACTOR, 'SHOP')).resolves.toMatchObject({ isDisabled: false });
    await memory.stores.endpoints.disableEndpoint('SHOP', url);
    await expect(set()).resolves.toMatchObject({ isDisabled: false });
  });

  it('are gone once they are removed', async () => {
    await set();
    const { callbacks, deliveries } = memory.administration;
    await callbacks.remove(ACTOR, 'SHOP');
    expect(last()).toMatchObject({ action: 'partner.callback.removed' });
    await expect(callbacks.show('SHOP')).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
    await expect(deliveries.test(ACTOR, 'SHOP')).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });
});

describe('sources of reference images', () => {
  it('are set, shown without header values, and removed', async () => {
    const { referenceImages } = memory.administration;
    const source = { url: 'https://shop.example/reference', authorization: { bearer: 'hidden' } };
    const view = await referenceImages.set(ACTOR, 'SHOP', {
      ...source,
      imageHosts: ['cdn.example'],
    });
    expect(view).toEqual({
      url: source.url,
      method: 'GET',
      headerNames: ['authorization'],
      imageHosts: ['cdn.example'],
    });
    expect(JSON.stringify(memory.audited)).not.toContain('hidden');
    await referenceImages.remove(ACTOR, 'SHOP');
    await expect(referenceImages.show('SHOP')).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });
});

describe('operator keys', () => {
  it('stand for the operator that holds them until they are revoked', async () => {
    const { operatorKeys } = memory.administration;
    const { id, key } = await operatorKeys.create(ACTOR, 'ops');
    expect(key).toMatch(/^kenali_operator_[A-Za-z0-9_-]{43}$/);
    await expect(operatorKeys.findActor(key)).resolves.toBe('operator:ops');
    await expect(operatorKeys.findActor(`${key}x`)).resolves.toBeNull();
    expect(JSON.stringify([memory.audited, await operatorKeys.list()])).not.toContain(key);
    await operatorKeys.revoke(ACTOR, id);
    await expect(operatorKeys.findActor(key)).resolves.toBeNull();
    await expect(operatorKeys.revoke(ACTOR, id)).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });

  it('never share a name, also with a revoked one', async () => {
    const { operatorKeys } = memory.administration;
    const { id } = await operatorKeys.create(ACTOR, 'ops');
    await operatorKeys.revoke(ACTOR, id);
    await expect(operatorKeys.create(ACTOR, 'ops')).rejects.toMatchObject({ refusal: 'CONFLICT' });
  });
});

describe('replays', () => {
  const delivery = {
    submissionId: randomUUID(),
    delivery: 1,
    partnerCode: 'SHOP',
    webhookId: 'msg',
    createdAt: new Date('2026-11-22T08:00:00Z'),
    settledAt: null,
    attempts: 1,
    lastAttempt: null,
  };

  it('are in the log before they are started', async () => {
    memory.deliveries.push({ ...delivery, state: 'DEAD' });
    const { submissionId } = delivery;
    const started = await memory.administration.deliveries.replay(ACTOR, { submissionId });
    expect(started.replays).toEqual([{ submissionId, delivery: 2 }]);
    expect(memory.replayed).toEqual(started.replays);
    expect(last()).toMatchObject({ action: 'delivery.replayed', partnerCode: 'SHOP' });
  });

  it('wait for a delivery that is still tried', async () => {
    memory.deliveries.push({ ...delivery, state: 'PENDING' });
    const { submissionId } = delivery;
    await expect(
      memory.administration.deliveries.replay(ACTOR, { submissionId }),
    ).rejects.toMatchObject({ refusal: 'CONFLICT' });
    expect(memory.replayed).toEqual([]);
  });

  it('by filter go on under the next number, as many as the limit allows', async () => {
    const { deliveries } = memory.administration;
    const rows = Array.from({ length: 3 }, () => ({ ...delivery, submissionId: randomUUID() }));
    memory.deliveries.push(...rows.map((row) => ({ ...row, state: 'DEAD' as const })));
    memory.deliveries.push({ ...delivery, state: 'DELIVERED' });
    const filter = { state: 'DEAD' as const };
    const some = await deliveries.replay(ACTOR, { filter, limit: 2 });
    expect(some).toEqual({
      replays: rows.slice(0, 2).map(({ submissionId }) => ({ submissionId, delivery: 2 })),
      hasMore: true,
    });
    await expect(deliveries.replay(ACTOR, { filter, limit: 3 })).resolves.toMatchObject({
      replays: { length: 3 },
      hasMore: false,
    });
  });

  it('know only submissions that were told of', async () => {
    const unknown = memory.administration.deliveries.replay(ACTOR, { submissionId: randomUUID() });
    await expect(unknown).rejects.toMatchObject({ refusal: 'NOT_FOUND' });
  });
});
