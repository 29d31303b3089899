import { DrizzleQueryError } from 'drizzle-orm/errors';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { KeyServiceError } from '../keys/key-errors.js';
import { SealBrokenError } from '../keys/seal.js';
import { guardStore, StoreError } from './store-error.js';

const NIK = '3171234567890123';

const guarded = (error: Error): Promise<unknown> =>
  guardStore('saving', () => Promise.reject(error)).catch((caught: unknown) => caught);

async function thrownBy(error: Error): Promise<StoreError> {
  const thrown = await guarded(error);
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

  it('tells of a value that the driver could not send as of the database, without the value', async () => {
    const refusal = new DrizzleQueryError('insert', [NIK], new TypeError(`not a string: ${NIK}`));
    const thrown = await thrownBy(refusal);
    expect(thrown.message).toBe('saving failed in the database (no answer)');
  });

  it.each([
    ['a row that cannot be read', new ZodError([])],
    ['a seal that is broken', new SealBrokenError('changed')],
    ['a key service that is away', new KeyServiceError('opening', null, true)],
    ['a mistake of ours', new Error('the erasure has no row')],
    ['an argument that Node refuses', Object.assign(new TypeError('x'), { code: 'ERR_INVALID' })],
    ['what another guard has thrown', new StoreError('finding', '08006', null)],
  ])('leaves %s as it is', async (_what, error) => {
    await expect(guarded(error)).resolves.toBe(error);
  });
});
