import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultCacheDir } from '../weights/default-cache-dir.js';
import { drawCurve } from './draw-curve.js';
import { ensureEnvironment } from './pinned-environment.js';
import { pythonOf, setUpPython } from './python-setup.js';

/** What all trainings share. */
const SHARED = new URL('training/', import.meta.url);
const REQUIREMENTS = new URL('requirements.txt', SHARED);
const SCRIPTS = ['train', 'export', 'test'];

/**
 * Runs `train.py` or `export.py` of a folder, or its tests, in the environment for training, which the first
 * call makes in the cache, and draws the curve of what was trained.
 *
 * @param folder where the scripts lie
 * @param args which of them, and its arguments
 * @returns the exit code
 */
export async function runTraining(folder: URL, args: readonly string[]): Promise<number> {
  const [script = '', ...rest] = args;
  if (!SCRIPTS.includes(script)) {
    process.stderr.write(`Say what to do: ${SCRIPTS.join(', ')}.\n`);
    return 1;
  }
  const requirements = await readFile(REQUIREMENTS, 'utf8');
  const packages = requirements.split('\n').filter((line) => line !== '');
  const environment = await ensureEnvironment(
    { environment: 'training', packages, setup: setUpPython(packages) },
    defaultCacheDir(),
  );
  const python = pythonOf(environment);
  if (script === 'test') {
    const codes = [
      await runPython(python, testsIn(SHARED)),
      await runPython(python, testsIn(folder)),
    ];
    return Math.max(...codes);
  }
  const code = await runPython(python, [join(fileURLToPath(folder), `${script}.py`), ...rest]);
  const out = rest[rest.indexOf('--out') + 1];
  if (script === 'train' && code === 0 && rest.includes('--out') && out !== undefined) {
    const csv = await readFile(join(out, 'curve.csv'), 'utf8');
    await writeFile(join(out, 'curve.svg'), drawCurve(basename(out), csv));
  }
  return code;
}

function testsIn(folder: URL): string[] {
  return ['-m', 'unittest', 'discover', '-s', fileURLToPath(folder), '-p', '*_test.py'];
}

async function runPython(python: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env, PYTHONPATH: fileURLToPath(SHARED) };
  const child = spawn(python, args, { stdio: 'inherit', env });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
