import { describe, expect, it } from 'vitest';
import { VICTIMS } from '../chaos/plan/plan-kills.js';
import { runChaos } from '../chaos/run-chaos.js';

/** `npm run chaos` in small: a platform of its own beside the one under test. */
describe('a platform whose every process is killed while a dozen sessions run', () => {
  it('loses no session, decides none twice and tells the partner of each', async () => {
    const { claims, outages, sessions } = await runChaos({
      seed: 1,
      sessions: 12,
      killsEach: 1,
      windowMs: 12_000,
      quietMs: 90_000,
      people: 1,
      signal: new AbortController().signal,
      report: (line) => {
        process.stdout.write(`${line}\n`);
      },
    });
    expect(claims.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(sessions).toHaveLength(12);
    const killed = outages.filter(({ cause }) => cause === 'KILL');
    expect(new Set(killed.map(({ process }) => process))).toEqual(new Set(VICTIMS));
  }, 300_000);
});
