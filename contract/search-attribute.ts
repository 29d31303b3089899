/**
 * What operators can search submissions by, besides id and type. Stored in clear, like every id:
 * nothing personal. The workflow sets them itself; the sessions worker registers them.
 */
export const SearchAttribute = {
  partnerCode: { name: 'PartnerCode', type: 'KEYWORD' },
  flowName: { name: 'FlowName', type: 'KEYWORD' },
  submissionStatus: { name: 'SubmissionStatus', type: 'KEYWORD' },
  reasonCode: { name: 'ReasonCode', type: 'KEYWORD' },
  attemptCount: { name: 'AttemptCount', type: 'INT' },
  expiresAt: { name: 'ExpiresAt', type: 'DATETIME' },
} as const;
