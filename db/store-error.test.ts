import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { guardStore, StoreError } from './store-error.js';

const NIK = '3171234567890123';

async function thrownBy(error: Error): Promise<StoreError> {
  const thrown: unknown = await guardStore('saving', () => Promise.reject(error)).catch(
    (caught: unknown) => caught,
  );
  if (!(thrown instanceof StoreError)) throw new Error('not a StoreError');
  return thrown;
}

describe('guardStore', () => {
  it('keeps the SQLSTATE and the constraint and drops the parameters', async () => {
    const refusal = Object.assign(new Error(`Key (nik)=(${NIK}) exists`), {
      code: '23505',
      constraint_name: 'submission_partner_session',
      detail: NIK,
    });
    const thrown = await thrownBy(new DrizzleQueryError('insert', [NIK], refusal));
    expect(thrown.message).toBe('saving failed in the database (23505)');
    expect(thrown.sqlState).toBe('23505');
    expect(thrown.constraint).toBe('submission_partner_session');
    expect(thrown.cause).toBeUndefined();
    expect(`${thrown.message}${thrown.stack ?? ''}${JSON.stringify(thrown)}`).not.toContain(NIK);
  });

  it.each([
    ['23505', false],
    ['40001', false],
    ['08006', true],
    ['57P01', true],
    ['57014', true],
    ['55P03', true],
    ['55006', false],
    ['25P03', true],
    ['25P02', false],
    ['53300', true],
    ['ECONNREFUSED', true],
    ['CONNECT_TIMEOUT', true],
    ['CONNECTION_CLOSED', true],
  ])('tells whether the database was away: %s is %s', async (code, isAway) => {
    const thrown = await thrownBy(Object.assign(new Error('x'), { code }));
    expect(thrown.isUnavailable).toBe(isAway);
  });
});
