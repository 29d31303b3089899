import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** One step that makes an environment. */
export interface SetupStep {
  readonly command: string;
  /** `{folder}` stands for the environment's own folder. */
  readonly args: readonly string[];
  /** What must be installed for the command. */
  readonly needs: string;
}

/** Packages of their own for a program that is no part of the product. */
export interface PinnedEnvironment {
  /** Name of its folder. */
  readonly environment: string;
  /** Exact versions; a change makes the environment anew. */
  readonly packages: readonly string[];
  readonly setup: readonly SetupStep[];
}

/** It cannot be had on this machine; the message says what is missing and is fit to be shown. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Three gigabytes of packages for training. */
const TIMEOUT_MS = 30 * 60_000;
/** Written last: an environment without it was not finished. */
const STAMP = 'kenali-packages.txt';

/**
 * The folder of an environment, set up on first use and again when its pinned packages change.
 *
 * @param root folder of all environments, in the cache
 * @throws EnvironmentError
 */
export async function ensureEnvironment(wanted: PinnedEnvironment, root: string): Promise<string> {
  const folder = join(root, wanted.environment);
  const stamp = join(folder, STAMP);
  const packages = wanted.packages.join('\n');
  if ((await readFile(stamp, 'utf8').catch(() => null)) === packages) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const step of wanted.setup) await runStep(wanted.environment, step, folder);
  await writeFile(stamp, packages);
  return folder;
}

async function runStep(name: string, { command, args, needs }: SetupStep, folder: string) {
  const inFolder = (text: string) => text.replace('{folder}', folder);
  try {
    await execute(inFolder(command), args.map(inFolder), { cwd: folder, timeout: TIMEOUT_MS });
  } catch (error) {
    throw new EnvironmentError(
      `The environment ${name} cannot be set up: ${command} ${describe(error)}. It needs ${needs}.`,
      { cause: error },
    );
  }
}

function describe(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'is not there';
  const output =
    error instanceof Error && 'stderr' in error && typeof error.stderr === 'string'
      ? error.stderr
      : '';
  const lines = output.split('\n').filter((line) => /error/i.test(line));
  return `failed (${lines[0]?.trim().slice(0, 160) ?? 'no reason given'})`;
}
