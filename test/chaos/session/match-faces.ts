import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { PartnerSession } from '../../../cli/session/partner-client.js';
import { callPlatform } from '../../../cli/session/partner-http.js';
import { SubmissionStatus } from '../../../contract/submission.js';
import type { PlannedSession } from '../plan/plan-sessions.js';
import type { AskPatiently } from '../../support/ask-patiently.js';
import type { ObservedSession } from './observed-session.js';
import type { SessionStage } from './run-session.js';

const faceMatch = z.object({
  submissionId: z.string(),
  status: z.enum(SubmissionStatus),
  result: z.string().nullable().default(null),
  reasonCode: z.string().nullable().default(null),
});

const POLL_MS = 1_000;

/** The flow without a person: the partner's backend asks, by the same call, until it is told. */
export async function matchFaces(
  { partner, imageUrl }: SessionStage,
  planned: PlannedSession,
  session: PartnerSession,
  ask: AskPatiently,
): Promise<Pick<ObservedSession, 'submissionId' | 'status'>> {
  const call = {
    name: 'Face match',
    method: 'POST',
    url: new URL('/coe-partner/v1/face-match', partner.baseUrl).href,
    headers: {
      'x-onekyc-token': partner.tokens[planned.environment],
      'x-onboarding-partner': `${partner.code}-SDK-FACE_MATCH`,
      'x-partner-session-id': session.partnerSessionId,
      'x-partner-user-id': session.userId,
      'x-partner-user-id-type': session.userIdType,
    },
    json: {
      selfieUrl: imageUrl(session.partnerSessionId, 'SELFIE'),
      referenceUrl: imageUrl(session.partnerSessionId, 'REFERENCE'),
    },
  } as const;
  for (;;) {
    const { submissionId, ...status } = await ask(() => callPlatform(call, faceMatch));
    if (status.status !== SubmissionStatus.IN_PROGRESS) return { submissionId, status };
    await sleep(POLL_MS);
  }
}
