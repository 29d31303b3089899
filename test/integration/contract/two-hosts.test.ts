import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { initiateFlowAnswer } from '../../../contract/schema/initiate-flow.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import { apiSettings, findFreePort, startApi } from '../../support/api-process.js';
import { createOperator, type ContractPartner } from '../../support/contract/contract-partner.js';
import { createSession, DETAILS, INITIATE } from '../../support/contract/contract-session.js';
import type { Headers } from '../../support/contract/wire.js';
import type {} from '../../support/platform-context.js';

const platform = inject('platform');
const TOKEN = 'GET /v1/coe/partner/authentication';
const USER_TOKEN = 'GET /v2/coe/authentication';
const KEYS = 'GET /.well-known/jwks.json';
const TOKEN_HOST = 'token.kenali.example';
const MAIN_HOST = 'kyc.kenali.example';

let port: number;
let api: ReturnType<typeof startApi>;
let partner: ContractPartner;

beforeAll(async () => {
  partner = await (await createOperator(platform)).createPartner();
  port = await findFreePort();
  api = startApi({
    ...apiSettings(platform, port),
    KENALI_PUBLIC_URL: `https://${MAIN_HOST}`,
    KENALI_TOKEN_GATEWAY_URL: `https://${TOKEN_HOST}`,
    // In front of it is what ends TLS.
    KENALI_TRUSTED_PROXIES: '1',
  });
  await once(api.child, 'message');
});

afterAll(async () => {
  api.child.kill('SIGTERM');
  await api.exited;
});

/** With a `Host` of the test's own, which `fetch` would replace. */
async function send(host: string, call: string, headers: Headers = {}, json?: unknown) {
  const [method, path] = call.split(' ') as [string, string];
  const sent = { ...headers, host, 'x-forwarded-proto': 'https' };
  const asked = request({ host: '127.0.0.1', port, method, path, headers: sent });
  if (json === undefined) asked.end();
  else asked.setHeader('content-type', 'application/json').end(JSON.stringify(json));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const chunks = (await answer.toArray()) as Buffer[];
  return {
    status: answer.statusCode,
    body: JSON.parse(Buffer.concat(chunks).toString()) as unknown,
  };
}

/** Contract §0: the Token Gateway and the IAB Gateway, each at an address of its own. */
describe('two hosts', () => {
  it.each([
    { call: TOKEN, atToken: 400, atMain: 404 },
    { call: USER_TOKEN, atToken: 400, atMain: 404 },
    { call: DETAILS, atToken: 404, atMain: 400 },
    { call: INITIATE, atToken: 404, atMain: 400 },
    { call: KEYS, atToken: 200, atMain: 200 },
  ])('$call is answered $atToken at one and $atMain at the other', async (row) => {
    expect((await send(TOKEN_HOST, row.call)).status).toBe(row.atToken);
    expect((await send(MAIN_HOST, row.call)).status).toBe(row.atMain);
  });

  it('take what the other has issued', async () => {
    const issued = await send(TOKEN_HOST, TOKEN, partner.keys.SANDBOX);
    const { token } = partnerTokenAnswer.parse(issued.body).data;
    const session = createSession(platform.apiUrl, partner, { flow: 'KTP_SCAN' });
    const headers = { ...session.partnerHeaders, 'x-onekyc-token': token };
    const body = { flow: 'KTP_SCAN', source: 'SDK' };
    const begun = await send(MAIN_HOST, INITIATE, headers, body);
    expect(initiateFlowAnswer.parse(begun.body).data).toHaveProperty('token');
    expect((await send(TOKEN_HOST, INITIATE, headers, body)).status).toBe(404);
  });
});
