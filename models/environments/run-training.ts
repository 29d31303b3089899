import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultCacheDir } from '../weights/default-cache-dir.js';
import { ensureEnvironment } from './pinned-environment.js';
import { pythonOf, setUpPython } from './python-setup.js';

/** What all trainings share. */
const SHARED = new URL('training/', import.meta.url);
const REQUIREMENTS = new URL('requirements.txt', SHARED);
const SCRIPTS = ['train', 'export'];

/**
 * Runs `train.py` or `export.py` of a folder in the environment for training, which the first call makes
 * in the cache, and ends this process as the script ends.
 *
 * @param folder where the scripts lie
 * @param args which of the two, and its arguments
 */
export async function runTraining(folder: URL, args: readonly string[]): Promise<void> {
  const [script = '', ...rest] = args;
  if (!SCRIPTS.includes(script)) {
    process.stderr.write(`Say what to do: ${SCRIPTS.join(' or ')}.\n`);
    process.exitCode = 1;
    return;
  }
  const requirements = await readFile(REQUIREMENTS, 'utf8');
  const packages = requirements.split('\n').filter((line) => line !== '');
  const environment = await ensureEnvironment(
    { environment: 'training', packages, setup: setUpPython(packages) },
    defaultCacheDir(),
  );
  const path = join(fileURLToPath(folder), `${script}.py`);
  const env = { ...process.env, PYTHONPATH: fileURLToPath(SHARED) };
  const child = spawn(pythonOf(environment), [path, ...rest], { stdio: 'inherit', env });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
