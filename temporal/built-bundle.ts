import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Below the root: all that a workflow bundle is made of, the packages by their versions. */
export const BUNDLE_SOURCES = [
  'workflows',
  'contract',
  'activities/failure-type.ts',
  'temporal/failure-converter.js',
  'package-lock.json',
];

const PREFIX = 'workflow-bundle-';

/**
 * Keeps the bundle of the sources as they are now, in the place of earlier ones. Its name tells what it
 * was made of: after an upgrade without a build it is not found, and no old workflow code runs.
 */
export async function keepBundle(root: string, code: string): Promise<void> {
  const kept = await bundlePath(root);
  const folder = path.dirname(kept);
  await mkdir(folder, { recursive: true });
  const earlier = (await readdir(folder)).filter((name) => name.startsWith(PREFIX));
  await Promise.all(earlier.map((name) => rm(path.join(folder, name))));
  // Half a file would be taken for the bundle.
  await writeFile(`${kept}.partial`, code);
  await rename(`${kept}.partial`, kept);
}

/** Path of the bundle that was built of the sources as they are now; null without one. */
export async function findBuiltBundle(root: string): Promise<string | null> {
  const built = await bundlePath(root);
  return existsSync(built) ? built : null;
}

async function bundlePath(root: string): Promise<string> {
  return path.join(root, 'build', `${PREFIX}${await digestSources(root)}.js`);
}

async function digestSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of BUNDLE_SOURCES) {
    for (const file of await listFiles(root, source)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(path.join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Files at or below `source`, in the same order on every machine. */
async function listFiles(root: string, source: string): Promise<readonly string[]> {
  if ((await stat(path.join(root, source))).isFile()) return [source];
  const names = (await readdir(path.join(root, source))).sort();
  const below = await Promise.all(names.map((name) => listFiles(root, `${source}/${name}`)));
  return below.flat();
}
