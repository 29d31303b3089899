import { describe, expect, it } from 'vitest';
import type { Evidence } from '../evidence/evidence.js';
import type { PlannedSession } from '../plan/plan-sessions.js';
import { sessionsEnded } from './sessions-ended.js';
import { SOUND_SESSION } from './testing/sound-evidence.js';

/** What is wrong with a run of one session that ended for the reason, planned and seen as given. */
function findProblems(
  reasonCode: string,
  change: Partial<PlannedSession>,
  seen: Partial<Evidence> = {},
): readonly string[] {
  const end = { status: 'ERROR', result: null, reasonCode } as const;
  return sessionsEnded.findProblems({
    ...SOUND_SESSION,
    sessions: SOUND_SESSION.sessions.map((one) => ({
      ...one,
      planned: { ...one.planned, ...change },
    })),
    submissions: SOUND_SESSION.submissions.map((row) => ({ ...row, ...end })),
    ...seen,
  });
}

const times = (count: number) => Array.from({ length: count }, () => 'session-1');

describe('a session that was confirmed', () => {
  it('is cancelled when its partner did so or the sandbox was told to, and else never', () => {
    const reason = 'CANCELLED_BY_PARTNER';
    expect(findProblems(reason, { conduct: 'CANCEL' })).toEqual([]);
    expect(findProblems(reason, { userId: `SANDBOX-ERROR-${reason}` })).toEqual([]);
    expect(findProblems(reason, {})).toHaveLength(1);
    expect(findProblems(reason, { userId: 'SANDBOX-ERROR-SESSION_TIMEOUT' })).toHaveLength(1);
  });

  const MISSING = 'REFERENCE_IMAGE_UNAVAILABLE';
  const awayMeanwhile = { partnerDown: [{ fromMs: 1, toMs: 9 }] };

  it.each<[string, Partial<Evidence>]>([
    ['answered badly three times', { missedPictures: times(3) }],
    ['was away meanwhile', awayMeanwhile],
  ])('may lack a picture whose partner %s', (_what, seen) => {
    expect(findProblems(MISSING, { flow: 'FACE_VERIFICATION' }, seen)).toEqual([]);
    expect(findProblems(MISSING, { flow: 'FACE_MATCH', environment: 'SANDBOX' }, seen)).toEqual([]);
  });

  it.each<[string, Partial<Evidence>]>([
    ['answered badly twice', { missedPictures: [...times(2), 'session-2'] }],
    ['was away later', { partnerDown: [{ fromMs: 5, toMs: 9 }] }],
  ])('may lack no picture whose partner %s', (_what, seen) => {
    expect(findProblems(MISSING, { flow: 'FACE_VERIFICATION' }, seen)).toHaveLength(1);
  });

  it.each<Partial<PlannedSession>>([
    { flow: 'KYC_LITE' },
    { flow: 'FACE_VERIFICATION', environment: 'SANDBOX' },
  ])('may lack no picture where none is fetched: %o', (change) => {
    expect(findProblems(MISSING, change, awayMeanwhile)).toHaveLength(1);
  });
});
