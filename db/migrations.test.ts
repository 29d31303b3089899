import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MIGRATIONS = join(ROOT, 'db/migrations');

const journal = z.object({
  entries: z.array(z.object({ idx: z.int(), when: z.int(), tag: z.string() })),
});

it('the journal is in the order of its times: an older entry would be skipped in silence', async () => {
  const text = await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8');
  const { entries } = journal.parse(JSON.parse(text));
  expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, index) => index));
  const times = entries.map(({ when }) => when);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(new Set(times).size).toBe(times.length);
});

it('every migration file is in the journal and the other way round', async () => {
  const text = await readFile(join(MIGRATIONS, 'meta/_journal.json'), 'utf8');
  const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
  expect(journal.parse(JSON.parse(text)).entries.map(({ tag }) => `${tag}.sql`)).toEqual(files);
});

it('the migrations give the schema of the code', { timeout: 60_000 }, async () => {
  const copy = await mkdtemp(join(tmpdir(), 'kenali-migrations-'));
  try {
    await cp(MIGRATIONS, copy, { recursive: true });
    const before = await readdir(copy);
    const kit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
    const args = ['generate', '--dialect=postgresql', '--schema=./db/schema/*.ts'];
    const run = spawnSync(process.execPath, [kit, ...args, `--out=${relative(ROOT, copy)}`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(run.stdout).toContain('No schema changes');
    expect(await readdir(copy)).toEqual(before);
  } finally {
    await rm(copy, { recursive: true });
  }
});
