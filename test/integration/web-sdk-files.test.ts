import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { REPOSITORY_ROOT } from '../../dev/dev-context.js';
import type {} from '../support/platform-context.js';

const { apiUrl } = inject('platform');

/** What a partner's page has to load before a person can begin, compressed. */
const MAX_BYTES = 5_000;

const PACKAGE = join(REPOSITORY_ROOT, 'build', 'sdk', 'web');

const manifest = z.object({
  main: z.string(),
  types: z.string(),
  exports: z.object({ '.': z.object({ types: z.string(), import: z.string() }) }),
  dependencies: z.never().optional(),
  peerDependencies: z.never().optional(),
});

describe.each(['kenali.js', 'kenali.mjs'])('the Web SDK at /sdk/web/v1/%s', (file) => {
  it('is small, and may be loaded by every page', async () => {
    const answer = await fetch(`${apiUrl}/sdk/web/v1/${file}`);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=3600',
      'x-content-type-options': 'nosniff',
      'content-type': expect.stringMatching(/^text\/javascript/) as string,
    });
    const size = gzipSync(await answer.text()).length;
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(MAX_BYTES);
  });

  it('asks nothing of anybody else, and needs no rights of a page', async () => {
    const source = await (await fetch(`${apiUrl}/sdk/web/v1/${file}`)).text();
    expect(source).not.toMatch(/https?:\/\/(?!host)[a-z]/);
    expect(source).not.toMatch(
      /\beval\b|new Function|innerHTML|localStorage|sessionStorage|cookie/,
    );
  });
});

describe('the package of the Web SDK', () => {
  it('has what its manifest names, and depends on nothing', async () => {
    const text = await readFile(join(PACKAGE, 'package.json'), 'utf8');
    const { main, types, exports } = manifest.parse(JSON.parse(text));
    const named = [main, types, exports['.'].types, exports['.'].import, 'README.md', 'LICENSE'];
    for (const path of named) {
      expect((await readFile(join(PACKAGE, path), 'utf8')).length, path).toBeGreaterThan(100);
    }
    expect(await readFile(join(PACKAGE, types), 'utf8')).toContain('launchKTPScan');
  });

  it('is served from nowhere else of its folder', async () => {
    for (const path of ['package.json', 'types/kenali.d.ts', '../../web/index.html', '']) {
      expect((await fetch(`${apiUrl}/sdk/web/v1/${path}`)).status, path).toBe(404);
    }
  });
});
