import { expect, it } from 'vitest';
import { indonesianDayOf } from './indonesian-day.js';

it.each([
  ['2026-11-21T14:59:59Z', '2026-11-21', '2026-11-21'],
  ['2026-11-21T15:00:00Z', '2026-11-21', '2026-11-22'],
  ['2026-11-21T16:59:59Z', '2026-11-21', '2026-11-22'],
  ['2026-11-21T17:00:00Z', '2026-11-22', '2026-11-22'],
  ['2026-12-31T23:30:00Z', '2027-01-01', '2027-01-01'],
])('at %s it is %s in the west and %s in the east', (moment, west, east) => {
  expect(indonesianDayOf(new Date(moment))).toEqual({ west, east });
});
