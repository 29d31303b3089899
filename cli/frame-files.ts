import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChallengeAction } from '../contract/challenge.js';
import { MAX_FRAMES, type BurstFrame } from '../contract/frame-sequence.js';

/** Between two files: what a capture app leaves between two frames of a burst. */
const FRAME_STEP_MS = 150;

/**
 * The JPEG files of a folder as a burst, by name; of more than may be sent, some that are spread
 * evenly.
 *
 * @throws an error that names the folder when it cannot be read or holds none
 */
export async function readFrames(folder: string): Promise<readonly BurstFrame[]> {
  const names = (await listFolder(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  if (names.length === 0) throw new Error(`${folder} holds no JPEG files.`);
  const picked = spread(names, MAX_FRAMES);
  return Promise.all(
    picked.map(async (name, index) => ({
      jpeg: await readFile(path.join(folder, name)),
      atMs: index * FRAME_STEP_MS,
    })),
  );
}

/**
 * The frames that answer a challenge, from the folder of its action, such as `TURN_LEFT`; null where
 * there is no such folder.
 */
export async function readChallengeFrames(
  folder: string,
  action: ChallengeAction,
): Promise<readonly BurstFrame[] | null> {
  const names = await listFolder(folder);
  return names.includes(action) ? readFrames(path.join(folder, action)) : null;
}

/** What a folder of answers is to hold. */
export const CHALLENGE_FOLDERS = Object.values(ChallengeAction).join(', ');

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new Error(`${folder} cannot be read (${code}).`, { cause: error });
  }
}

function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => items[Math.round(index * step)]).filter(
    (item) => item !== undefined,
  );
}
