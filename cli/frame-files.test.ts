import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_FRAMES } from '../contract/frame-sequence.js';
import { readChallengeFrames, readFrames } from './frame-files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-frames-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string) => writeFile(join(folder, name), name);
const textOf = (jpeg: Uint8Array) => Buffer.from(jpeg).toString();

it('the JPEG files of a folder are frames in the order of their names', async () => {
  for (const name of ['b.jpeg', 'a.JPG', 'notes.txt', 'c.jpg']) await write(name);
  const frames = await readFrames(folder);
  expect(frames.map(({ jpeg }) => textOf(jpeg))).toEqual(['a.JPG', 'b.jpeg', 'c.jpg']);
  expect(frames.map(({ atMs }) => atMs)).toEqual([0, 150, 300]);
});

it('of too many files the first, the last and some between are sent', async () => {
  for (let index = 10; index < 50; index += 1) await write(`${String(index)}.jpg`);
  const names = (await readFrames(folder)).map(({ jpeg }) => textOf(jpeg));
  expect(names).toHaveLength(MAX_FRAMES);
  expect([names[0], names.at(-1)]).toEqual(['10.jpg', '49.jpg']);
});

it('a folder without frames is told of by its name', async () => {
  await expect(readFrames(folder)).rejects.toThrow(`${folder} holds no JPEG files.`);
  const nowhere = join(folder, 'nowhere');
  await expect(readFrames(nowhere)).rejects.toThrow(`${nowhere} cannot be read (ENOENT).`);
});

it('the answer to a challenge is in the folder of its action', async () => {
  await mkdir(join(folder, 'NOD'));
  await write('NOD/1.jpg');
  expect(await readChallengeFrames(folder, 'NOD')).toHaveLength(1);
  expect(await readChallengeFrames(folder, 'BLINK')).toBeNull();
});
