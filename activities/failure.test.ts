import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { guardStore } from '../db/store-error.js';
import { KeyServiceError } from '../keys/key-errors.js';
import { StorageError } from '../storage/storage-error.js';
import { guardActivity } from './failure.js';

const NIK = '3171234567890123';

/** What the history keeps of an activity whose store operation met this. */
async function failureOf(error: Error): Promise<ApplicationFailure> {
  const activity = guardActivity(() => guardStore('saving', () => Promise.reject(error)));
  const run = new MockActivityEnvironment().run(activity);
  const thrown: unknown = await run.catch((caught: unknown) => caught);
  if (!(thrown instanceof ApplicationFailure)) throw new Error('not an ApplicationFailure');
  return thrown;
}

describe('guardActivity', () => {
  it('blames each service only for what it did itself', async () => {
    const closing = Object.assign(new Error(NIK), { code: '57P01' });
    await expect(failureOf(closing)).resolves.toMatchObject({ type: 'DatabaseUnavailable' });
    const away = new KeyServiceError('opening', null, true);
    await expect(failureOf(away)).resolves.toMatchObject({ type: 'KeyUnavailable' });
    const refused = new StorageError('removing captures', 'AccessDenied', false);
    await expect(failureOf(refused)).resolves.toMatchObject({
      type: 'StorageUnavailable',
      message: 'removing captures failed in the object store (AccessDenied)',
    });
    const mistake = new Error('the erasure has no row');
    await expect(failureOf(mistake)).resolves.toMatchObject({ type: 'Unexpected' });
  });

  it('waits for a schema that is being put back, and not for values that no column takes', async () => {
    for (const code of ['42P01', '42501', '42703']) {
      const missing = failureOf(Object.assign(new Error(NIK), { code }));
      await expect(missing, code).resolves.toMatchObject({ nonRetryable: false });
    }
    for (const code of ['22021', '23514']) {
      const refused = failureOf(Object.assign(new Error(NIK), { code }));
      await expect(refused, code).resolves.toMatchObject({ nonRetryable: true });
    }
  });

  it('keeps what an unknown error says out of the history', async () => {
    const failure = await failureOf(new SyntaxError(`Unexpected token in ${NIK}`));
    expect(failure.message).toBe('an unexpected SyntaxError');
    expect(failure.cause).toBeUndefined();
    expect(`${failure.stack ?? ''}${JSON.stringify(failure)}`).not.toContain(NIK);
  });
});
