import { describe, expect, it } from 'vitest';
import { describeReport } from './reconcile.js';

describe('the report of a reconciliation', () => {
  it('says so when everything agrees', () => {
    expect(describeReport({})).toBe('Everything agrees.');
  });

  it('counts each kind, says what it means and names the submissions', () => {
    const submissionIds = ['0192f0aa-0000-7000-8000-000000000001'];
    expect(describeReport({ OVERDUE: { found: 2, mended: 1, submissionIds } })).toBe(
      'OVERDUE: 2 found, 1 mended (in progress long after the session was over, ended)\n' +
        '  0192f0aa-0000-7000-8000-000000000001',
    );
  });
});
