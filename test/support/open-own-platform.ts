import { rm } from 'node:fs/promises';
import { startPlatform, type Platform } from '../../dev/platform.js';
import { findFreePorts } from '../../dev/ports.js';
import type { DevContext } from '../../dev/processes/process-book.js';

export interface OwnPlatform {
  readonly platform: Platform;
  /** Ends everything and drops its state. */
  close(): Promise<void>;
}

/**
 * The whole platform on free ports of loopback, with state of its own.
 *
 * @param stateDir goes with the platform
 * @param stop ends what `context.book` has started
 */
export async function openOwnPlatform(
  stateDir: string,
  context: DevContext,
  stop: () => Promise<void>,
): Promise<OwnPlatform> {
  const close = async () => {
    await stop();
    await rm(stateDir, { recursive: true, force: true });
  };
  try {
    const ports = await findFreePorts();
    return { platform: await startPlatform({ ports, stateDir }, context), close };
  } catch (error) {
    await close();
    throw error;
  }
}
