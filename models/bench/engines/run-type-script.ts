import { fileURLToPath } from 'node:url';
import type { EngineCommand } from './engine-process.js';

/** Starts an engine of the benchmarks that is written in TypeScript. */
export function runTypeScript(
  script: string,
  ...args: readonly string[]
): Omit<EngineCommand, 'name'> {
  const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
  return {
    command: process.execPath,
    args: ['--import', import.meta.resolve('tsx'), path, ...args],
  };
}
