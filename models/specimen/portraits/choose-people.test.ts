import { expect, it } from 'vitest';
import { choosePeople } from './choose-people.js';

it('shows nobody in the test split who was tuned on', () => {
  const people = new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.jpg`, name]));
  const [tune, test] = [choosePeople(people, 'tune'), choosePeople(people, 'test')];
  expect(tune).toEqual(['a', 'c', 'e']);
  expect(test).toEqual(['b', 'd']);
});
