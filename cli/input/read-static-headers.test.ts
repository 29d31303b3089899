import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticHeaders } from './read-static-headers.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kenali-headers-'));
  await writeFile(path.join(folder, 'secret'), 'from-the-file\n');
});

afterAll(() => rm(folder, { recursive: true }));

describe('headers on the command line', () => {
  it('say nothing when none are given, and something when none are wanted', async () => {
    await expect(readStaticHeaders({})).resolves.toEqual({});
    await expect(readStaticHeaders({ header: false })).resolves.toEqual({ headers: {} });
  });

  it('are read from a file behind an @', async () => {
    const file = path.join(folder, 'secret');
    await expect(
      readStaticHeaders({ header: [`x-api-key: @${file}`, 'x-time: 10:30'] }),
    ).resolves.toEqual({ headers: { 'x-api-key': 'from-the-file', 'x-time': '10:30' } });
    await expect(readStaticHeaders({ bearer: `@${file}` })).resolves.toEqual({
      authorization: { bearer: 'from-the-file' },
    });
  });

  it('split user and password at the first colon', async () => {
    await expect(readStaticHeaders({ basic: 'shop:pass:word' })).resolves.toEqual({
      authorization: { basic: { username: 'shop', password: 'pass:word' } },
    });
  });

  it.each([
    [{ header: ['no-colon'] }, /name:value/],
    [{ basic: 'no-colon' }, /user:password/],
    [{ basic: 'a:b', bearer: 'c' }, /not both/],
  ])('are refused as %j', async (flags, message) => {
    await expect(readStaticHeaders(flags)).rejects.toThrow(message);
  });
});
