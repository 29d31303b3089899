import { describe, expect, it } from 'vitest';
import { addTallies, formatTally, tallyVitestReport } from './test-tally.js';

const report = (...files: { status: string; tests: string[] }[]) =>
  JSON.stringify({
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  });

describe('tallyVitestReport', () => {
  it('counts passed and failed tests of all files', () => {
    const json = report(
      { status: 'passed', tests: ['passed', 'passed'] },
      { status: 'failed', tests: ['passed', 'failed'] },
    );
    expect(tallyVitestReport(json, true)).toEqual({ passed: 3, failed: 1 });
  });

  it.each(['skipped', 'pending', 'todo'])('counts a %s test as failed', (status) => {
    const json = report({ status: 'passed', tests: ['passed', status] });
    expect(tallyVitestReport(json, false)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const json = report({ status: 'failed', tests: [] }, { status: 'passed', tests: ['passed'] });
    expect(tallyVitestReport(json, true)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a failed run of passed tests as one failure', () => {
    const json = report({ status: 'passed', tests: ['passed'] });
    expect(tallyVitestReport(json, true)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a run without a report or without tests as one failure', () => {
    expect(tallyVitestReport(null, true)).toEqual({ passed: 0, failed: 1 });
    expect(tallyVitestReport(report(), false)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('formatTally', () => {
  it('sums to the line that CI reads', () => {
    const total = addTallies([
      { passed: 2, failed: 0 },
      { passed: 5, failed: 1 },
    ]);
    expect(formatTally(total)).toBe('7 passed, 1 failed');
  });
});
