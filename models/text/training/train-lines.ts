import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureEnvironment } from '../../environments/pinned-environment.js';
import { pythonOf, setUpPython } from '../../environments/python-setup.js';
import { defaultCacheDir } from '../../weights/default-cache-dir.js';

/*
 * Trains or exports the card's recogniser in an environment of its own, made in the cache:
 * npm run train:lines -- train --lines DIR --out DIR --minutes 90
 * npm run train:lines -- export --checkpoint DIR/checkpoint.pt --lines DIR --out models/text/card-recogniser
 */
const SCRIPTS = ['train', 'export'];
const [script = '', ...args] = process.argv.slice(2);
if (!SCRIPTS.includes(script)) {
  process.stderr.write(`Say what to do: ${SCRIPTS.join(' or ')}.\n`);
  process.exit(1);
}
const folder = fileURLToPath(new URL('.', import.meta.url));
const requirements = await readFile(join(folder, 'requirements.txt'), 'utf8');
const packages = requirements.split('\n').filter((line) => line !== '');
const environment = await ensureEnvironment(
  { environment: 'training', packages, setup: setUpPython(packages) },
  defaultCacheDir(),
);
const child = spawn(pythonOf(environment), [join(folder, `${script}.py`), ...args], {
  stdio: 'inherit',
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
