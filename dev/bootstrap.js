/**
 * First step of `npm start` and `npm test`: installs the packages where they are missing or out of
 * date, then hands over to `dev/start.ts` or `dev/test.ts`. Node built-ins alone, because it runs
 * before `npm ci`.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNodeFault } from '../config/supported-node.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ENTRIES = new Map([
  ['start', 'dev/start.ts'],
  ['test', 'dev/test.ts'],
]);
const PARENT_POLL_MS = 500;
const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lockfile */
/** @typedef {{ command: string, args: string[], detached: boolean, environment?: NodeJS.ProcessEnv }} Step */

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`kenali: ${message}`);
  process.exit(1);
}

function assertSupportedMachine() {
  const nodeFault = findNodeFault();
  if (nodeFault !== null) fail(nodeFault);
  if (process.platform === 'win32') {
    fail('Windows itself is not supported. Run this inside WSL 2.');
  }
}

/**
 * @param {string} path
 * @returns {Lockfile | null} null where there is none that can be read
 */
function readLockfile(path) {
  if (!existsSync(path)) return null;
  try {
    const lockfile = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));
    return typeof lockfile === 'object' ? lockfile : null;
  } catch {
    return null;
  }
}

/**
 * npm writes `node_modules/.package-lock.json` as the last act of an install that succeeded, so it
 * tells both whether one was interrupted and what is there.
 */
function isInstalled() {
  const wanted = readLockfile(join(ROOT, 'package-lock.json'))?.packages;
  if (wanted === undefined) fail('package-lock.json is missing or damaged: restore it from git.');
  const installed = readLockfile(join(ROOT, 'node_modules', '.package-lock.json'))?.packages;
  if (installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  );
}

/**
 * Calls back once when the npm that runs this script is gone: it passes a SIGTERM to its shell,
 * which ends without telling us.
 *
 * @param {() => void} onGone
 * @returns {() => void} ends the watch
 */
function watchNpm(onGone) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    onGone();
  }, PARENT_POLL_MS);
  return () => {
    clearInterval(timer);
  };
}

/**
 * Runs one command to its end, with this process's signals passed on to it.
 *
 * @param {Step} step
 * @returns {Promise<number>} its exit status, as a shell would give it
 */
function run({ command, args, detached, environment }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      detached,
      env: environment ?? process.env,
      stdio: detached ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', 'inherit', 'inherit'],
    });
    for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
    const endWatch = watchNpm(() => child.kill('SIGTERM'));
    child.on('error', (error) => {
      fail(`${command} cannot be started (${error.message}). Install it and run this again.`);
    });
    child.on('exit', (code, signal) => {
      endWatch();
      for (const name of FORWARDED) process.removeAllListeners(name);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']);
    });
  });
}

async function installPackages() {
  console.log('Installing packages with npm ci (a minute or two, once) …');
  const status = await run({
    command: 'npm',
    args: ['ci', '--include=dev', '--no-audit', '--no-fund'],
    detached: false,
    // Its install script would download CUDA parts; the CPU library is inside the package.
    environment: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (status > 128) process.exit(status);
  if (status !== 0) {
    fail('npm ci did not succeed: its message above names the cause. Mend it and run this again.');
  }
}

const [name = '', ...args] = process.argv.slice(2);
const entry = ENTRIES.get(name);
if (entry === undefined) fail('usage: node dev/bootstrap.js start|test [arguments]');
assertSupportedMachine();
if (!isInstalled()) await installPackages();
// In a process group of its own: the terminal's Ctrl-C reaches this process, which passes it on.
// Where this process is killed outright, the IPC channel closes and the entry stops by itself.
process.exitCode = await run({
  command: process.execPath,
  args: ['--import', 'tsx', entry, ...args],
  detached: true,
});
