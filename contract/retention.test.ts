import { describe, expect, it } from 'vitest';
import {
  findCutoffs,
  findDue,
  type RetainedSubmission,
  type RetentionSettings,
} from './retention.js';

const NOW = new Date('2026-11-23T08:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);

const settings = { retentionDays: 90, imageRetentionDays: 7 };

function due(changed: Partial<RetainedSubmission>, set: RetentionSettings = settings) {
  const submission = {
    processedAt: daysAgo(100),
    expiresAt: daysAgo(100),
    isOnHold: false,
    erasures: [],
    ...changed,
  };
  return findDue(submission, findCutoffs(set, NOW));
}

describe('what the retention of a partner makes due', () => {
  it('is nothing before its days are over, the images first and everything then', () => {
    expect(due({ processedAt: daysAgo(6.99) })).toBeNull();
    expect(due({ processedAt: daysAgo(7) })).toBe('IMAGES');
    expect(due({ processedAt: daysAgo(89.99), erasures: ['IMAGES'] })).toBeNull();
    expect(due({ processedAt: daysAgo(90), erasures: ['IMAGES'] })).toBe('ALL');
  });

  it('is everything at once where the images have no days of their own', () => {
    const set = { retentionDays: 30, imageRetentionDays: null };
    expect(due({ processedAt: daysAgo(29) }, set)).toBeNull();
    expect(due({ processedAt: daysAgo(30) }, set)).toBe('ALL');
  });

  it('is nothing for what is on hold, however old', () => {
    expect(due({ processedAt: daysAgo(3000), isOnHold: true })).toBeNull();
  });

  it('is nothing again of what is erased', () => {
    expect(due({ erasures: ['ALL'] })).toBeNull();
  });

  it('follows a shorter setting at once, for what ended before it', () => {
    const ended = { processedAt: daysAgo(40) };
    expect(due(ended, { retentionDays: 90, imageRetentionDays: null })).toBeNull();
    expect(due(ended, { retentionDays: 30, imageRetentionDays: null })).toBe('ALL');
  });

  it('does not let images outlive the rest', () => {
    const set = { retentionDays: 10, imageRetentionDays: 3650 };
    expect(findCutoffs(set, NOW).IMAGES).toEqual(daysAgo(10));
  });

  it('counts what never ended from when its session was over, and takes all of it', () => {
    const open = { processedAt: null };
    expect(due({ ...open, expiresAt: daysAgo(20) })).toBeNull();
    expect(due({ ...open, expiresAt: daysAgo(90) })).toBe('ALL');
  });
});
