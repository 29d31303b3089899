import { chmod, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { x as extract } from 'tar';
import type { DevContext } from '../processes/process-book.js';
import { isExecutable } from './find-on-path.js';

/** Many machines reach package registries alone: they should not wait long to learn it. */
const ANSWER_TIMEOUT_MS = 5_000;
const TRANSFER_TIMEOUT_MS = 180_000;

/**
 * Downloads a `.tar.gz` that holds the executable `target` is named after. False when the address
 * cannot be reached or does not hold it: there is another way to get the server.
 */
export async function downloadRelease(
  url: string,
  target: string,
  { signal, report }: Pick<DevContext, 'signal' | 'report'>,
): Promise<boolean> {
  const answer = new AbortController();
  const timer = setTimeout(() => {
    answer.abort();
  }, ANSWER_TIMEOUT_MS);
  try {
    const limits = [signal, answer.signal, AbortSignal.timeout(TRANSFER_TIMEOUT_MS)];
    const response = await fetch(url, { signal: AbortSignal.any(limits) });
    clearTimeout(timer);
    if (!response.ok) throw new Error(`status ${String(response.status)}`);
    await unpack(Buffer.from(await response.arrayBuffer()), target);
    return isExecutable(target);
  } catch {
    signal.throwIfAborted();
    report(`${basename(target)}: the published binary cannot be reached from here`);
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function unpack(bytes: Uint8Array, target: string): Promise<void> {
  const archive = `${target}.tar.gz`;
  await writeFile(archive, bytes);
  await extract({ file: archive, cwd: dirname(target) }, [basename(target)]);
  await chmod(target, 0o755);
}
