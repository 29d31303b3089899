import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { list } from 'tar';

/**
 * Reads single files out of an archive into memory; nothing is unpacked to disk.
 *
 * @param archive a `.tgz` or a zip (`.whl`)
 * @param paths full paths inside the archive; those that are absent are absent from the result
 */
export async function extractMembers(
  archive: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (archive.endsWith('.tgz')) return await extractFromTar(archive, paths);
  const zip = await readFile(archive);
  return new Map(Object.entries(unzipSync(zip, { filter: ({ name }) => paths.includes(name) })));
}

async function extractFromTar(
  archive: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const members = new Map<string, Uint8Array>();
  await list({
    file: archive,
    filter: (path) => paths.includes(path),
    onReadEntry: (entry) => {
      const chunks: Buffer[] = [];
      entry.on('data', (chunk: Buffer) => chunks.push(chunk));
      entry.on('end', () => members.set(entry.path, Buffer.concat(chunks)));
    },
  });
  return members;
}
