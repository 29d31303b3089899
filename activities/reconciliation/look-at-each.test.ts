import { MockActivityEnvironment } from '@temporalio/testing';
import { expect, it } from 'vitest';
import type { Finding } from '../../contract/reconciliation.js';
import { lookAtEach } from './look-at-each.js';

const lookAt = (ids: readonly string[], look: (id: string) => Promise<Finding | null>) =>
  new MockActivityEnvironment().run(() => lookAtEach(ids, (id) => id, look));

it('what cannot be looked at is reported as such and keeps none of the others from it', async () => {
  const found = { kind: 'UNTOLD', submissionId: 'third', isMended: true } as const;
  const findings = await lookAt(['first', 'second', 'third'], (id) => {
    if (id === 'first') return Promise.reject(new Error('unreadable'));
    return Promise.resolve(id === 'third' ? found : null);
  });
  expect(findings).toEqual([{ kind: 'UNSEEN', submissionId: 'first', isMended: false }, found]);
});
