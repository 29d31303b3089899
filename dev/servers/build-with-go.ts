import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DevContext } from '../processes/process-book.js';
import { findOnPath } from './find-on-path.js';
import type { ServerBinary } from './server-binary.js';

/** Since 1.21 Go fetches by itself the newer toolchain that a module asks for. */
const OLDEST_GO_MINOR = 21;
const PROGRESS_EVERY_MS = 20_000;

const execute = promisify(execFile);

/**
 * Builds the server from its published source into `targetDir`.
 *
 * @throws Error naming the remedy when Go is missing or too old; CommandError when the build fails
 */
export async function buildWithGo(
  binary: ServerBinary,
  targetDir: string,
  context: DevContext,
): Promise<void> {
  const go = await findGo(binary, context);
  const { label, goPackage, version } = binary;
  context.report(`${label}: building ${version} from source with Go (3 to 6 minutes, once) …`);
  const startedAt = Date.now();
  let modules = 0;
  const progress = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    context.report(
      `${label}: still building, ${String(seconds)} s, ${String(modules)} modules downloaded`,
    );
  }, PROGRESS_EVERY_MS);
  try {
    await context.book.run({
      command: go,
      args: ['install', `${goPackage}@${version}`],
      // Outside any Go module, so that no go.mod or go.work of the surroundings has a say.
      cwd: targetDir,
      environment: { ...context.environment, GOBIN: targetDir, GOWORK: 'off' },
      signal: context.signal,
      onLine: (line) => {
        if (line.startsWith('go: downloading')) modules += 1;
      },
    });
  } finally {
    clearInterval(progress);
  }
  context.report(`${label}: built in ${String(Math.round((Date.now() - startedAt) / 1000))} s`);
}

async function findGo({ label, command }: ServerBinary, context: DevContext): Promise<string> {
  const remedy = `Install Go 1.${String(OLDEST_GO_MINOR)} or newer, or put \`${command}\` on the PATH, and run this again.`;
  const go = findOnPath('go', context.environment);
  if (go === null) {
    throw new Error(
      `${label} is neither on the PATH nor in ${context.cacheDir}, and Go, which would build it, is missing. ${remedy}`,
    );
  }
  const { stdout } = await execute(go, ['version']);
  const minor = Number(/go1\.(\d+)/.exec(stdout)?.[1] ?? 0);
  if (minor < OLDEST_GO_MINOR) {
    throw new Error(`${go} is too old to build ${label} (${stdout.trim()}). ${remedy}`);
  }
  return go;
}
