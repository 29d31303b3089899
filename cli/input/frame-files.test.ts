import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MAX_FRAMES } from '../../contract/frame-sequence.js';
import { countMovements, readBurst, readChallengeFrames } from './frame-files.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-frames-'));
});

afterEach(() => rm(folder, { recursive: true }));

const write = (name: string) => writeFile(join(folder, name), name);
const textOf = (jpeg: Uint8Array) => Buffer.from(jpeg).toString();

it('the JPEG files of a folder are frames in the order of their names', async () => {
  for (const name of ['b.jpeg', 'a.JPG', 'notes.txt', 'c.jpg']) await write(name);
  const frames = await readBurst(folder);
  expect(frames.map(({ jpeg }) => textOf(jpeg))).toEqual(['a.JPG', 'b.jpeg', 'c.jpg']);
  expect(frames.map(({ atMs }) => atMs)).toEqual([0, 150, 300]);
});

it('of too many files the first, the last and some between are sent', async () => {
  for (let index = 10; index < 50; index += 1) await write(`${String(index)}.jpg`);
  const names = (await readBurst(folder)).map(({ jpeg }) => textOf(jpeg));
  expect(names).toHaveLength(MAX_FRAMES);
  expect([names[0], names.at(-1)]).toEqual(['10.jpg', '49.jpg']);
});

it('a folder without frames is told of by its name', async () => {
  await expect(readBurst(folder)).rejects.toThrow(`${folder} holds no JPEG files.`);
  const nowhere = join(folder, 'nowhere');
  await expect(readBurst(nowhere)).rejects.toThrow(`${nowhere} cannot be read (ENOENT).`);
});

it('the answer to a challenge is in the folder of its movements', async () => {
  for (const name of ['NOD', 'NOD-TURN_LEFT']) await mkdir(join(folder, name));
  for (const name of ['NOD/1.jpg', 'NOD-TURN_LEFT/1.jpg', 'NOD-TURN_LEFT/2.jpg']) await write(name);
  expect(await readChallengeFrames(folder, { action: 'NOD' })).toHaveLength(1);
  const two = await readChallengeFrames(folder, { action: 'NOD', then: 'TURN_LEFT' });
  expect(two?.map(({ atMs }) => atMs)).toEqual([0, 260]);
  expect(await readChallengeFrames(folder, { action: 'BLINK' })).toBeNull();
});

it('answers of two movements are told from answers of one', async () => {
  await mkdir(join(folder, 'NOD'));
  expect(await countMovements(folder)).toBe(1);
  await mkdir(join(folder, 'NOD-TURN_LEFT'));
  expect(await countMovements(folder)).toBe(2);
});
