import { describe, expect, it } from 'vitest';
import { partnerSettings } from '../contract/schema/partner-settings.js';
import { AdministrationError } from './administration-error.js';
import { changeSettings } from './change-settings.js';

const defaults = partnerSettings.parse({});

function problemsOf(change: Readonly<Record<string, unknown>>) {
  try {
    changeSettings({}, change);
  } catch (error) {
    if (error instanceof AdministrationError) return error.problems;
    throw error;
  }
  return [];
}

describe('a change of settings', () => {
  it('keeps what it does not name, also within nested members', () => {
    const current = { maxAttempts: 5, lifetimes: { launchToken: 900 } };
    const { settings, stored } = changeSettings(current, { lifetimes: { userToken: 1800 } });
    expect(settings.lifetimes).toEqual({
      ...defaults.lifetimes,
      launchToken: 900,
      userToken: 1800,
    });
    expect(stored).toEqual({ maxAttempts: 5, lifetimes: { launchToken: 900, userToken: 1800 } });
  });

  it('stores nothing that is as by default', () => {
    const current = { maxAttempts: 5 };
    expect(changeSettings(current, { maxAttempts: 3, allowQr: false }).stored).toEqual({});
  });

  it('returns a member to its default with null', () => {
    const current = { maxAttempts: 5, lifetimes: { userToken: 60 } };
    const { settings } = changeSettings(current, { maxAttempts: null, lifetimes: null });
    expect(settings).toEqual(defaults);
  });

  it('changes one colour of a theme and keeps the others', () => {
    const current = { theme: { light: { ink: '#111111' }, radius: 4 } };
    const { settings } = changeSettings(current, { theme: { light: { accent: '#003366' } } });
    expect(settings.theme).toEqual({ light: { ink: '#111111', accent: '#003366' }, radius: 4 });
    expect(changeSettings(settings, { theme: null }).settings.theme).toEqual({});
    const unreadable = { theme: { light: { accent: '#ffee00' } } };
    expect(JSON.stringify(problemsOf(unreadable))).toContain('needs 4.5: give');
  });

  it('replaces a list as a whole', () => {
    const current = { ipAllowList: ['192.0.2.0/24'] };
    const { settings } = changeSettings(current, { ipAllowList: ['2001:db8::/32'] });
    expect(settings.ipAllowList).toEqual(['2001:db8::/32']);
  });

  it('tells the members that changed, as they were and as they are', () => {
    const current = { lifetimes: { launchToken: 900 } };
    const changed = changeSettings(current, {
      allowQr: true,
      lifetimes: { launchToken: 600, userToken: 3600 },
    });
    expect(changed.before).toEqual({ allowQr: false, lifetimes: { launchToken: 900 } });
    expect(changed.after).toEqual({ allowQr: true, lifetimes: { launchToken: 600 } });
  });

  it('names every bad member and what is allowed, never what was given', () => {
    expect(
      problemsOf({
        resultScreen: 'SECRET-A',
        retentionDays: 0,
        redirectOrigins: ['https://shop.example/SECRET-B', 'SECRET-C'],
        ipAllowList: ['SECRET-D'],
        lifetimes: { userToken: 'SECRET-E' },
        colour: 'SECRET-F',
      }),
    ).toEqual([
      expect.objectContaining({
        field: 'settings.resultScreen',
        message: expect.stringMatching(/"KENALI"\|"PARTNER"/) as string,
      }),
      {
        field: 'settings.redirectOrigins.0',
        message: 'Give scheme, host and port alone, such as https://shop.example.',
      },
      { field: 'settings.redirectOrigins.1', message: 'Give an http or https address.' },
      { field: 'settings.ipAllowList.0', message: 'Give a range such as 203.0.113.0/24.' },
      {
        field: 'settings.lifetimes.userToken',
        message: 'Invalid input: expected number, received string.',
      },
      {
        field: 'settings.retentionDays',
        message: 'Too small: expected number to be >=1.',
      },
      { field: 'settings.colour', message: 'There is no such member.' },
    ]);
    expect(JSON.stringify(problemsOf({ resultScreen: 'SECRET', x: 'SECRET' }))).not.toContain(
      'SECRET',
    );
  });

  it.each(['10.0.0.0/8', '127.0.0.1/32', '::1/128', 'fd00:1::/32', '::ffff:10.0.0.1/128'])(
    'opens a private network: %s',
    (range) => {
      expect(problemsOf({ privateNetworks: [range] })).toEqual([]);
    },
  );

  it.each([
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '::/32',
    'fd00::/8',
    '2001:d00::/31',
    '::ffff:0:0/96',
    '0:0:0:0:0:ffff:a00:0/104',
  ])('does not open what may be every network: %s', (range) => {
    expect(problemsOf({ privateNetworks: [range] })).toEqual([
      {
        field: 'settings.privateNetworks.0',
        message:
          'Give a network of /8 or narrower, of /32 or narrower for IPv6, and IPv4 ranges as IPv4.',
      },
    ]);
  });

  it('survives a change that is nested deeper than any setting', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 20_000; depth += 1) deep = { lifetimes: deep };
    expect(problemsOf({ lifetimes: deep })).toEqual([
      { field: 'settings.lifetimes.lifetimes', message: 'There is no such member.' },
    ]);
  });

  it('does not reach the prototype', () => {
    const change = JSON.parse('{"__proto__": {"maxAttempts": 9}}') as Record<string, unknown>;
    expect(problemsOf(change)).toHaveLength(1);
    expect(changeSettings({}, {}).settings.maxAttempts).toBe(3);
  });
});

