// Plain JavaScript of built-ins alone that parses on old Node versions: it runs before anything else can.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/**
 * Whether a version is in one of the ranges of `engines`, which are written as `^20.19.0` or `>=24.0.0`.
 *
 * @param {string} ranges with ` || ` between them
 * @param {string} version
 * @returns {boolean}
 */
export function isInRanges(ranges, version) {
  return ranges.split(' || ').some((range) => {
    const lowest = range.replace(/^(\^|>=)/, '');
    const isSameMajor = lowest.split('.')[0] === version.split('.')[0];
    return isAtLeast(version, lowest) && (isSameMajor || range.startsWith('>='));
  });
}

/**
 * @param {string} version
 * @param {string} lowest
 * @returns {boolean}
 */
function isAtLeast(version, lowest) {
  const given = version.split('.').map(Number);
  const wanted = lowest.split('.').map(Number);
  const differing = wanted.findIndex((part, place) => part !== given[place]);
  return differing === -1 || Number(given[differing]) > Number(wanted[differing]);
}

/** @returns {string | null} what is wrong with the Node that runs this, or null */
export function findNodeFault() {
  const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package.json');
  const content = /** @type {unknown} */ (JSON.parse(readFileSync(file, 'utf8')));
  const { engines } = /** @type {{ engines: { node: string } }} */ (content);
  if (isInRanges(engines.node, process.versions.node)) return null;
  return `Node ${engines.node} is needed, this is ${process.versions.node}. Install Node 24 and run this again.`;
}
