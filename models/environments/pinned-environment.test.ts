import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  ensureEnvironment,
  EnvironmentError,
  type PinnedEnvironment,
  type SetupStep,
} from './pinned-environment.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kenali-environments-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

function createEnvironment(
  packages: readonly string[],
  step: Partial<SetupStep> = {},
): PinnedEnvironment {
  // Appends, so that a second set-up shows.
  const script = `require('node:fs').appendFileSync(process.argv[1], 'x')`;
  const own = {
    command: process.execPath,
    args: ['-e', script, '{folder}/made'],
    needs: 'Node.js',
  };
  return {
    packages,
    environment: 'test',
    setup: [{ ...own, ...step }],
  };
}

it('sets an environment up once and again when its packages change', async () => {
  const folder = await ensureEnvironment(createEnvironment(['a@1']), root);
  await ensureEnvironment(createEnvironment(['a@1']), root);
  expect(await readFile(join(folder, 'made'), 'utf8')).toBe('x');
  await writeFile(join(folder, 'mark'), '');
  await ensureEnvironment(createEnvironment(['a@2']), root);
  expect(await readFile(join(folder, 'mark'), 'utf8').catch(() => 'gone')).toBe('gone');
});

it('names the missing program and what it comes with', async () => {
  const environment = createEnvironment([], { command: 'no-such-python', needs: 'Python 3' });
  await expect(ensureEnvironment(environment, root)).rejects.toThrow(
    /environment test cannot be set up: no-such-python is not there. It needs Python 3/,
  );
});

it('starts over after a set-up that failed half way', async () => {
  const script = `console.error('error: no such package'); process.exit(1)`;
  const failing = createEnvironment(['a@1'], { args: ['-e', script] });
  await expect(ensureEnvironment(failing, root)).rejects.toThrow(EnvironmentError);
  const folder = await ensureEnvironment(createEnvironment(['a@1']), root);
  expect(await readFile(join(folder, 'made'), 'utf8')).toBe('x');
});
