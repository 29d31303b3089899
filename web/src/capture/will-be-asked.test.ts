import { expect, it } from 'vitest';
import { willBeAsked } from './will-be-asked.js';

const answering = (state: PermissionState) => ({
  permissions: { query: () => Promise.resolve({ state } as PermissionStatus) },
});

it('expects the question unless the camera is permitted already', async () => {
  expect(await willBeAsked(answering('prompt'))).toBe(true);
  expect(await willBeAsked(answering('denied'))).toBe(true);
  expect(await willBeAsked(answering('granted'))).toBe(false);
});

it('expects it where the browser does not tell', async () => {
  expect(await willBeAsked({})).toBe(true);
  const query = () => Promise.reject(new TypeError('camera is no permission'));
  expect(await willBeAsked({ permissions: { query } })).toBe(true);
});
