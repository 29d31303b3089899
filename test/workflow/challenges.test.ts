import { describe, expect, it } from 'vitest';
import type { RecordRetryInput } from '../../activities/activity-types.js';
import { CHALLENGE_LIFETIME_MS, listMovements } from '../../contract/challenge.js';
import { DEFAULT_POLICY, type SubmissionPolicy } from '../../contract/submission-policy.js';
import { startEnvironment } from './environment.js';
import {
  createFakeActivities,
  type FakeActivities,
  recordLate,
  reject,
  retry,
  untilRetries,
  type Script,
} from './fake-activities.js';
import { startSubmission, withWorkers, type RunningSubmission } from './submission-driver.js';
import { useStage } from './use-stage.js';

const stage = useStage();

const required = retry('LIVENESS', 'CHALLENGE_REQUIRED', 'SELFIE');
const failed = retry('LIVENESS', 'CHALLENGE_FAILED', 'SELFIE');
const MATCH_IN_DOUBT = retry('FACE_MATCH', 'FACE_MATCH_FAILED', 'SELFIE');
const INVALID = { status: 'COMPLETED', result: 'INVALID' };

interface Run {
  readonly script: Script;
  readonly flow?: 'SELFIE_LIVENESS' | 'KYC_LITE';
  readonly policy?: Partial<SubmissionPolicy>;
  /** What the app that confirms says of itself. */
  readonly maxMovements?: number;
  readonly confirms: number;
  /** Before the confirm of an attempt. */
  readonly before?: (attempt: number) => Promise<void>;
  readonly prepare?: (fakes: FakeActivities) => void;
}

/** Confirms the selfie, in KYC Lite with the card at first, as often as told. */
async function run(told: Run, within = stage.environment) {
  const { script, flow = 'SELFIE_LIVENESS', policy, maxMovements, confirms, before } = told;
  const fakes = createFakeActivities(script);
  told.prepare?.(fakes);
  const confirm = (running: RunningSubmission, attempt: number) =>
    flow === 'KYC_LITE' && attempt === 1
      ? running.confirm(attempt, 'KTP', 'SELFIE')
      : running.confirm(attempt, 'SELFIE');
  const outcome = await withWorkers({ ...stage, environment: within }, fakes, async () => {
    const input = { policy: { ...DEFAULT_POLICY, ...policy } };
    const running = await startSubmission(within, flow, input, { maxMovements });
    for (let attempt = 1; attempt <= confirms; attempt += 1) {
      await untilRetries(fakes, attempt - 1);
      await before?.(attempt);
      await confirm(running, attempt);
    }
    return running.result();
  });
  return { ...fakes.seen, outcome };
}

/** Whoever sends what cannot be judged does not get to choose. */
function expectSameMovements(retries: readonly Pick<RecordRetryInput, 'challenge'>[]): void {
  const asked = retries.map(({ challenge }) => challenge && listMovements(challenge).join());
  expect(new Set(asked).size).toBe(1);
}

