import { MAX_CAPTURE_BYTES } from '../../../contract/capture.js';
import { fitWithin, wholeFrame, type Region, type Size } from './frame-geometry.js';

/** The chosen file is not a picture that this browser can open. */
export class UnreadablePictureError extends Error {
  constructor(options?: ErrorOptions) {
    super('The picture cannot be opened.', options);
    this.name = 'UnreadablePictureError';
  }
}

/**
 * Longer side of a capture. A card that fills the frame then has about 23 pixels per millimetre,
 * several times what reading the small print takes, in about 0.5 to 1 MB.
 */
const MAX_SIDE = 2000;

/** JPEG qualities to try in turn until the capture is small enough. */
const QUALITIES: readonly number[] = [0.92, 0.85, 0.7];

/** Draws a region of a picture at a size and answers it as a JPEG of a quality. */
export type DrawJpeg = (region: Region, size: Size, quality: number) => Promise<Blob | null>;

/** The JPEG of a region, scaled down. Rejects with `UnreadablePictureError`. */
export async function encodeRegion(region: Region, drawJpeg: DrawJpeg): Promise<Blob> {
  const size = fitWithin(region, MAX_SIDE);
  for (const quality of QUALITIES) {
    const jpeg = await drawJpeg(region, size, quality);
    if (jpeg === null) break;
    if (jpeg.size <= MAX_CAPTURE_BYTES) return jpeg;
  }
  throw new UnreadablePictureError();
}

/** The current frame of the camera. `chooseRegion` says how much of it is the capture. */
export function encodeVideoFrame(
  video: HTMLVideoElement,
  chooseRegion: (frame: Size) => Region,
): Promise<Blob> {
  const frame = { width: video.videoWidth, height: video.videoHeight };
  if (frame.width === 0) return Promise.reject(new UnreadablePictureError());
  return encodeRegion(chooseRegion(frame), drawOnCanvas(video));
}

/** A chosen file: turned as its EXIF orientation says, without its metadata, scaled down. */
export async function encodeFile(file: Blob): Promise<Blob> {
  const bitmap = await openPicture(file);
  try {
    return await encodeRegion(wholeFrame(bitmap), drawOnCanvas(bitmap));
  } finally {
    if ('close' in bitmap) bitmap.close();
  }
}

async function openPicture(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    // Safari below 15 has no createImageBitmap for files; an <img> applies the orientation too.
    return openAsElement(file);
  }
}

async function openAsElement(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
    return image;
  } catch (error) {
    throw new UnreadablePictureError({ cause: error });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function drawOnCanvas(source: CanvasImageSource): DrawJpeg {
  return (region, size, quality) => {
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) return Promise.resolve(null);
    context.imageSmoothingQuality = 'high';
    // Transparent parts of a PNG become white, not black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.width, size.height);
    const { x, y, width, height } = region;
    context.drawImage(source, x, y, width, height, 0, 0, size.width, size.height);
    return new Promise((resolve) => {
      canvas.toBlob(
        (jpeg) => {
          // Safari keeps the memory of a canvas that nobody refers to until it runs out of it.
          canvas.width = 0;
          canvas.height = 0;
          resolve(jpeg);
        },
        'image/jpeg',
        quality,
      );
    });
  };
}
