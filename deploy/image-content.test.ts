import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUNDLE_SOURCES } from '../temporal/built-bundle.js';

const ROOT = path.join(import.meta.dirname, '..');

/** What the image's processes begin with, and what its build steps read. */
const ENTRIES = [
  'api/main.ts',
  'temporal/worker-sessions.ts',
  'temporal/worker-vision.ts',
  'temporal/build-workflow-bundle.ts',
  'db/migrate.ts',
  'deploy/prepare-servers.ts',
  'deploy/create-secrets.ts',
  'deploy/check-worker.ts',
  'deploy/check-api.js',
  'cli/main.ts',
  'models/weights/fetch-weights.ts',
  'web/vite.config.ts',
  'web/src/main.ts',
  'sdk/web/vite.config.ts',
  'sdk/web/src/kenali.ts',
  'sdk/web/tsconfig.build.json',
];

/** Whether the build context has a file: the last line of `.dockerignore` that fits it decides. */
function createContext(ignore: string): (file: string) => boolean {
  const rules = ignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const isException = line.startsWith('!');
      return { isException, pattern: toPattern(isException ? line.slice(1) : line) };
    });
  return (file) => {
    const last = rules.findLast(({ pattern }) => pattern.test(file));
    return last === undefined || last.isException;
  };
}

/** Also fits what lies in a folder that it names. */
function toPattern(line: string): RegExp {
  const source = line
    .split('/')
    .map((part) => (part === '**' ? '**' : escape(part).replaceAll('\\*', '[^/]*')))
    .join('/')
    .replaceAll('**/', '(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

const DOCKERFILE = readFileSync(path.join(import.meta.dirname, 'Dockerfile'), 'utf8');

const isInContext = createContext(readFileSync(path.join(ROOT, '.dockerignore'), 'utf8'));

describe('what goes into the image', () => {
  it.each([
    '.env',
    '.env.local',
    '.git/config',
    '.kenali/sealing-keys.json',
    '.kenali/demo-partner.json',
    'deploy/secrets/sealing-keys.json',
    'deploy/secrets/database-url',
    'sealing-keys.json',
    'signing-keys.json',
    'node_modules/express/index.js',
    'web/node_modules/x.js',
    'build/web/index.html',
    'test/support/wire.ts',
    'examples/partner/main.ts',
    'api/app.test.ts',
    'contract/testing/tiny-jpeg.ts',
    'models/bench/ktp.ts',
    'models/text/card-recogniser/card-recogniser-float.onnx',
    'npm-debug.log',
  ])('is not %s', (file) => {
    expect(isInContext(file)).toBe(false);
  });

  it('is no tracked file that could hold a key', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n');
    const isKey = (file: string) => /\.(pem|key|p12|pfx|jks|env)$|secret|credential/i.test(file);
    const known = ['db/schema/', 'db/partner-credential-store.ts', 'db/credential-store.ts'];
    const found = tracked
      .filter((file) => isKey(path.basename(file)) && isInContext(file))
      .filter((file) => !known.some((one) => file.startsWith(one)));
    expect(found).toEqual(['deploy/create-secrets.ts']);
  });

  it('is all that its processes and its build import', () => {
    const missing = [...listImported(ENTRIES)].filter((file) => !isInContext(file));
    // Loaded only where `npm start` has left its state, which an image has not.
    expect(missing.filter((file) => !file.startsWith('dev/'))).toEqual([]);
  });

  it.each(['LICENSE', 'NOTICE'])('has the terms that go with it: %s', (file) => {
    expect(isInContext(file)).toBe(true);
  });

  it('is all by which the built workflow bundle is found', () => {
    expect(BUNDLE_SOURCES.filter((source) => !isInContext(source))).toEqual([]);
  });

  it('is in the stage of the weights all that fetching them imports', () => {
    const [stage = ''] = /^FROM tools AS weights$[^]*?(?=^FROM )/m.exec(DOCKERFILE) ?? [];
    const copied = [...stage.matchAll(/^COPY (\S+) /gm)].map(([, source = '']) => source);
    const isCopied = (file: string) =>
      copied.some((source) => file === source || file.startsWith(`${source}/`));
    const imported = [...listImported(['models/weights/fetch-weights.ts'])];
    expect(imported).toContain('config/read-config.ts');
    expect(imported.filter((file) => !isCopied(file))).toEqual([]);
  });

  it('is told by a list that ends with what stays out', () => {
    const context = createContext('*\n!keys\n**/*.test.ts\nkeys/private');
    expect(context('keys/seal.ts')).toBe(true);
    expect(context('keys/deep/er.ts')).toBe(true);
    expect(context('keys/seal.test.ts')).toBe(false);
    expect(context('keys/private/a')).toBe(false);
    expect(context('keysmith/a')).toBe(false);
  });
});

const IMPORT = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'|new URL\('(\.{1,2}\/[^']+)'/g;

/** Files within the checkout that are reached from `entries`, and these themselves. */
function listImported(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!/\.(ts|js|svelte)$/.test(file)) continue;
    const content = readFileSync(path.join(ROOT, file), 'utf8').replace(/^import type .*$/gm, '');
    for (const [, imported, resource] of content.matchAll(IMPORT)) {
      const target = path.join(path.dirname(file), imported ?? resource ?? '');
      open.push(...findSource(target));
    }
  }
  return found;
}

/** TypeScript is imported under the name that it would be compiled to; what is built comes later. */
function findSource(target: string): readonly string[] {
  const names = [target.replace(/\.js$/, '.ts'), target];
  const found = names.find((name) => isFile(path.join(ROOT, name)));
  return found === undefined ? [] : [found];
}

function isFile(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isFile() ?? false;
}
