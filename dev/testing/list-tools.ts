import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const packageFile = z.object({ scripts: z.object({ lint: z.string(), types: z.string() }) });

/** The tools of `npm run lint` and `npm run types`, each a command and its arguments. */
export async function listTools(
  root: string,
  layer: 'lint' | 'types',
): Promise<readonly (readonly [string, ...string[]])[]> {
  const file: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return packageFile
    .parse(file)
    .scripts[layer].split(' && ')
    .map((line) => {
      const [command = '', ...args] = line.split(' ');
      return [command, ...args] as const;
    });
}