describe('a challenge', () => {
  it('is drawn where liveness asks for one, and goes to the check with its answer', async () => {
    const seen = await run({ script: { LIVENESS: [required] }, confirms: 2 });
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    const [asked] = seen.retries;
    expect(asked).toMatchObject({ reasonCode: 'CHALLENGE_REQUIRED', captures: ['SELFIE'] });
    expect(asked?.challenge).not.toHaveProperty('then');
    const { nonce, action } = asked!.challenge!;
    const [first, second] = seen.selfies;
    expect(first).toMatchObject({ challengeUse: 'IF_IN_DOUBT', reusedSelfies: 'REJECT' });
    expect(first).not.toHaveProperty('challenge');
    expect(second?.challenge).toEqual({ nonce, action });
  });

  it('names two different movements to an app that can ask for them', async () => {
    const seen = await run({ script: { LIVENESS: [required] }, confirms: 2, maxMovements: 2 });
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    const { nonce, action, then } = seen.retries[0]!.challenge!;
    const drawn = ['TURN_LEFT', 'TURN_RIGHT', 'NOD'];
    expect(drawn).toContain(action);
    expect(drawn.filter((other) => other !== action)).toContain(then);
    expect(seen.selfies[1]?.challenge).toEqual({ nonce, action, then });
  });

  it('that is not answered is followed by one other, then by the end', async () => {
    const seen = await run({ script: { LIVENESS: [required, failed, failed] }, confirms: 3 });
    expect(seen.outcome).toMatchObject({ ...INVALID, reasonCode: 'MAX_ATTEMPTS_REACHED' });
    expect(seen.retries.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_REQUIRED',
      'CHALLENGE_FAILED',
    ]);
    const nonces = seen.retries.map(({ challenge }) => challenge?.nonce);
    expect(new Set(nonces).size).toBe(2);
    expect(seen.selfies.map(({ challenge }) => challenge?.nonce)).toEqual([undefined, ...nonces]);
  });

  it('that is answered by a spoof is the end', async () => {
    const spoof = reject('LIVENESS', 'LIVENESS_CHECK_FAILED');
    const seen = await run({ script: { LIVENESS: [required, spoof] }, confirms: 2 });
    expect(seen.outcome).toMatchObject({ ...INVALID, reasonCode: 'LIVENESS_CHECK_FAILED' });
  });

  it('that is answered too late is not looked at, and another is drawn', async () => {
    // A server of its own, whose clock still jumps.
    const late = await startEnvironment();
    const seen = await run(
      {
        script: { LIVENESS: [required, failed] },
        confirms: 5,
        before: async (attempt) => {
          if (attempt === 2 || attempt === 3) await late.sleep(CHALLENGE_LIFETIME_MS + 1000);
        },
      },
      late,
    ).finally(() => late.teardown());
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    expect(seen.retries.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_REQUIRED',
      ...Array.from({ length: 3 }, () => 'CHALLENGE_FAILED'),
    ]);
    // Two late ones were not looked at, and do not count as movements that were not seen.
    expect(seen.selfies.map(({ attempt }) => attempt)).toEqual([1, 4, 5]);
    expect(seen.selfies[1]?.challenge?.nonce).toBe(seen.retries[2]?.challenge?.nonce);
    expectSameMovements(seen.retries.slice(0, 3));
  });

  it('that was told late and is answered too late is no try', async () => {
    const late = await startEnvironment();
    const seen = await run(
      {
        script: { LIVENESS: [required] },
        policy: { maxAttempts: 1 },
        confirms: 3,
        prepare: (fakes) => {
          recordLate(fakes, late);
        },
        before: async (attempt) => {
          if (attempt === 2) await late.sleep(CHALLENGE_LIFETIME_MS + 1000);
        },
      },
      late,
    ).finally(() => late.teardown());
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    expect(seen.retries.map(({ tries }) => tries)).toEqual([{ SELFIE: 1 }, { SELFIE: 1 }]);
    expectSameMovements(seen.retries);
  });

  it('whose answer could not be judged is followed by another, which takes a try at the selfie', async () => {
    const dark = () => retry('LIVENESS', 'FACE_DARK', 'SELFIE');
    const seen = await run({
      script: { LIVENESS: [required, dark(), dark(), failed] },
      confirms: 5,
      maxMovements: 2,
    });
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    expect(seen.retries.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_REQUIRED',
      'FACE_DARK',
      'FACE_DARK',
      'CHALLENGE_FAILED',
    ]);
    const nonces = seen.retries.map(({ challenge }) => challenge?.nonce);
    expect(new Set(nonces).size).toBe(4);
    expectSameMovements(seen.retries.slice(0, 3));
    expect(seen.selfies.map(({ challenge }) => challenge?.nonce)).toEqual([undefined, ...nonces]);
  });

  it('whose answers are never fit to be judged ends with the tries at the selfie', async () => {
    const dark = () => retry('LIVENESS', 'FACE_DARK', 'SELFIE');
    const script = { LIVENESS: [required, dark(), dark(), dark()] };
    const seen = await run({ script, confirms: 4 });
    expect(seen.outcome).toMatchObject({ ...INVALID, reasonCode: 'MAX_ATTEMPTS_REACHED' });
  });

  it('is not got around by a blurred card beside a selfie in doubt', async () => {
    const blurred = retry('DOCUMENT', 'KTP_BLURRY', 'KTP');
    const fakes = createFakeActivities({ DOCUMENT: [blurred], LIVENESS: [required] });
    const outcome = await withWorkers(stage, fakes, async () => {
      const running = await startSubmission(stage.environment, 'KYC_LITE', {
        policy: DEFAULT_POLICY,
      });
      await running.confirm(1, 'KTP', 'SELFIE');
      await untilRetries(fakes, 1);
      await running.confirm(2, 'KTP', 'SELFIE');
      return running.result();
    });
    expect(outcome).toMatchObject({ result: 'VALID' });
    expect(fakes.seen.retries).toMatchObject([
      { reasonCode: 'KTP_BLURRY', captures: ['KTP', 'SELFIE'] },
    ]);
    expect(fakes.seen.selfies.map(({ challengeUse }) => challengeUse)).toEqual([
      'IF_IN_DOUBT',
      'ALWAYS',
    ]);
  });

  it('takes no attempt at the selfie away: a face match in doubt has its own', async () => {
    const seen = await run({
      flow: 'KYC_LITE',
      policy: { maxAttempts: 2 },
      script: { LIVENESS: [required], FACE_MATCH: [MATCH_IN_DOUBT, MATCH_IN_DOUBT] },
      confirms: 3,
    });
    expect(seen.retries.map(({ reasonCode }) => reasonCode)).toEqual([
      'CHALLENGE_REQUIRED',
      'FACE_MATCH_FAILED',
    ]);
    expect(seen.outcome).toMatchObject({ result: 'VALID' });
    // Whoever was asked once has to answer: another selfie is no way around it.
    expect(seen.selfies.map(({ challengeUse }) => challengeUse)).toEqual([
      'IF_IN_DOUBT',
      'ALWAYS',
      'ALWAYS',
    ]);
    expect(seen.selfies.map(({ challenge }) => challenge !== undefined)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each(['NEVER', 'ALWAYS'] as const)('goes by the partner’s %s', async (challenge) => {
    const seen = await run({ script: {}, policy: { challenge }, confirms: 1 });
    expect(seen.selfies).toMatchObject([{ challengeUse: challenge }]);
  });
});
