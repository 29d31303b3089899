import { expect, it } from 'vitest';
import { removeColour } from './remove-colour.js';

it('gives each pixel its luma in all channels', () => {
  const data = Uint8Array.of(255, 0, 0, 0, 255, 0, 90, 90, 90);
  const grey = removeColour({ width: 3, height: 1, data });
  expect(grey).toMatchObject({ width: 3, height: 1 });
  expect([...grey.data]).toEqual([76, 76, 76, 150, 150, 150, 90, 90, 90]);
});
