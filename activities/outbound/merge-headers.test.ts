import { expect, it } from 'vitest';
import { mergeHeaders } from './merge-headers.js';

it('keeps what the partner adds, and ours against theirs in any case', () => {
  const partners = { 'X-Api-Key': 'key', 'User-Agent': 'theirs', 'X-Partner-User-Id': 'other' };
  const ours = { 'user-agent': 'ours', 'x-partner-user-id': 'person' };
  expect(mergeHeaders(partners, ours)).toEqual({ 'x-api-key': 'key', ...ours });
});
