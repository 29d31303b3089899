import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeLines, type TrainingLine } from './write-lines.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-lines-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const draw = (text: string, width: number, grey: number): TrainingLine => ({
  text,
  width,
  levels: new Uint8Array(32 * width).fill(grey),
  capPx: 9.8765,
});

async function* drawCards() {
  yield await Promise.resolve([draw('NIK', 20, 7), draw('SARI', 30, 8)]);
  yield await Promise.resolve([draw('KOTA', 10, 9)]);
}

it('writes the greys of all lines after one another, and what they say in the same order', async () => {
  const out = join(folder, 'lines');
  expect(await writeLines(out, 'train-x', drawCards())).toBe(3);
  const texts = (await readFile(join(out, 'train-x.jsonl'), 'utf8')).trim().split('\n');
  expect(texts.map((line) => JSON.parse(line) as unknown)).toEqual([
    { text: 'NIK', width: 20, capPx: 9.9 },
    { text: 'SARI', width: 30, capPx: 9.9 },
    { text: 'KOTA', width: 10, capPx: 9.9 },
  ]);
  const greys = await readFile(join(out, 'train-x.grey'));
  expect(greys.length).toBe(32 * 60);
  expect([greys[0], greys[32 * 20], greys[32 * 50]]).toEqual([7, 8, 9]);
});

it('lets nobody else on the machine read them', async () => {
  await writeLines(folder, 'train-x', drawCards());
  for (const file of ['train-x.grey', 'train-x.jsonl'])
    expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
});

it('names what the lines say when all of them are written, not before', async () => {
  const named: boolean[] = [];
  const isNamed = () =>
    stat(join(folder, 'train-x.jsonl')).then(
      () => true,
      () => false,
    );
  await writeLines(
    folder,
    'train-x',
    (async function* () {
      for await (const lines of drawCards()) {
        yield lines;
        named.push(await isNamed());
      }
    })(),
  );
  expect([...named, await isNamed()]).toEqual([false, false, true]);
});
