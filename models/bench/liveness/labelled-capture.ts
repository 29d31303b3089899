import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { decodeImage } from '../../image/decode-image.js';
import type { LivenessCapture } from '../../liveness/liveness-capture.js';

/** One row of a file of labels. */
export interface LabelledCapture {
  readonly file: string;
  readonly isLive: boolean;
  /** Kind of attack; empty for a living person. */
  readonly attack: string;
  /** The burst, in the order of time. */
  readonly frames: readonly string[];
}

/** Milliseconds between frames whose times nobody wrote down. */
const FRAME_INTERVAL_MS = 120;

/**
 * A CSV file with the columns file, label (live or spoof), attack and, where there are bursts,
 * frames (file names with spaces between them); the pictures lie beside it.
 */
export async function readLabels(path: string): Promise<LabelledCapture[]> {
  const rows = parse<Record<string, string>>(await readFile(path, 'utf8'), {
    columns: true,
    trim: true,
  });
  const locate = (file: string) => join(dirname(path), file);
  return rows.map(({ file = '', label = '', attack = '', frames = '' }) => ({
    file: locate(file),
    isLive: label === 'live',
    attack: label === 'live' ? '' : attack || 'spoof',
    frames: frames.split(' ').filter(Boolean).map(locate),
  }));
}

export async function loadCapture({ file, frames }: LabelledCapture): Promise<LivenessCapture> {
  const read = async (path: string) => await decodeImage(await readFile(path));
  const images = await Promise.all(frames.map(read));
  return {
    still: await read(file),
    frames: images.map((image, index) => ({ image, atMs: index * FRAME_INTERVAL_MS })),
  };
}
