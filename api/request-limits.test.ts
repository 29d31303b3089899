import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPartner } from '../test/support/api-under-test.js';
import { createRequestLimits, type RequestLimits } from './request-limits.js';

const ADDRESS = '203.0.113.7';
const OTHER = '203.0.113.8';

let limits: RequestLimits;

beforeEach(() => {
  vi.useFakeTimers();
  limits = createRequestLimits({ requestsPerMinutePerIp: 3 });
});
afterEach(() => {
  vi.useRealTimers();
});

async function repeat(times: number, call: () => Promise<void>): Promise<void> {
  for (let done = 0; done < times; done += 1) await call();
}

const tooMany = (retryAfterSeconds: number) => ({ statusCode: 429, retryAfterSeconds });

describe('calls of one address', () => {
  it('are refused above the limit until a minute after the first', async () => {
    await repeat(3, () => limits.countAddress(ADDRESS));
    await vi.advanceTimersByTimeAsync(20_500);
    await expect(limits.countAddress(ADDRESS)).rejects.toMatchObject(tooMany(40));
    await expect(limits.countAddress(OTHER)).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(39_500);
    await expect(limits.countAddress(ADDRESS)).resolves.toBeUndefined();
  });

  it('are counted over a whole /64 of IPv6', async () => {
    await repeat(3, () => limits.countAddress('2001:db8::1'));
    await expect(limits.countAddress('2001:db8::ffff:2')).rejects.toMatchObject(tooMany(60));
    await expect(limits.countAddress('2001:db8:0:1::1')).resolves.toBeUndefined();
  });
});

describe('calls of one partner', () => {
  it('are refused above what it is set to', async () => {
    const acme = createPartner({ settings: { requestsPerMinute: 2 } });
    const shop = createPartner({ code: 'SHOP', settings: { requestsPerMinute: 5 } });
    await repeat(2, () => limits.countPartner(acme, 'PRODUCTION'));
    await expect(limits.countPartner(acme, 'PRODUCTION')).rejects.toMatchObject(tooMany(60));
    await expect(limits.countPartner(acme, 'SANDBOX')).resolves.toBeUndefined();
    await repeat(5, () => limits.countPartner(shop, 'PRODUCTION'));
    await expect(limits.countPartner(shop, 'PRODUCTION')).rejects.toMatchObject(tooMany(60));
  });
});

describe('token calls', () => {
  it('are refused above 120 of one client id from one network, right or wrong', async () => {
    await repeat(120, () => limits.countTokenCall(ADDRESS, 'a'));
    await expect(limits.countTokenCall(ADDRESS, 'a')).rejects.toMatchObject(tooMany(60));
    await expect(limits.countTokenCall(ADDRESS, 'b')).resolves.toBeUndefined();
    await expect(limits.countTokenCall(OTHER, 'a')).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(limits.countTokenCall(ADDRESS, 'a')).resolves.toBeUndefined();
  });
});

describe('guessing', () => {
  it('ends after 20 failures of one client id from one address', async () => {
    await repeat(19, () => limits.recordFailure(ADDRESS, 'a'));
    await expect(limits.refuseGuessing(ADDRESS, 'a')).resolves.toBeUndefined();
    await limits.recordFailure(ADDRESS, 'a');
    await expect(limits.refuseGuessing(ADDRESS, 'a')).rejects.toMatchObject(tooMany(60));
    await expect(limits.refuseGuessing(ADDRESS, 'b')).resolves.toBeUndefined();
    await expect(limits.refuseGuessing(OTHER, 'a')).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(limits.refuseGuessing(ADDRESS, 'a')).resolves.toBeUndefined();
  });

  it('ends after 100 failures from one address, whatever the client ids', async () => {
    for (let client = 0; client < 100; client += 1) {
      await limits.recordFailure(ADDRESS, `client-${String(client)}`);
    }
    await expect(limits.refuseGuessing(ADDRESS, 'new')).rejects.toMatchObject(tooMany(60));
    await expect(limits.refuseGuessing(OTHER, 'new')).resolves.toBeUndefined();
  });
});
