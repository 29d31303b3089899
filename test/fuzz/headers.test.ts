import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAddressGuard, CidrError } from '../../activities/outbound/address-guard.js';
import { parseRetryAfter } from '../../activities/callback/next-delay.js';
import { isInRanges, toNetwork } from '../../api/client-address.js';
import { isOwnOnboardingPartner } from '../../api/onboarding-partner.js';
import { CONTRACT_HEADERS, parseHeaders } from '../../api/request-headers.js';
import { isEmbedOrigin } from '../../contract/embedding.js';
import { parseSandboxUserId } from '../../contract/sandbox.js';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { WireCode } from '../../contract/wire-error.js';
import { createPartner } from '../support/api-under-test.js';
import { changedText, hostileText } from './hostile.js';
import { outcomeOf, PERSONAL, settings } from './properties.js';

const ipv6 = fc.ipV6();
const plainIpv6 = ipv6.filter((one) => !one.includes('.') && !/^[0:]*:ffff:/i.test(one));
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV4Extended(),
  ipv6,
  ipv6.map((one) => `${one}%eth0`),
  fc.ipV4().map((one) => `::ffff:${one}`),
  fc.ipV4().chain(changedText),
  hostileText,
);
const range = fc.oneof(
  fc.tuple(fc.ipV4(), fc.nat({ max: 40 })).map(([one, bits]) => `${one}/${String(bits)}`),
  fc.tuple(ipv6, fc.nat({ max: 140 })).map(([one, bits]) => `${one}/${String(bits)}`),
  fc.tuple(address, hostileText).map(([one, bits]) => `${one}/${bits}`),
  hostileText,
);

describe('headers of the contract', () => {
  // What a token is good for its issuer tells, see `tokens.test.ts`.
  const names = CONTRACT_HEADERS.filter((name) => name !== 'x-onekyc-token');
  const headers = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(hostileText, fc.array(hostileText, { maxLength: 3 })),
  );

  it('are read as printable ASCII of limited length, or refused without repeating them', () => {
    fc.assert(
      fc.property(headers, (given) => {
        const parsed = parseHeaders(given, names, WireCode.MISSING);
        if (!parsed.isValid) {
          expect(JSON.stringify(parsed.problems)).not.toContain(PERSONAL);
          return;
        }
        for (const value of Object.values(parsed.value)) {
          expect(value).toMatch(/^[\x20-\x7e]{1,255}$/);
        }
      }),
      settings(),
    );
  });

  it('name a partner only in its own spelling', () => {
    const partner = createPartner();
    fc.assert(
      fc.property(fc.oneof(changedText('ACME-SDK-KTP_SCAN'), hostileText), (name) => {
        if (isOwnOnboardingPartner(name, partner)) expect(name.startsWith('ACME-')).toBe(true);
      }),
      settings(),
    );
  });

  it('name a sandbox outcome of the list, or none', () => {
    const known = ['VALID', 'INVALID', 'ERROR', 'RETRY', 'EXHAUST'];
    const sound = changedText('SANDBOX-INVALID-FACE_MATCH_FAILED-AFTER-10');
    fc.assert(
      fc.property(fc.oneof(sound, hostileText), (id) => {
        const scenario = parseSandboxUserId(id);
        if (scenario === null) return;
        expect(known).toContain(scenario.outcome.kind);
        expect(scenario.delaySeconds).toBeGreaterThanOrEqual(0);
        expect(scenario.delaySeconds).toBeLessThanOrEqual(3600);
      }),
      settings(),
    );
  });

  it('ask for a pause that lies ahead, or for none', () => {
    const date = fc.date({ noInvalidDate: true }).map((one) => one.toUTCString());
    const given = fc.oneof(hostileText, fc.nat().map(String), date, date.chain(changedText));
    fc.assert(
      fc.property(given, (value) => {
        const delay = parseRetryAfter(value, 1_800_000_000_000);
        if (delay !== null) expect(Number.isFinite(delay) && delay > 0).toBe(true);
      }),
      settings(),
    );
  });

  it('name an origin that ends no directive of a policy, or none', () => {
    const given = fc.oneof(changedText('https://shop.example:8443'), hostileText);
    fc.assert(
      fc.property(given, (origin) => {
        if (isEmbedOrigin(origin)) expect(origin).toMatch(/^https?:\/\/[a-z0-9.:[\]-]+$/);
      }),
      settings(),
    );
  });
});

describe('addresses', () => {
  it('are counted by something, whatever a proxy says', () => {
    fc.assert(
      fc.property(address, (one) => {
        const network = toNetwork(one);
        expect(network === 'unknown' || isIP(network) !== 0).toBe(true);
      }),
      settings(),
    );
  });

  it('lie in ranges or not, without an error, for all ranges that a setting takes', () => {
    fc.assert(
      fc.property(address, range, (one, list) => {
        const taken = partnerSettings.safeParse({ ipAllowList: [list] });
        if (!taken.success) return;
        expect(typeof isInRanges(one, taken.data.ipAllowList)).toBe('boolean');
      }),
      settings(),
    );
  });

  it('lie within every range around themselves', () => {
    fc.assert(
      // IPv4 inside IPv6 is judged as IPv4, and lies in ranges of those alone.
      fc.property(fc.oneof(fc.ipV4(), plainIpv6), fc.nat({ max: 128 }), (one, bits) => {
        const most = isIP(one) === 6 ? 128 : 32;
        expect(isInRanges(one, [`${one}/${String(Math.min(bits, most))}`])).toBe(true);
      }),
      settings(),
    );
  });

  it('are reached or not, without an error, for all networks that a setting takes', () => {
    fc.assert(
      fc.property(address, range, (one, network) => {
        const taken = partnerSettings.safeParse({ privateNetworks: [network] });
        if (!taken.success) return;
        const guard = createAddressGuard(taken.data.privateNetworks);
        expect(typeof guard.isAllowed(one)).toBe('boolean');
      }),
      settings(),
    );
  });

  it('of an operator that are no range are refused by their own error', () => {
    fc.assert(
      fc.property(range, (one) => {
        const { error } = outcomeOf(() => createAddressGuard([one]));
        if (error !== null) expect(error).toBeInstanceOf(CidrError);
      }),
      settings(),
    );
  });

  it('of our own networks are reached in no spelling', () => {
    const guard = createAddressGuard([]);
    const own = fc.oneof(
      fc.nat({ max: 0xff_ffff }).map((host) => toIpv4(0x7f00_0000 + host)),
      fc.nat({ max: 0xff_ffff }).map((host) => toIpv4(0x0a00_0000 + host)),
      fc.nat({ max: 0xffff }).map((host) => toIpv4(0xa9fe_0000 + host)),
      fc.nat({ max: 0xffff }).map((host) => toIpv4(0xc0a8_0000 + host)),
    );
    fc.assert(
      fc.property(own, (one) => {
        const bytes = one.split('.').map(Number);
        const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0'));
        const mapped = `::ffff:${hex[0] ?? ''}${hex[1] ?? ''}:${hex[2] ?? ''}${hex[3] ?? ''}`;
        for (const spelt of [one, `::ffff:${one}`, mapped, `64:ff9b::${one}`, `::${one}`]) {
          expect(guard.isAllowed(spelt)).toBe(false);
        }
      }),
      settings(),
    );
  });
});

function toIpv4(bits: number): string {
  return [24, 16, 8, 0].map((shift) => String((bits >>> shift) & 0xff)).join('.');
}
