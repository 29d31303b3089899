import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DevContext } from './processes/process-book.js';

interface Build {
  readonly what: string;
  /** What it depends on. */
  readonly sources: readonly string[];
  /** Written last. */
  readonly built: string;
  /** Scripts of Node, one after the other. */
  readonly commands: readonly (readonly string[])[];
}

const VITE = join('node_modules', 'vite', 'bin', 'vite.js');
const TSC = join('node_modules', 'typescript', 'bin', 'tsc');

const BUILDS: readonly Build[] = [
  {
    what: 'Capture app',
    sources: ['web', 'contract', 'package-lock.json'],
    built: join('build', 'web', 'index.html'),
    commands: [[VITE, 'build', 'web']],
  },
  {
    what: 'Web SDK',
    sources: ['sdk', 'package-lock.json'],
    built: join('build', 'sdk', 'web', 'types', 'kenali.d.ts'),
    commands: [
      [VITE, 'build', join('sdk', 'web')],
      [TSC, '-p', join('sdk', 'web', 'tsconfig.build.json')],
    ],
  },
];

/** Builds what browsers load, unless the build is newer than all it depends on. */
export async function ensureWebBuild(context: DevContext): Promise<void> {
  for (const build of BUILDS) await ensureBuild(build, context);
}

async function ensureBuild(build: Build, context: DevContext): Promise<void> {
  const builtAt = await newestChange(join(context.root, build.built));
  const changes = await Promise.all(
    build.sources.map((source) => newestChange(join(context.root, source))),
  );
  if (builtAt > Math.max(...changes)) return;
  context.report(`${build.what}: building …`);
  for (const args of build.commands) {
    await context.book.run({
      command: process.execPath,
      args,
      cwd: context.root,
      environment: context.environment,
      signal: context.signal,
    });
  }
}

/** Milliseconds since the epoch of the latest change in a file or a folder; 0 without either. */
async function newestChange(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const inside = await Promise.all(names.map((name) => newestChange(join(path, name))));
  // A folder's own time tells of files that were removed.
  return Math.max(found.mtimeMs, ...inside);
}
