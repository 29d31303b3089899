import { describe, expect, it } from 'vitest';
import { FlowName } from '../../../contract/flow.js';
import { parseSandboxUserId } from '../../../contract/sandbox.js';
import { planAnswer, planDownTimes } from './plan-answers.js';
import { planKills, VICTIMS } from './plan-kills.js';
import { Conduct, planSessions } from './plan-sessions.js';

const SEEDS = [1, 2, 3, 4, 5];

describe('planKills', () => {
  it.each(SEEDS)(
    'kills every process as often as asked, one turn after the other (seed %i)',
    (seed) => {
      const kills = planKills({ seed, windowMs: 60_000, killsEach: 3 });
      for (const victim of VICTIMS) {
        const turns = kills
          .filter((kill) => kill.victim === victim)
          .map(({ atMs }) => atMs / 20_000);
        expect(turns.map(Math.floor)).toEqual([0, 1, 2]);
      }
      expect(kills.every(({ downMs }) => downMs > 0)).toBe(true);
    },
  );

  it('depends on the seed alone', () => {
    const plan = { windowMs: 60_000, killsEach: 3 };
    expect(planKills({ ...plan, seed: 7 })).toEqual(planKills({ ...plan, seed: 7 }));
    expect(planKills({ ...plan, seed: 7 })).not.toEqual(planKills({ ...plan, seed: 8 }));
  });
});

describe('planSessions', () => {
  const plan = { sessions: 12, windowMs: 10_000, people: 2 };

  it.each(SEEDS)('has every flow and every conduct in a dozen (seed %i)', (seed) => {
    const sessions = planSessions({ ...plan, seed });
    expect(new Set(sessions.map(({ flow }) => flow))).toEqual(new Set(Object.values(FlowName)));
    expect(new Set(sessions.map(({ conduct }) => conduct))).toEqual(
      new Set(Object.values(Conduct)),
    );
  });

  it.each(SEEDS)('has the models judge some pictures twice in a dozen (seed %i)', (seed) => {
    const judged = planSessions({ ...plan, people: 100, seed }).filter(
      ({ conduct, environment }) => conduct === Conduct.FINISH && environment === 'PRODUCTION',
    );
    const pictures = judged.map(({ flow, person, isImpostor }) =>
      [flow, person, isImpostor].join(),
    );
    expect(new Set(pictures).size).toBeLessThan(pictures.length);
  });

  it('forces verdicts in the sandbox alone, by ids that the contract knows', () => {
    const sessions = planSessions({ ...plan, sessions: 200, seed: 1 });
    const isForced = ({ userId }: { userId: string }) => parseSandboxUserId(userId) !== null;
    for (const session of sessions) {
      expect(isForced(session)).toBe(session.environment === 'SANDBOX');
    }
    expect(sessions.filter(isForced).length).toBeLessThan(130);
  });
});

describe('planAnswer', () => {
  it('has each kind of trouble among the first tries and none from the fourth on', () => {
    const keys = Array.from({ length: 200 }, (_, index) => `msg_${String(index)}`);
    const first = new Set(keys.map((key) => planAnswer(1, key, 1).kind));
    expect(first).toEqual(new Set(['ANSWER', 'SLOW', 'FAIL', 'BUSY', 'HANG', 'BREAK']));
    expect(new Set(keys.map((key) => planAnswer(1, key, 4).kind))).toEqual(new Set(['ANSWER']));
  });
});

describe('planDownTimes', () => {
  it('lets the partner be away again and again, and come back each time', () => {
    const times = planDownTimes(1, 100_000);
    expect(times).toHaveLength(5);
    for (const [index, { fromMs, toMs }] of times.entries()) {
      expect(toMs).toBeGreaterThan(fromMs);
      expect(toMs).toBeLessThan(times[index + 1]?.fromMs ?? Infinity);
    }
  });
});
