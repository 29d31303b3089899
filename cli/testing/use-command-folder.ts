import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

export interface CommandFolder {
  /** A path in the folder, which is there as long as the tests of a `describe` run. */
  readonly at: (name: string) => string;
  /** What the command has printed in the test so far, a line each. */
  readonly out: readonly string[];
}

/**
 * A folder for the files of a command's tests, and ears for what it prints. Call it within `describe`.
 *
 * @param fill writes what all tests read
 */
export function useCommandFolder(
  prefix: string,
  fill: (at: CommandFolder['at']) => Promise<void>,
): CommandFolder {
  let folder = '';
  const out: string[] = [];
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), prefix));
    await fill(at);
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    out.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => out.push(line));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  return { at, out };
}
