import { createLogger } from '../logging/logger.js';

/**
 * Runs a process to its end. Whatever stops it is one line in the log and exit code 1. These are
 * errors of settings, key files, weights and connections: they name those and nothing personal,
 * which stays inside the activities.
 */
export async function startProcess(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown error';
    createLogger(name, 'fatal').fatal(`${name} stops: ${message}`);
    process.exitCode = 1;
  }
}
