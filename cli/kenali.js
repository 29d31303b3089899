#!/usr/bin/env node
// Plain JavaScript that parses on old Node versions: it has to say so before anything else fails.
import process from 'node:process';
import { findNodeFault } from '../config/supported-node.js';

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  process.stderr.write(`kenali: ${message}\n`);
  process.exit(1);
}

const nodeFault = findNodeFault();
if (nodeFault !== null) fail(nodeFault);

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
