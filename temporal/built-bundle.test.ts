import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleWorkflows } from './bundle-workflows.js';
import { BUNDLE_SOURCES, findBuiltBundle, keepBundle } from './built-bundle.js';

const ROOT = path.resolve(import.meta.dirname, '..');

let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'kenali-bundle-'));
  for (const source of BUNDLE_SOURCES) {
    await cp(path.join(ROOT, source), path.join(root, source), { recursive: true });
  }
});

afterEach(() => rm(root, { recursive: true, force: true }));

describe('a built bundle', () => {
  it('is found while what it was made of is as it was', async () => {
    expect(await findBuiltBundle(root)).toBeNull();
    await keepBundle(root, 'first');
    const found = await findBuiltBundle(root);
    expect(await readFile(found ?? '', 'utf8')).toBe('first');
  });

  it.each([
    'workflows/run-submission.ts',
    'contract/flow.ts',
    'activities/failure-type.ts',
    'temporal/failure-converter.js',
    'package-lock.json',
  ])('is not taken for that of another %s', async (file) => {
    await keepBundle(root, 'first');
    await appendFile(path.join(root, file), ' ');
    expect(await findBuiltBundle(root)).toBeNull();
  });

  it('is not taken where a file was added, taken out or renamed', async () => {
    await keepBundle(root, 'first');
    const added = path.join(root, 'workflows', 'added.ts');
    await writeFile(added, '');
    expect(await findBuiltBundle(root)).toBeNull();
    await rm(added);
    expect(await findBuiltBundle(root)).not.toBeNull();
    await rm(path.join(root, 'contract', 'flow.ts'));
    expect(await findBuiltBundle(root)).toBeNull();
  });

  it('takes the place of earlier ones, and of nothing else that is built', async () => {
    await mkdir(path.join(root, 'build', 'web'), { recursive: true });
    await keepBundle(root, 'first');
    await appendFile(path.join(root, 'contract', 'flow.ts'), ' ');
    await keepBundle(root, 'second');
    const names = await readdir(path.join(root, 'build'));
    expect(names.sort()).toEqual(['web', path.basename((await findBuiltBundle(root)) ?? '')]);
  });

  it('is made of nothing that its name does not tell', async () => {
    const { code } = await bundleWorkflows();
    const [, map = ''] = /sourceMappingURL=data:application\/json;[^,]*,(\S+)\s*$/.exec(code) ?? [];
    const { sources } = JSON.parse(Buffer.from(map, 'base64').toString()) as { sources: string[] };
    const ours = sources
      .filter((source) => source.startsWith(ROOT) && !source.includes('/node_modules/'))
      .map((source) => path.relative(ROOT, source));
    expect(ours).toContain('workflows/run-submission.ts');
    const isNamed = (file: string) =>
      BUNDLE_SOURCES.some((source) => file === source || file.startsWith(`${source}/`));
    expect(ours.filter((file) => !isNamed(file))).toEqual([]);
  });
});
