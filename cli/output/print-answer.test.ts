import { expect, it } from 'vitest';
import { describeMembers } from './print-answer.js';

it('describes an answer a line each, nested members with a dot', () => {
  const described = describeMembers({
    name: 'Shop',
    settings: { allowQr: true, lifetimes: { session: 60 }, flows: ['A', 'B'], list: [] },
    callback: null,
  });
  expect(described.split('\n').map((line) => line.split(/ {2,}| (?=\S+$)/))).toEqual([
    ['name', 'Shop'],
    ['settings.allowQr', 'yes'],
    ['settings.lifetimes.session', '60'],
    ['settings.flows', 'A,', 'B'],
    ['settings.list', 'none'],
    ['callback', 'none'],
  ]);
});
