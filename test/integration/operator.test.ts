import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPartnerClient } from '../../cli/session/partner-client.js';
import { auditAnswer } from '../../contract/schema/operator/audit.js';
import {
  deliveriesAnswer,
  replayAnswer,
  testDeliveryAnswer,
} from '../../contract/schema/operator/delivery.js';
import { createdPartnerAnswer, partnerAnswer } from '../../contract/schema/operator/partner.js';
import { createKenaliCommand } from '../support/kenali-command.js';
import type {} from '../support/platform-context.js';
import { waitFor } from '../support/wait-for.js';

const platform = inject('platform');

const newCode = () => `P${randomBytes(6).toString('hex').toUpperCase()}`;

const { run: kenali, runJson: kenaliJson } = createKenaliCommand(platform);

const receivers: Server[] = [];

afterAll(() => {
  for (const server of receivers) server.close();
});

/** A partner's endpoint that says at first that it is gone. */
async function startReceiver() {
  let status = 410;
  const webhookIds: string[] = [];
  const server = createServer((req, res) => {
    webhookIds.push(String(req.headers['webhook-id']));
    req.resume();
    res.writeHead(status).end();
  });
  receivers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/callback`,
    webhookIds,
    answerWith: (next: number) => {
      status = next;
    },
  };
}

describe('administration of a running platform', () => {
  let operatorKey: string;

  beforeAll(async () => {
    const { key } = await kenaliJson('operator', 'create-key', `it-${randomUUID().slice(0, 8)}`);
    operatorKey = String(key);
  });

  async function ask(method: string, route: string, json?: object) {
    const response = await fetch(new URL(`/operator/v1${route}`, platform.apiUrl), {
      method,
      headers: {
        authorization: `Bearer ${operatorKey}`,
        ...(json && { 'content-type': 'application/json' }),
      },
      ...(json && { body: JSON.stringify(json) }),
    });
    const body: unknown = await response.json();
    return { status: response.status, body };
  }

  it('has the same settings by command line and operator API', async () => {
    const code = newCode();
    await kenaliJson('partner', 'create', code, '--callback-url', 'https://shop.example/cb');
    await kenaliJson('partner', 'set', code, 'ipAllowList=192.0.2.0/24,198.51.100.7/32');
    const changed = await ask('PATCH', `/partners/${code}`, { settings: { maxAttempts: 2 } });
    expect(changed.status).toBe(200);
    const shown = await kenaliJson('partner', 'show', code);
    expect(shown).toEqual(partnerAnswer.parse(changed.body).data);
    expect(shown.settings).toMatchObject({
      ipAllowList: ['192.0.2.0/24', '198.51.100.7/32'],
      maxAttempts: 2,
    });
    const audited = auditAnswer.parse((await ask('GET', `/audit?partnerCode=${code}`)).body);
    expect(audited.data.entries.map(({ actor }) => actor.split(':')[0])).toEqual([
      'operator',
      'cli',
      'cli',
      'cli',
    ]);
  });

  it('says on the command line which setting is wrong and what is allowed', async () => {
    const ended = await kenali('partner', 'set', 'DEMO', 'lifetimes.userToken=1');
    expect(ended).toMatchObject({
      code: 1,
      stderr: 'kenali: settings.lifetimes.userToken: Too small: expected number to be >=10.\n',
    });
  });

  it('tests the callback of the sample partner through Temporal', async () => {
    const report = await kenaliJson('delivery', 'test', 'DEMO');
    expect(report).toMatchObject({ errorClass: null });
    const tested = await ask('POST', '/partners/DEMO/callback/test');
    expect(testDeliveryAnswer.parse(tested.body).data.errorClass).toBeNull();
  });

  it('sends a dead callback again, under the same webhook-id', async () => {
    const code = newCode();
    const receiver = await startReceiver();
    const created = await ask('POST', '/partners', {
      code,
      settings: { privateNetworks: ['127.0.0.1/32'] },
      callback: { url: receiver.url },
    });
    const { clientId, passKey } = createdPartnerAnswer.parse(created.body).data;
    const partner = createPartnerClient({
      baseUrl: platform.apiUrl,
      partnerCode: code,
      clientId,
      passKey,
    });
    const session = { partnerSessionId: randomUUID(), userId: 'user-7', userIdType: 'TEST_USER' };
    await partner.initiateSdk(session, 'KTP_SCAN');
    await partner.cancel(session);
    const list = async (state: string) => {
      const route = `/deliveries?partnerCode=${code}&state=${state}`;
      return deliveriesAnswer.parse((await ask('GET', route)).body).data.deliveries[0];
    };
    const dead = await waitFor('a dead letter', () => list('DEAD'));
    expect(dead).toMatchObject({ delivery: 1, attempts: 1, lastAttempt: { httpStatus: 410 } });

    receiver.answerWith(200);
    await ask('POST', `/partners/${code}/callback/enable`);
    const replayed = await ask('POST', '/deliveries/replay', { filter: { partnerCode: code } });
    expect(replayAnswer.parse(replayed.body).data.replays).toEqual([
      { submissionId: dead.submissionId, delivery: 2 },
    ]);
    const delivered = await waitFor('the replay', () => list('DELIVERED'));
    expect(delivered).toMatchObject({ delivery: 2, webhookId: dead.webhookId });
    expect(receiver.webhookIds).toEqual([dead.webhookId, dead.webhookId]);
    const again = await kenaliJson('delivery', 'replay', '--partner', code);
    expect(again).toEqual({ replays: [], hasMore: false });
  });

  it('finds nothing dead to send again, and no delivery of an unknown submission', async () => {
    const filter = { partnerCode: newCode() };
    const none = await ask('POST', '/deliveries/replay', { filter });
    expect(replayAnswer.parse(none.body).data).toEqual({ replays: [], hasMore: false });
    const unknown = await ask('POST', '/deliveries/replay', { submissionId: randomUUID() });
    expect(unknown.status).toBe(404);
  });
});
