import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Peer, SetupStep } from './peers.js';

const execute = promisify(execFile);

/** A peer cannot be had on this machine; the message says what is missing and is fit to be shown. */
export class PeerSetupError extends Error {
  override readonly name = 'PeerSetupError';
}

/** 300 MB of packages on a slow line. */
const TIMEOUT_MS = 15 * 60_000;
/** Written last: an environment without it was not finished. */
const STAMP = 'kenali-bench.txt';

/**
 * The folder of a peer's environment, set up on first use and again when its pinned packages change.
 *
 * @param root folder of all environments, in the cache
 * @throws PeerSetupError
 */
export async function ensurePeer(peer: Peer, root: string): Promise<string> {
  const folder = join(root, peer.environment);
  const stamp = join(folder, STAMP);
  const wanted = peer.packages.join('\n');
  if ((await readFile(stamp, 'utf8').catch(() => null)) === wanted) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const step of peer.setup) await runStep(peer, step, folder);
  await writeFile(stamp, wanted);
  return folder;
}

async function runStep(peer: Peer, { command, args, needs }: SetupStep, folder: string) {
  const inFolder = (text: string) => text.replace('{folder}', folder);
  try {
    await execute(inFolder(command), args.map(inFolder), { cwd: folder, timeout: TIMEOUT_MS });
  } catch (error) {
    throw new PeerSetupError(
      `The peer ${peer.name} cannot be set up: ${command} ${describe(error)}. It needs ${needs}.`,
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
