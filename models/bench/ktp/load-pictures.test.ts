import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPictures, takeEvenly } from './load-pictures.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-bench-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function write(path: string, content: unknown = ''): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), JSON.stringify(content));
}

it('reads cards and what is none from one truth file, extra keys allowed', async () => {
  await write('truth.json', [
    { file: 'a.jpg', condition: 'flat', fields: { nik: '1' }, corners: null, seed: 4 },
    { file: 'b.jpg', condition: 'receipt', isKtp: false },
  ]);
  const { pictures, warnings } = await loadPictures(folder);
  expect(pictures).toMatchObject([
    { file: 'a.jpg', condition: 'flat', isKtp: true, truth: { nik: '1' } },
    { file: 'b.jpg', condition: 'receipt', isKtp: false, truth: {} },
  ]);
  expect(warnings).toEqual([]);
});

it('reads the folders ktp and not-ktp, and a separate folder of negatives', async () => {
  await write('ktp/truth.json', { cards: [{ file: 'a.jpg', fields: { nik: '1' } }] });
  await write('not-ktp/b.png');
  await write('not-ktp/notes.txt');
  await write('elsewhere/c.webp');
  const { pictures } = await loadPictures(folder, join(folder, 'elsewhere'));
  expect(pictures.map(({ file, isKtp }) => [file, isKtp])).toEqual([
    [join('ktp', 'a.jpg'), true],
    [join('not-ktp', 'b.png'), false],
    [join('elsewhere', 'c.webp'), false],
  ]);
});

it('warns of pictures without a truth and of names that are no field', async () => {
  await write('truth.json', [{ file: 'a.jpg', fields: { nik: '1', birthplace: 'X' } }]);
  await write('b.jpg');
  const { warnings } = await loadPictures(folder);
  expect(warnings).toHaveLength(2);
  expect(warnings.join(' ')).toMatch(/1 pictures in .* have no truth.* no field: birthplace/);
});

it('refuses a folder without a truth', async () => {
  await write('a.jpg');
  await expect(loadPictures(folder)).rejects.toThrow('no truth.json');
});

it('takes a sample from the whole length of the list', () => {
  expect(takeEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(takeEvenly([1, 2], 5)).toEqual([1, 2]);
});