describe('a change of settings that another version has stored', () => {
  const ofLater = {
    ofLater: { a: null },
    resultScreen: 'OF_LATER',
    flows: ['KTP_SCAN', 'OF_LATER'],
    lifetimes: { ofLater: 1, userToken: 60 },
    theme: { light: { ofLater: '#000000' } },
  };

  it('keeps what this one cannot read, at every level', () => {
    const { stored, settings } = changeSettings(ofLater, {
      maxAttempts: 5,
      lifetimes: { userToken: 120 },
    });
    expect(stored).toEqual({
      ...ofLater,
      maxAttempts: 5,
      lifetimes: { ofLater: 1, userToken: 120 },
    });
    expect(settings).toMatchObject({ maxAttempts: 5, flows: ['KTP_SCAN'], resultScreen: 'KENALI' });
  });

  it('replaces what it is about, and tells what was stored', () => {
    const changed = changeSettings(ofLater, {
      resultScreen: 'PARTNER',
      flows: ['KYC_LITE'],
      ofLater: null,
      lifetimes: null,
    });
    expect(changed.stored).toEqual({
      resultScreen: 'PARTNER',
      flows: ['KYC_LITE'],
      theme: ofLater.theme,
    });
    expect(changed.before).toEqual({
      ofLater: ofLater.ofLater,
      resultScreen: 'OF_LATER',
      flows: ofLater.flows,
      lifetimes: ofLater.lifetimes,
    });
    expect(changed.after).toEqual({
      resultScreen: 'PARTNER',
      flows: ['KYC_LITE'],
      lifetimes: { userToken: defaults.lifetimes.userToken },
    });
  });

  it('is judged as strictly as any', () => {
    expect(() => changeSettings(ofLater, { ofLater: { a: 1 } })).toThrow(
      'settings.ofLater: There is no such member.',
    );
    expect(() => changeSettings(ofLater, { resultScreen: 'OF_LATER' })).toThrow(/resultScreen/);
  });

  it.each([{ ipAllowList: ['of later'] }, { ipAllowList: 'of later' }])(
    'mends what keeps them from being read: %j',
    (unreadable) => {
      const stored = { ...unreadable, maxAttempts: 5 };
      const ipAllowList = ['192.0.2.0/24'];
      expect(changeSettings(stored, { ipAllowList }).stored).toEqual({
        maxAttempts: 5,
        ipAllowList,
      });
      expect(changeSettings(stored, { ipAllowList: null }).stored).toEqual({ maxAttempts: 5 });
    },
  );

  it('is refused while something else keeps them from being read, naming it', () => {
    const change = () => changeSettings({ ipAllowList: ['SECRET'] }, { maxAttempts: 5 });
    expect(change).toThrow(
      'This version cannot read what is stored. settings.ipAllowList.0: Give a range such as 203.0.113.0/24.',
    );
    expect(change).toThrow(expect.objectContaining({ refusal: 'CONFLICT' }) as Error);
  });
});
