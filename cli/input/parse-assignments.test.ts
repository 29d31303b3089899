import { describe, expect, it } from 'vitest';
import { partnerSettings } from '../../contract/schema/partner-settings.js';
import { parseAssignments } from './parse-assignments.js';

const defaults = partnerSettings.parse({});
const parse = (...assignments: string[]) => parseAssignments(assignments, defaults);

describe('assignments of settings', () => {
  it('are numbers, booleans and texts as they look', () => {
    expect(parse('maxAttempts=5', 'allowQr=true', 'resultScreen=PARTNER')).toEqual({
      maxAttempts: 5,
      allowQr: true,
      resultScreen: 'PARTNER',
    });
  });

  it('reach nested members', () => {
    expect(
      parse('lifetimes.userToken=1800', 'lifetimes.session=7200', 'thresholds.livenessScore=0.5'),
    ).toEqual({
      lifetimes: { userToken: 1800, session: 7200 },
      thresholds: { livenessScore: 0.5 },
    });
  });

  it('join lists by commas, also a list of one', () => {
    expect(parse('flows=KTP_SCAN', 'ipAllowList=192.0.2.0/24, 2001:db8::/32')).toEqual({
      flows: ['KTP_SCAN'],
      ipAllowList: ['192.0.2.0/24', '2001:db8::/32'],
    });
  });

  it('take JSON', () => {
    expect(parse('redirectOrigins=["https://a.example"]', 'lifetimes={"session":60}')).toEqual({
      redirectOrigins: ['https://a.example'],
      lifetimes: { session: 60 },
    });
  });

  it('are the default when nothing is behind the sign', () => {
    expect(parse('retentionDays=', 'successRedirectionUrl=null')).toEqual({
      retentionDays: null,
      successRedirectionUrl: null,
    });
  });

  it('keep an equals sign within the value', () => {
    expect(parse('successRedirectionUrl=https://a.example/?from=kyc')).toEqual({
      successRedirectionUrl: 'https://a.example/?from=kyc',
    });
  });

  it.each(['maxAttempts', '=5'])('are refused as %s', (assignment) => {
    expect(() => parse(assignment)).toThrow(/member=value/);
  });
});
