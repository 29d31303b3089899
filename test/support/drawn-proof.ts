import type { ErasureProof } from '../../contract/schema/operator/erasure-proof.js';

/** What is proven of a submission that never was. */
export const PROOF: ErasureProof = {
  version: 1,
  submissionId: '0198c7f0-0000-7000-8000-000000000001',
  partnerCode: 'SHOP',
  scope: 'ALL',
  rule: 'RETENTION',
  retentionDays: 90,
  requestId: null,
  begunAt: '2026-11-22T02:00:00.000Z',
  erasedAt: '2026-11-22T02:12:00.000Z',
  objects: { count: 3, keyHashes: ['ab'.repeat(32)] },
  rows: {
    cardFields: 1,
    captures: 2,
    selfieFingerprints: 5,
    userGrants: 0,
    browserEntries: 2,
    answerExcerpts: 0,
  },
  workflows: ['submission/0198c7f0-0000-7000-8000-000000000001'],
};
