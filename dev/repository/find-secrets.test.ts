import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateSigningKeys } from '../../keys/generate-keys.js';
import { findSecrets } from './find-secrets.js';

const ROOT = path.join(import.meta.dirname, '../..');

/** What looks like a secret and is none: drawn for a test or an example, and good nowhere. */
const KNOWN: readonly string[] = [
  // `{}` under a signature that says "signature": the token of the examples in the documents.
  'eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl',
  // Words in the place of a password: of tests, and where an address is explained.
  'secret',
  'password',
  'pass',
  'very-secret',
];

function listTracked(): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '');
}

/** Null for what is no text: pictures, weights. */
function readText(file: string): string | null {
  const bytes = readFileSync(path.join(ROOT, file));
  return bytes.includes(0) ? null : bytes.toString('utf8');
}

describe('the repository', () => {
  it('holds no secret in any tracked file', () => {
    const tracked = listTracked();
    expect(tracked.length).toBeGreaterThan(500);
    const found = tracked.flatMap((file) =>
      findSecrets(readText(file) ?? '')
        .filter(({ value }) => !KNOWN.includes(value))
        .map(({ rule, line, value }) => `${file}:${String(line)} ${rule} ${value}`),
    );
    expect(found).toEqual([]);
  });

  it('knows no value that stands nowhere any more', () => {
    const texts = listTracked().map((file) => readText(file) ?? '');
    expect(KNOWN.filter((value) => !texts.some((text) => text.includes(value)))).toEqual([]);
  });

  it.each(['.env', '.kenali/x', 'deploy/secrets/sealing-keys.json'])('tracks no %s', (file) => {
    expect(listTracked()).not.toContain(file);
    execFileSync('git', ['check-ignore', '-q', file], { cwd: ROOT });
  });
});

describe('the search for secrets', () => {
  const hex = () => randomBytes(32).toString('hex');
  const base64 = () => randomBytes(32).toString('base64');
  const dashes = '-'.repeat(5);
  /** Put together here, so that this file holds none of them. */
  const join = (...parts: readonly string[]) => parts.join('');

  it.each<[string, () => string]>([
    ['a private key in PEM', () => `${dashes}BEGIN EC PRIVATE KEY${dashes}`],
    ['a private key in PEM', () => `  const pem = '${dashes}BEGIN PRIVATE KEY${dashes}\\n…'`],
    ['an access key of AWS', () => join('key: AK', 'IAABCDEFGH12345678')],
    [
      'a token of a code host or registry',
      () => join('//host/:_authToken=np', `m_${hex().slice(0, 36)}`),
    ],
    ['a callback secret of ours', () => join('secret = "wh', `sec_${base64()}"`)],
    ['an operator key of ours', () => join('kenali_', `operator_${hex()}`)],
    [
      'a password in an address',
      () => join('postgres', `://kenali:${hex().slice(0, 12)}@db:5432/x`),
    ],
    ['a drawn value under such a name', () => `"sealingKey": "${base64()}"`],
    ['a drawn value under such a name', () => `KENALI_STORAGE_SECRET_KEY=${hex()}`],
    ['a drawn value under such a name', () => `const password = '${hex()}';`],
    ['a signed token', () => ['eyJhbGciOiJFUzI1NiJ9', 'eyJzdWIiOiIxIn0', hex()].join('.')],
  ])('finds %s', (rule, plant) => {
    const text = `// a file\n${plant()}\n`;
    expect(findSecrets(text)).toContainEqual(expect.objectContaining({ rule, line: 2 }));
  });

  it('finds the key file of a trial', async () => {
    const file = JSON.stringify(await generateSigningKeys(), null, 2);
    expect(findSecrets(file).map(({ rule }) => rule)).toContain('the private part of a JWK');
  });

  it('leaves names, words and digests alone', () => {
    const text = [
      `const token = readHeader(headers, 'x-onekyc-token');`,
      'passKey: z.string().min(1),',
      `"integrity": "sha512-${base64()}"`,
      'KENALI_STORAGE_SECRET_KEY_FILE: /run/secrets/storage-secret-key',
      'postgres://user:password@host:port/database'.replace('password', '…'),
    ].join('\n');
    expect(findSecrets(text)).toEqual([]);
  });
});
