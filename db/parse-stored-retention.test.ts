import { describe, expect, it } from 'vitest';
import { parseStoredRetention } from './parse-stored-retention.js';

describe('the retention that another version has stored', () => {
  it('is read whatever else is stored', () => {
    const stored = { imageRetentionDays: 3, ipAllowList: ['of later'], ofLater: { a: 1 } };
    expect(parseStoredRetention(stored)).toEqual({ retentionDays: 90, imageRetentionDays: 3 });
  });

  it.each([
    [{ retentionDays: 36_500 }],
    [{ retentionDays: 'forever' }],
    [{ retentionDays: null }],
    [{ retentionDays: 30, imageRetentionDays: 'NEVER' }],
    ['of later'],
  ])('is at no default where it cannot be read: %j', (stored) => {
    expect(() => parseStoredRetention(stored)).toThrow();
  });
});
