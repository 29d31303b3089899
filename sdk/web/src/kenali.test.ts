import { afterEach, describe, expect, it, vi } from 'vitest';
import { initialise, launchKTPScan, launchKtpScan, type OneKycSdk } from './kenali.js';
import { BASE_URL, createFakePage } from './testing/fake-page.js';

const SESSION = { correlationId: 'session-1', token: 'user-token' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the launches', () => {
  it.each([
    ['launchKtpScan', 'KTP_SCAN'],
    ['launchKTPScan', 'KTP_SCAN'],
    ['launchKYCVerification', 'KYC_LITE'],
    ['launchSelfieLiveness', 'SELFIE_LIVENESS'],
    ['launchSelfieVerification', 'FACE_VERIFICATION'],
  ] as const satisfies readonly (readonly [keyof OneKycSdk, string])[])(
    '%s begins %s, with what was given once',
    async (name, flow) => {
      const fake = createFakePage();
      vi.stubGlobal('window', fake.page);
      initialise({ baseURL: BASE_URL, mode: 'redirect' })[name](SESSION, vi.fn());
      await vi.waitFor(() => {
        expect(fake.goTo).toHaveBeenCalledOnce();
      });
      expect(fake.fetch.mock.calls[0]![1].body).toBe(`{"flow":"${flow}","mode":"REDIRECT"}`);
    },
  );

  it('can be had without initialising, under both spellings', () => {
    expect(launchKTPScan).toBe(launchKtpScan);
  });

  it('take their own options over those that were given once', () => {
    const fake = createFakePage();
    vi.stubGlobal('window', fake.page);
    const { launchKtpScan: launch } = initialise({ baseURL: BASE_URL, mode: 'redirect' });
    launch({ ...SESSION, mode: 'popup' }, vi.fn()).close();
    expect(fake.open).toHaveBeenCalledOnce();
  });
});
