import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAddressGuard } from '../outbound/address-guard.js';
import { createOutboundClient } from '../outbound/outbound-client.js';
import { startPartnerServer, type PartnerServer } from '../outbound/testing/partner-server.js';
import { createCallbackSender } from './callback-sender.js';

let partner: PartnerServer;

beforeEach(async () => {
  partner = await startPartnerServer();
});

afterEach(() => partner.close());

const sender = createCallbackSender(createOutboundClient({ guard: createAddressGuard([]) }));

const send = (
  changed: { url?: string; privateNetworks?: string[]; method?: 'PUT' | 'PATCH' } = {},
) =>
  sender.send({
    url: partner.url('/coe/submissions-callback'),
    method: 'POST',
    headers: { authorization: 'Basic a2VuYWxpOmNvbnRvaA==' },
    body: '{"a":1}',
    privateNetworks: ['127.0.0.1/32'],
    ...changed,
  });

describe('sending a callback', () => {
  it.each(['PUT', 'PATCH'] as const)('sends the exact body with %s', async (method) => {
    expect(await send({ method })).toMatchObject({ httpStatus: 200 });
    expect(partner.requests).toMatchObject([
      {
        method,
        path: '/coe/submissions-callback',
        body: '{"a":1}',
        headers: { authorization: 'Basic a2VuYWxpOmNvbnRvaA==' },
      },
    ]);
  });

  it('hands on Retry-After and what the partner wrote', async () => {
    partner.answer = (_request, response) =>
      response.writeHead(429, { 'retry-after': '120' }).end('slow down');
    expect(await send()).toEqual({ httpStatus: 429, retryAfter: '120', text: 'slow down' });
  });

  it('reads the beginning of a huge answer alone', async () => {
    partner.answer = (_request, response) => response.writeHead(500).end('x'.repeat(5_000_000));
    const answer = await send();
    expect((answer as { text: string }).text).toHaveLength(16_384);
  });

  it('does not go where the partner has no network of its own', async () => {
    expect(await send({ privateNetworks: ['10.0.0.0/8'] })).toEqual({
      httpStatus: null,
      errorClass: 'ADDRESS_REFUSED',
    });
    expect(partner.requests).toEqual([]);
  });
});
