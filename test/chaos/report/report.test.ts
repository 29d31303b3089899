import { describe, expect, it } from 'vitest';
import { SOUND_SESSION } from '../proofs/testing/sound-evidence.js';
import type { ChaosRun } from '../run-chaos.js';
import { composeMarkdown } from './compose-markdown.js';
import { drawTimeline } from './draw-timeline.js';
import { summariseRun } from './summarise-run.js';

const RUN: ChaosRun = {
  options: { seed: 7, sessions: 1, killsEach: 1, windowMs: 1_000 },
  sessions: SOUND_SESSION.sessions,
  events: [
    ...SOUND_SESSION.events,
    ...SOUND_SESSION.events.map((event) => ({ ...event, answered: 'FAIL' }) as const),
  ],
  outages: [
    { process: 'Postgres', fromMs: 100, toMs: 1_600, cause: 'KILL' },
    { process: 'api', fromMs: 200, toMs: 1_200, cause: 'ITSELF' },
  ],
  partnerDown: [{ fromMs: 0, toMs: 500 }],
  claims: [
    { claim: 'It holds', count: 3, problems: [] },
    { claim: 'It does not', count: 3, problems: ['Submission 1: two results'] },
  ],
  durationMs: 2_000,
};

describe('the report of a run', () => {
  it('counts kills apart from what ended by itself, and tries apart from what was taken', () => {
    const { processes, callbacks, ends } = summariseRun(RUN);
    const find = (name: string) => processes.find((one) => one.name === name);
    expect(find('Postgres')).toMatchObject({ kills: 1, endsByItself: 0, longestAwaySeconds: 1.5 });
    expect(find('api')).toMatchObject({ kills: 0, endsByItself: 1 });
    expect(callbacks).toMatchObject({ tries: 2, accepted: 1, repeated: 0 });
    expect(ends).toEqual({ 'COMPLETED VALID': 1 });
  });

  it('says of each claim whether it holds, and what is against it', () => {
    const markdown = composeMarkdown(summariseRun(RUN));
    expect(markdown).toMatch(/\| It holds +\| 3 +\| yes/);
    expect(markdown).toMatch(/\| It does not +\| 3 +\| \*\*no: 1 problems/);
    expect(markdown).toContain('- Submission 1: two results');
  });

  it('draws an outage as wide as it was long, the session and both callbacks', () => {
    const svg = drawTimeline(RUN);
    // 1.5 of 2 seconds of a plot that is 1,050 wide.
    expect(svg).toMatch(/width="787\.5" height="14" fill="#c0392b"/);
    expect(svg.match(/<circle/g)).toHaveLength(2);
    expect(svg.trimEnd()).toMatch(/<\/svg>$/);
  });
});
