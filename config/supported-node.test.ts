import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNodeFault, isInRanges } from './supported-node.js';

const ROOT = path.join(import.meta.dirname, '..');

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly engines?: { readonly node?: string } }>>;
}

const readJson = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(path.join(ROOT, name), 'utf8'));
const { packages } = (await readJson('package-lock.json')) as Lockfile;
const ours = packages['']?.engines?.node ?? '';

describe('the Node versions that Kenali runs on', () => {
  it.each(['20.19.0', '20.20.3', '22.13.0', '22.21.1', '24.0.0', '25.1.0'])(
    'have %s among them',
    (version) => {
      expect(isInRanges(ours, version)).toBe(true);
    },
  );

  it.each(['18.20.8', '20.18.3', '21.7.3', '22.12.0', '23.11.1'])('do not have %s', (version) => {
    expect(isInRanges(ours, version)).toBe(false);
  });

  it('are in package.json what they are in the lock file', async () => {
    const { engines } = (await readJson('package.json')) as Lockfile['packages'][string];
    expect(engines?.node).toBe(ours);
  });

  it('are those that the strictest of the packages run on, so that npm ci installs them', () => {
    const strictest = Object.entries(packages)
      .filter(([name]) => name !== '')
      .map(([, { engines }]) => engines?.node ?? '')
      .filter((ranges) => /^\^20\S* \|\| \^22\S* \|\| >=24/.test(ranges));
    expect(strictest.length).toBeGreaterThan(0);
    expect(new Set(strictest.map(fillIn))).toContain(ours);
  });

  it('have this one among them', () => {
    expect(findNodeFault()).toBeNull();
  });
});

/** `>=24` as `>=24.0.0`. */
function fillIn(ranges: string): string {
  return ranges.replaceAll(/\d+(\.\d+){0,2}/g, (version) =>
    [...version.split('.'), '0', '0'].slice(0, 3).join('.'),
  );
}
