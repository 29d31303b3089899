import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  issueToken,
  startFakePlatform,
  type FakeAnswer,
  type FakePlatform,
} from './testing/fake-platform.js';

const ENTRY = path.join(import.meta.dirname, 'kenali.js');
const SUBMISSION_ID = '0198c7f0-0000-7000-8000-000000000001';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], cwd: string, environment: Record<string, string>) {
  return new Promise<Ended>((resolve) => {
    const env = { PATH: process.env.PATH, ...environment };
    execFile(process.execPath, [ENTRY, ...args], { cwd, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** A platform that judges at once: with a result, or by asking for another picture. */
function answerWith(result: 'VALID' | 'INVALID' | null) {
  const reasonCode = result === 'VALID' ? null : 'KTP_BLURRY';
  const status = {
    submissionId: SUBMISSION_ID,
    status: result === null ? 'IN_PROGRESS' : 'COMPLETED',
    nextAction: result === null ? 'RETRY' : 'STATUS',
    reasonCode,
    captures: result === null ? ['KTP'] : [],
    attempt: 1,
    maxAttempts: 3,
    pollAfterMs: null,
  };
  const details = {
    ...status,
    result,
    submissionType: 'KTP_SCAN',
    partnerSessionId: 's',
    submissionDetails: { ktpDetails: { province: 'BALI', bloodType: null } },
  };
  const upload = (origin: string) => ({ documentType: 'KTP', url: `${origin}/put`, method: 'PUT' });
  return (call: { method: string; path: string }, origin: string): FakeAnswer => {
    if (call.path.includes('authentication')) return issueToken('partner', 3600);
    if (call.path.endsWith('initiate-flow')) return issueToken('user', 3600);
    if (call.path.endsWith('status')) return { data: status };
    if (call.path === '/coe/v1/submissions') return { data: details };
    if (call.method === 'GET') {
      return { data: { submissionId: SUBMISSION_ID, urls: [upload(origin)] } };
    }
    return { data: { submissionId: SUBMISSION_ID, status: 'IN_PROGRESS' } };
  };
}

// Starting Node with tsx takes a second, and several on a machine that is busy.
describe('the kenali command', { timeout: 30_000 }, () => {
  let folder: string;
  let platform: FakePlatform | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'kenali-cli-'));
    await writeFile(path.join(folder, 'card.jpg'), 'a picture');
    // tsx reads the tsconfig.json of the caller's folder by itself; this one misleads it.
    const misleading = { compilerOptions: { paths: { commander: ['./nothing.ts'] } } };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(misleading));
    await writeFile(path.join(folder, 'nothing.ts'), 'export {};');
  });

  afterEach(async () => {
    await platform?.close();
    platform = null;
    await rm(folder, { recursive: true });
  });

  const runSession = async (result: 'VALID' | 'INVALID' | null, ...args: string[]) => {
    platform = await startFakePlatform(answerWith(result));
    return run(['run-session', '--flow', 'KTP_SCAN', '--ktp', 'card.jpg', ...args], folder, {
      KENALI_BASE_URL: platform.baseUrl,
      KENALI_PARTNER_CODE: 'DEMO',
      KENALI_CLIENT_ID: 'client',
      KENALI_PASS_KEY: 'the-pass-key',
    });
  };

  it('finds files from the folder it is called in and prints timeline and result', async () => {
    const { code, stdout, stderr } = await runSession('VALID');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/token .*initiate .*presign .*upload .*confirm .*status .*details /s);
    expect(stdout).toContain('COMPLETED · VALID');
    expect(stdout).toContain('province  BALI');
    expect(stdout).not.toContain('the-pass-key');
  });

  it('prints one JSON object and ends with 0 for a rejected card too', async () => {
    const { code, stdout } = await runSession('INVALID', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'COMPLETED',
      result: 'INVALID',
      reasonCode: 'KTP_BLURRY',
      details: { ktpDetails: { province: 'BALI' } },
    });
  });

  it('ends with 1 and says why when another picture is asked for', async () => {
    const { code, stderr } = await runSession(null);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^kenali: .*waits for another KTP \(KTP_BLURRY\).*\n$/);
  });

  it.each([
    [['run-session', '--flow', 'KTP_SCAN', '--ktp', 'none.jpg'], /none\.jpg cannot be read/],
    [['run-session', '--flow', 'KYC_LITE', '--ktp', 'card.jpg'], /needs --selfie/],
    [['run-session', '--flow', 'KTP_SCAN', '--ktp', 'card.jpg'], /npm start/],
    [['partner', 'list'], /npm start/],
    [['no-such-command'], /unknown command/],
  ])('answers %j with one line and no stack', async (args, expected) => {
    const { code, stderr } = await run(args, folder, { KENALI_STATE_DIR: folder });
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('lists every command without loading any', async () => {
    const { code, stdout } = await run(['--help'], folder, {});
    expect(code).toBe(0);
    for (const name of [
      'read-ktp',
      'match-face',
      'assess-liveness',
      'assess-challenge',
      'specimen',
    ]) {
      expect(stdout).toContain(name);
    }
  });

  it('says what a setting means, with its default', async () => {
    const { code, stdout } = await run(['partner', 'set', '--help'], folder, {});
    expect(code).toBe(0);
    expect(stdout).toMatch(/retentionDays +90\n/);
    expect(stdout).toMatch(/retentionDays: .* everything personal/);
  });
});
