import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../config/read-config.js';
import { sealingSettings } from '../config/sections.js';
import { generateSealingKeys } from './generate-keys.js';
import { openSealing } from './sealing.js';

const content = JSON.stringify(generateSealingKeys());
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kenali-sealing-'));
  file = path.join(folder, 'sealing-keys.json');
  await writeFile(file, content);
});

afterAll(() => rm(folder, { recursive: true }));

const openWith = (environment: Readonly<Record<string, string>>) =>
  openSealing(readConfig(sealingSettings, environment));

it('reads the same keys from a file and from the environment', async () => {
  const fromFile = await openWith({ KENALI_SEALING_KEYS_PATH: file });
  const fromText = await openWith({ KENALI_SEALING_KEYS: content });
  expect(fromText.ring).toEqual(fromFile.ring);
  expect(fromText.master.isCurrent(fromFile.ring.activeKeyId)).toBe(true);
});

it('refuses to choose between two sources, and to go without any', async () => {
  const both = openWith({ KENALI_SEALING_KEYS_PATH: file, KENALI_SEALING_KEYS: content });
  await expect(both).rejects.toThrow(/are both set/);
  await expect(openWith({})).rejects.toThrow(/Neither .* nor .* is set/);
});

it.each([
  ['no JSON', 'c2VjcmV0', 'it is not JSON'],
  ['no key ring', '{"secret":1}', 'it does not have the form'],
  ['a short key', '{"activeKeyId":"k1","keys":{"k1":"c2VjcmV0"}}', 'key k1 is not 32 bytes'],
  ['no active key', '{"activeKeyId":"k2","keys":{}}', 'its active key is not among its keys'],
])(
  'says what is wrong with %s in the environment, and not what it holds',
  async (_what, text, why) => {
    const failure: unknown = await openWith({ KENALI_SEALING_KEYS: text }).catch((e: unknown) => e);
    expect(String(failure)).toContain(`The setting KENALI_SEALING_KEYS is damaged: ${why}`);
    expect(String(failure)).not.toMatch(/secret|c2Vj/);
  },
);

it('has data keys wrapped by a key service where one is set, which takes both of its settings', async () => {
  const local = { KENALI_SEALING_KEYS: content };
  const service = { KENALI_TRANSIT_URL: 'http://127.0.0.1:8200', KENALI_TRANSIT_KEY: 'kenali' };
  const { ring, master } = await openWith({ ...local, ...service });
  expect(master.isCurrent(ring.activeKeyId)).toBe(false);
  expect(master.knows(ring.activeKeyId)).toBe(true);
  expect(master.knows('transit:transit/kenali')).toBe(true);
  const leaving = await openWith({ ...local, ...service, KENALI_TRANSIT_USE: 'unwrap' });
  expect(leaving.master.isCurrent(ring.activeKeyId)).toBe(true);
  expect(leaving.master.knows('transit:transit/kenali')).toBe(true);
  for (const half of [
    { KENALI_TRANSIT_KEY: 'kenali' },
    { KENALI_TRANSIT_URL: 'http://x.example' },
  ]) {
    await expect(openWith({ ...local, ...half })).rejects.toThrow(/set together or not at all/);
  }
});
