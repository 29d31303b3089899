import { readFile } from 'node:fs/promises';

/** The last lines of a log, indented, for an error message. Empty when nothing was logged. */
export async function readLogTail(path: string, lines = 12): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n')
    .trimEnd();
}
