import { expect, it } from 'vitest';
import { listFitted } from './list-fitted.js';

const row = (file: string, label: string, attack: string) => ({ file, label, attack, person: 'a' });

it('leaves worn masks out of what is learned from', () => {
  const rows = [
    row('live.jpg', 'live', ''),
    row('mask.jpg', 'spoof', 'worn-mask'),
    row('print.jpg', 'spoof', 'print'),
  ];
  expect(listFitted(rows).map(({ file }) => file)).toEqual(['live.jpg', 'print.jpg']);
});

it('takes a file without a camera for the world it shows', () => {
  const [file, print] = listFitted([row('a', 'spoof', 'injection'), row('b', 'spoof', 'print')]);
  expect(file?.isLive).toBe(true);
  expect(print?.isLive).toBe(false);
});
