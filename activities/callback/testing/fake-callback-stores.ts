import { partnerSettings } from '../../../contract/schema/partner-settings.js';
import type { CallbackEndpoint } from '../../../db/callback-endpoint-store.js';
import type { DeliveryAttempt, DeliveryKey } from '../../../db/delivery-store.js';
import type { EndedSubmission } from '../../../db/submission-projection-store.js';
import type { CallbackDependencies } from '../create-callback-activities.js';

/** 24 bytes, for tests only. */
export const TEST_SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;

/** Private networks of the partner. */
export const TEST_NETWORKS = ['10.20.0.0/16'];

export const TEST_ENDED: EndedSubmission = {
  submissionId: '0192f0aa-0000-7000-8000-000000000001',
  partnerCode: 'CONTOH',
  partnerSessionId: 'session-1',
  partnerUserId: 'user-1',
  partnerUserIdType: 'CONTOH_USER_ID',
  flow: 'KYC_LITE',
  environment: 'PRODUCTION',
  status: 'COMPLETED',
  result: 'VALID',
  reasonCode: null,
  processedAt: new Date('2026-11-22T03:00:00.000Z'),
  isErased: false,
};

export interface FakeCallbackStores extends Omit<CallbackDependencies, 'sender' | 'ladder'> {
  endpoint: CallbackEndpoint | null;
  readonly attempts: DeliveryAttempt[];
  readonly states: string[];
  readonly webhookIds: string[];
  readonly keys: DeliveryKey[];
}

/** The stores of one submission and one delivery, in memory. */
export function createFakeCallbackStores(
  endpoint: Partial<CallbackEndpoint> = {},
  ended: EndedSubmission | null = TEST_ENDED,
): FakeCallbackStores {
  const fake: FakeCallbackStores = {
    endpoint: {
      partnerCode: TEST_ENDED.partnerCode,
      url: 'https://partner.example/coe/submissions-callback',
      method: 'POST',
      payload: 'full',
      headers: { Authorization: 'Bearer partner' },
      secrets: [TEST_SECRET],
      isDisabled: false,
      ...endpoint,
    },
    attempts: [],
    states: [],
    webhookIds: [],
    keys: [],
    projection: {
      readEnded: () => Promise.resolve(ended),
      readSubject: () => Promise.resolve(TEST_ENDED),
    },
    partners: {
      find: (code) =>
        Promise.resolve({
          code,
          name: 'Contoh',
          settings: partnerSettings.parse({ privateNetworks: TEST_NETWORKS }),
          createdAt: new Date(0),
        }),
    },
    assessments: {
      readSubmissionDetails: () =>
        Promise.resolve({ verificationResult: { document: 'PASS' }, faceMatchScore: 0.91 }),
    },
    endpoints: {
      readEndpoint: () => Promise.resolve(fake.endpoint),
      disableEndpoint: (_partnerCode, url) => {
        if (fake.endpoint?.url === url) fake.endpoint = { ...fake.endpoint, isDisabled: true };
        return Promise.resolve();
      },
    },
    deliveries: {
      openDelivery: (key, webhookId) => {
        fake.keys.push(key);
        fake.webhookIds.push(webhookId);
        return Promise.resolve(fake.attempts.length);
      },
      addAttempt: (_key, _number, attempt) => {
        fake.attempts.push(attempt);
        return Promise.resolve();
      },
      settleDelivery: (_key, state) => {
        fake.states.push(state);
        return Promise.resolve();
      },
    },
  };
  return fake;
}
