import { MockActivityEnvironment } from '@temporalio/testing';
import { describe, expect, it } from 'vitest';
import { mend } from './mend.js';

const FOUND = { kind: 'UNTOLD', submissionId: '0192f0aa-0000-7000-8000-000000000001' } as const;

const run = (repair: () => Promise<void>) =>
  new MockActivityEnvironment().run(() => mend(FOUND, repair));

describe('mending', () => {
  it('is reported where it was done', async () => {
    await expect(run(() => Promise.resolve())).resolves.toEqual({ ...FOUND, isMended: true });
  });

  it('that fails is reported as not done, and stops nothing else', async () => {
    const failed = run(() => Promise.reject(new Error('away')));
    await expect(failed).resolves.toEqual({ ...FOUND, isMended: false });
  });
});
