import type { Evidence } from '../../evidence/evidence.js';
import type { ObservedSession } from '../../session/observed-session.js';

const SUBMISSION = '01940000-0000-7000-8000-000000000001';
const PLACE = { submissionId: SUBMISSION, attempt: 1, documentType: 'KTP' } as const;
const OUTCOME = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;
const KEY = `captures/${SUBMISSION}/1/KTP.aaaaaaaaaaaaaaaa`;
const WEBHOOK = `msg_${SUBMISSION}_COMPLETED_VALID`;
const BODY = { submissionId: SUBMISSION, partnerSessionId: 'session-1', ...OUTCOME };

const SESSION: ObservedSession = {
  planned: {
    number: 1,
    atMs: 0,
    flow: 'KTP_SCAN',
    conduct: 'FINISH',
    environment: 'PRODUCTION',
    userId: 'person-1',
    person: 0,
    isImpostor: false,
  },
  partner: 'PLAIN',
  partnerSessionId: 'session-1',
  submissionId: SUBMISSION,
  confirmed: [PLACE],
  startedMs: 0,
  confirmedMs: 1,
  endedMs: 2,
  status: { status: 'COMPLETED', reasonCode: null },
  details: { ...BODY, submissionType: 'KTP_SCAN', submissionDetails: {} },
  failure: null,
};

/** One session that went well, as all of the stores show it. */
export const SOUND: Evidence = {
  sessions: [SESSION],
  submissions: [
    {
      id: SUBMISSION,
      partnerCode: 'PLAIN',
      partnerSessionId: 'session-1',
      flow: 'KTP_SCAN',
      ...OUTCOME,
      expiresAt: new Date('2026-11-23T00:00:00Z'),
      processedAt: new Date('2026-11-22T00:00:00Z'),
    },
  ],
  captures: [{ ...PLACE, objectKey: KEY, sha256: 'aa', bytes: 3 }],
  deliveries: [{ submissionId: SUBMISSION, number: 1, webhookId: WEBHOOK, state: 'DELIVERED' }],
  events: [
    {
      atMs: 3,
      partner: 'plain',
      webhookId: WEBHOOK,
      isSignatureRight: true,
      answered: 'ANSWER',
      raw: JSON.stringify(BODY),
      body: BODY,
    },
  ],
  missedPictures: [],
  partnerDown: [],
  workflows: [
    { id: `submission/${SUBMISSION}`, status: 'COMPLETED', outcome: OUTCOME },
    { id: `callback/${SUBMISSION}/1`, status: 'COMPLETED', outcome: null },
  ],
  objects: [{ key: KEY, photo: { sha256: 'aa', bytes: 3 } }],
  keysBeforeSweep: [KEY],
  texts: [{ where: 'the log api.log', text: 'a submission has ended' }],
  personal: [{ what: 'NIK', value: '3171234567890123' }],
};
