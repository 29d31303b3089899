import { describe, expect, it } from 'vitest';
import { nameOperator } from './name-operator.js';

const configured = { given: undefined, account: 'dian', isLocal: false };

describe('who acts, for the audit log', () => {
  it('is the account of the system', () => {
    expect(nameOperator(configured)).toBe('cli:dian');
  });

  it('is who the operator says, whatever the account', () => {
    for (const account of ['dian', 'node', null]) {
      expect(nameOperator({ ...configured, given: 'putri', account })).toBe('cli:putri');
    }
  });

  it.each(['node', null])('has to be said where the account is everybody’s: %s', (account) => {
    expect(() => nameOperator({ ...configured, account })).toThrow('KENALI_OPERATOR is not set');
  });

  it('need not be said on the platform of one’s own machine', () => {
    expect(nameOperator({ ...configured, isLocal: true, account: 'node' })).toBe('cli:node');
    expect(nameOperator({ ...configured, isLocal: true, account: null })).toBe('cli:unnamed');
  });
});
