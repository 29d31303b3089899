import { describe, expect, it } from 'vitest';
import {
  addFindings,
  isRowLost,
  judgeProgress,
  type Finding,
  type ProgressFacts,
} from './reconciliation.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const fresh: ProgressFacts = { expiresAt: hoursAgo(-1), confirmedAttempt: 0, judgedAttempt: 0 };
const valid = { status: 'COMPLETED', result: 'VALID', reasonCode: null } as const;
const judge = (facts: Partial<ProgressFacts>, run: Parameters<typeof judgeProgress>[1]) =>
  judgeProgress({ ...fresh, ...facts }, run, NOW);

describe('a row in progress', () => {
  it('is right while its workflow runs, also for a while after its lifetime', () => {
    expect(judge({}, { state: 'OPEN' })).toBeNull();
    expect(judge({ expiresAt: hoursAgo(1.9) }, { state: 'OPEN' })).toBeNull();
  });

  it('is overdue when its workflow has not ended it hours after its lifetime', () => {
    expect(judge({ expiresAt: hoursAgo(2) }, { state: 'OPEN' })).toMatchObject({
      kind: 'OVERDUE',
      outcome: { status: 'ERROR', reasonCode: 'SESSION_TIMEOUT' },
    });
  });

  it('is started where nothing was taken and no workflow is there', () => {
    expect(judge({}, { state: 'NONE' })).toEqual({ kind: 'UNSTARTED' });
    expect(judge({ expiresAt: hoursAgo(9) }, { state: 'NONE' })).toEqual({ kind: 'UNSTARTED' });
  });

  it('ends where its workflow is gone with what it had taken', () => {
    expect(judge({ confirmedAttempt: 1, judgedAttempt: 1 }, { state: 'NONE' })).toMatchObject({
      kind: 'UNRECORDED_END',
      outcome: { reasonCode: 'GENERIC_SERVICE_ERROR' },
    });
  });

  it('ends as its workflow has decided', () => {
    expect(judge({}, { state: 'CLOSED', answer: valid })).toEqual({
      kind: 'UNRECORDED_END',
      outcome: valid,
    });
  });

  it('ends in a service error where its workflow was stopped within its lifetime', () => {
    expect(judge({}, { state: 'CLOSED', answer: null })).toMatchObject({
      outcome: { reasonCode: 'GENERIC_SERVICE_ERROR' },
    });
  });

  it('tells nobody that captures which came in time came too late', () => {
    const waiting = { expiresAt: hoursAgo(3), confirmedAttempt: 2, judgedAttempt: 1 };
    expect(judge(waiting, { state: 'OPEN' })).toMatchObject({
      outcome: { reasonCode: 'GENERIC_SERVICE_ERROR' },
    });
  });
});

describe('a workflow without a row', () => {
  it('is removed a day after its session was over, and not before', () => {
    expect(isRowLost({ expiresAt: hoursAgo(23.9), isPartnerKnown: true }, NOW)).toBe(false);
    expect(isRowLost({ expiresAt: hoursAgo(24), isPartnerKnown: true }, NOW)).toBe(true);
  });

  it('stays where the database may be another than the one it was written to', () => {
    expect(isRowLost({ expiresAt: hoursAgo(48), isPartnerKnown: false }, NOW)).toBe(false);
  });

  it('stays where it has not said when its session is over', () => {
    expect(isRowLost({ expiresAt: null, isPartnerKnown: true }, NOW)).toBe(false);
  });
});

describe('a report', () => {
  it('counts what was found and mended over pages, and names the first twenty', () => {
    const page = Array.from({ length: 15 }, (_, index): Finding => {
      return { kind: 'UNTOLD', submissionId: String(index), isMended: index > 0 };
    });
    const { UNTOLD, ...others } = addFindings(addFindings({}, page), page);
    expect(UNTOLD).toMatchObject({ found: 30, mended: 28 });
    expect(UNTOLD?.submissionIds).toHaveLength(20);
    expect(others).toEqual({});
  });
});
