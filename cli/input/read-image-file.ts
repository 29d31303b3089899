import { readFile, stat } from 'node:fs/promises';
import { decodeImage, MAX_IMAGE_BYTES } from '../../models/image/decode-image.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { UndecodableImageError } from '../../models/image/undecodable-image-error.js';

/** A file named on the command line cannot be used; the message is one line that names it. */
export class ImageFileError extends Error {
  override readonly name = 'ImageFileError';
}

/** @throws ImageFileError when the file is missing, unreadable or no usable image */
export async function readImageFile(path: string): Promise<RasterImage> {
  try {
    const { size } = await stat(path);
    // Not even read: it may be a video, or a device that never ends.
    if (size > MAX_IMAGE_BYTES) throw new UndecodableImageError('TOO_LARGE');
    return await decodeImage(await readFile(path));
  } catch (error) {
    throw new ImageFileError(`${path}: ${explain(error)}`, { cause: error });
  }
}

function explain(error: unknown): string {
  if (error instanceof UndecodableImageError) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission denied';
  return `it cannot be read (${code})`;
}
