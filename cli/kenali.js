#!/usr/bin/env node
// Plain JavaScript that parses on old Node versions: it has to say so before anything else fails.
import process from 'node:process';

/** @type {readonly [number, number]} */
const MINIMUM = [20, 19];

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`kenali: ${message}\n`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < MINIMUM[0] || (major === MINIMUM[0] && minor < MINIMUM[1])) {
  fail(`Node ${MINIMUM.join('.')} or newer is needed, this is ${process.versions.node}.`);
}

const tsx = await import('tsx/esm/api').catch(() => {
  fail('its packages are not installed; run "npm ci" in the folder of the clone.');
});
// npm runs a script in the package's folder; file names on the command line mean the caller's.
if (process.env.npm_lifecycle_event === 'kenali' && process.env.INIT_CWD) {
  process.chdir(process.env.INIT_CWD);
}
// tsx would read the tsconfig.json of the folder the command is run in, which is not ours.
tsx.register({ tsconfig: false });
await import('./main.js');
