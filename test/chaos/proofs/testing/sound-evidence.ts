import type { Evidence } from '../../evidence/evidence.js';
import type { ObservedSession } from '../../session/observed-session.js';

const OUTCOME = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;

/** Sessions of one person's card that went well, as all of the stores show them. */
function composeSound(...numbers: readonly number[]): Evidence {
  const each = numbers.map(composeSession);
  return {
    sessions: each.map(({ session }) => session),
    submissions: each.map(({ submission }) => submission),
    captures: each.map(({ capture }) => capture),
    deliveries: each.map(({ delivery }) => delivery),
    events: each.map(({ event }) => event),
    missedPictures: [],
    partnerDown: [],
    workflows: each.flatMap(({ workflows }) => workflows),
    objects: each.map(({ object }) => object),
    keysBeforeSweep: each.map(({ object }) => object.key),
    texts: [{ where: 'the log api.log', text: 'a submission has ended' }],
    personal: [{ what: 'NIK', value: '3171234567890123' }],
  };
}

function composeSession(number: number) {
  const submissionId = `01940000-0000-7000-8000-00000000000${String(number)}`;
  const partnerSessionId = `session-${String(number)}`;
  const webhookId = `msg_${submissionId}_COMPLETED_VALID`;
  const place = { submissionId, attempt: 1, documentType: 'KTP' } as const;
  const key = `captures/${submissionId}/1/KTP.aaaaaaaaaaaaaaaa`;
  const body = { submissionId, partnerSessionId, ...OUTCOME };
  const session: ObservedSession = {
    planned: {
      number,
      atMs: 0,
      flow: 'KTP_SCAN',
      conduct: 'FINISH',
      environment: 'PRODUCTION',
      userId: `person-${String(number)}`,
      person: 0,
      isImpostor: false,
    },
    partner: 'PLAIN',
    partnerSessionId,
    submissionId,
    confirmed: [place],
    startedMs: 0,
    confirmedMs: 1,
    endedMs: 2,
    status: { status: 'COMPLETED', reasonCode: null },
    details: { ...body, submissionType: 'KTP_SCAN', submissionDetails: {} },
    failure: null,
  };
  return {
    session,
    submission: {
      id: submissionId,
      partnerCode: 'PLAIN',
      partnerSessionId,
      flow: 'KTP_SCAN',
      ...OUTCOME,
      expiresAt: new Date('2026-11-23T00:00:00Z'),
      processedAt: new Date('2026-11-22T00:00:00Z'),
    },
    capture: { ...place, objectKey: key, sha256: 'aa', bytes: 3 },
    delivery: { submissionId, number: 1, webhookId, state: 'DELIVERED' },
    event: {
      atMs: 3,
      partner: 'plain',
      webhookId,
      isSignatureRight: true,
      answered: 'ANSWER',
      raw: JSON.stringify(body),
      body,
    },
    workflows: [
      { id: `submission/${submissionId}`, status: 'COMPLETED', outcome: OUTCOME },
      { id: `callback/${submissionId}/1`, status: 'COMPLETED', outcome: null },
    ],
    object: { key, photo: { sha256: 'aa', bytes: 3 } },
  } as const;
}

export const SOUND_SESSION = composeSound(1);

/** Two of them, so that there are verdicts to compare. */
export const SOUND = composeSound(1, 2);
