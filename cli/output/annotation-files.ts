import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { ImageFileError } from '../input/read-image-file.js';

/** Nobody else may read a picture of someone's card. */
const OWNER_ONLY = 0o600;

/**
 * Where the annotated picture of each image goes: `target` itself, or one file an image in it where
 * it is a folder.
 *
 * @param alsoRead further pictures, which are not to be overwritten either
 * @throws Error when the pictures would overwrite each other, or an image
 */
export async function chooseAnnotationFiles(
  target: string,
  images: readonly string[],
  alsoRead: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const isFolder = await isExistingFolder(target);
  if (!isFolder && !/\.png$/i.test(target)) {
    throw new Error(
      `--annotate takes a name that ends in .png, or a folder that exists: ${target}`,
    );
  }
  if (!isFolder && images.length > 1) {
    throw new Error('--annotate takes a folder that exists when there are several images.');
  }
  const files = new Map(
    images.map((image) => [image, isFolder ? path.join(target, nameAnnotation(image)) : target]),
  );
  const resolved = new Set([...files.values()].map((file) => path.resolve(file)));
  if (resolved.size < files.size) {
    throw new Error('--annotate: two images have the same name, so one would overwrite the other.');
  }
  if ([...images, ...alsoRead].some((image) => resolved.has(path.resolve(image)))) {
    throw new Error('--annotate must not overwrite an image.');
  }
  return files;
}

async function isExistingFolder(target: string): Promise<boolean> {
  try {
    return (await stat(target)).isDirectory();
  } catch {
    return false;
  }
}

function nameAnnotation(image: string): string {
  return `${path.parse(image).name}.annotated.png`;
}

/** @throws ImageFileError when it cannot be written */
export async function writeAnnotation(file: string, png: Uint8Array): Promise<void> {
  try {
    const opened = await open(file, 'w', OWNER_ONLY);
    try {
      // A file that was there has the mode it had.
      await opened.chmod(OWNER_ONLY);
      await opened.writeFile(png);
    } finally {
      await opened.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new ImageFileError(`${file}: it cannot be written (${code})`, { cause: error });
  }
}
