import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listTools } from './list-tools.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('the tools of a layer', () => {
  it('are those of the script of its name', async () => {
    expect(await listTools(ROOT, 'types')).toEqual([
      ['tsc', '--noEmit'],
      ['tsc', '-p', 'sdk/web'],
      ['svelte-check', '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings'],
    ]);
  });

  it.each(['lint', 'types'] as const)(
    'are installed and take no quoted argument: %s',
    async (layer) => {
      for (const [command, ...args] of await listTools(ROOT, layer)) {
        expect(existsSync(path.join(ROOT, 'node_modules', '.bin', command)), command).toBe(true);
        expect(args.join(' ')).not.toMatch(/["'$&|;]/);
      }
    },
  );
});
