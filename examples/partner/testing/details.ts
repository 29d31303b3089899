import type { SubmissionDetails } from '../kenali-client.js';

/** Details of a submission that has ended well, with what a test is about in place. */
export function createDetails(given: Partial<SubmissionDetails> = {}): SubmissionDetails {
  return {
    submissionId: '0198c7f0-0000-7000-8000-000000000001',
    submissionType: 'KTP_SCAN',
    userId: 'user-42',
    userIdType: 'SAMPLE_SHOP_USER_ID',
    partnerSessionId: 'session-1',
    status: 'COMPLETED',
    result: 'VALID',
    reasonCode: null,
    processedAt: '2026-11-22T02:00:00.000Z',
    submissionDetails: {},
    ...given,
  };
}
