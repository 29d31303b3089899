import { randomBytes, randomUUID } from 'node:crypto';
import { DEFAULT_POLICY } from '../../contract/submission-policy.js';
import type { NewSubmission } from '../../db/submission-store.js';

/** A row of partner ACME as initiate would store it, in a session of its own. */
export function newSubmission(changed: Partial<NewSubmission> = {}): NewSubmission {
  return {
    id: randomUUID(),
    publicId: randomBytes(16).toString('base64url'),
    partnerCode: 'ACME',
    partnerSessionId: randomUUID(),
    partnerUserId: 'user-7',
    partnerUserIdType: 'ACME_USER_ID',
    requestDigest: 'digest',
    flow: 'KYC_LITE',
    source: 'SDK',
    successRedirectionUrl: null,
    failureRedirectionUrl: null,
    theme: 'NO_PREFERENCE',
    userLocale: 'id_ID',
    environment: 'PRODUCTION',
    allowQr: false,
    forceQr: false,
    policy: DEFAULT_POLICY,
    resultScreen: 'KENALI',
    awaiting: ['KTP', 'SELFIE'],
    createdAt: new Date('2026-11-22T08:00:00Z'),
    expiresAt: new Date('2026-11-23T08:00:00Z'),
    ...changed,
  };
}
