import { expect, it } from 'vitest';
import { SPLITS } from '../../specimen/generate/seed-split.js';
import { choosePhotographs, findPeople } from './split-people.js';

const files = Array.from(
  { length: 20 },
  (_, index) => `face-${String(index).padStart(2, '0')}.jpg`,
);

it('puts every photograph into exactly one split', () => {
  const chosen = SPLITS.flatMap((split) => choosePhotographs(findPeople(files, []), split));
  expect(chosen.sort()).toEqual(files);
  expect(choosePhotographs(findPeople(files, []), 'train')).toHaveLength(12);
});

it('never parts the photographs of one person', () => {
  const same = [
    { a: 'face-00.jpg', b: 'face-07.jpg' },
    { a: 'face-07.jpg', b: 'face-13.jpg' },
  ];
  for (const split of SPLITS) {
    const chosen = choosePhotographs(findPeople(files, same), split);
    const found = ['face-00.jpg', 'face-07.jpg', 'face-13.jpg'].filter((file) =>
      chosen.includes(file),
    );
    expect([0, 3]).toContain(found.length);
  }
});
