import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { createApiUnderTest, createPartner } from '../../../test/support/api-under-test.js';
import { createRequestLimits } from '../../request-limits.js';
import { createCheckCredential } from './token.service.js';

const ADDRESS = '203.0.113.7';

it('a client that asks for too many tokens is refused before its pass-key is compared', async () => {
  const { credentials, userGrants, tokens, clock } = await createApiUnderTest();
  const limits = createRequestLimits({ requestsPerMinutePerIp: 1200 });
  const check = createCheckCredential({ credentials, userGrants, tokens, limits, now: clock.now });
  const clientId = randomUUID();
  const passKey = randomUUID();
  await credentials.add({
    partner: createPartner(),
    clientId,
    passKey,
    environment: 'PRODUCTION',
  });
  for (let call = 1; call < 120; call += 1) await limits.countTokenCall(ADDRESS, clientId);
  await expect(check({ clientId, passKey, address: ADDRESS })).resolves.toMatchObject({ clientId });
  const find = vi.spyOn(credentials, 'findCredential');
  const asked = { clientId, passKey, address: ADDRESS };
  await expect(check(asked)).rejects.toMatchObject({ statusCode: 429 });
  expect(find).not.toHaveBeenCalled();
});
