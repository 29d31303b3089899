import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  ANSWER_SPACING_MS,
  ChallengeAction,
  listMovements,
  MAX_MOVEMENTS,
  type AskedMovements,
} from '../../contract/challenge.js';
import { MAX_FRAMES, type BurstFrame } from '../../contract/frame-sequence.js';

/** Between two files: what a capture app leaves between two frames of a burst. */
const BURST_STEP_MS = 150;
/** Between the movements of a folder's name. */
const THEN = '-';

/**
 * The JPEG files of a folder as a burst, by name; of more than may be sent, some that are spread
 * evenly.
 *
 * @throws an error that names the folder when it cannot be read or holds none
 */
export async function readBurst(folder: string): Promise<readonly BurstFrame[]> {
  return readFrames(folder, BURST_STEP_MS);
}

async function readFrames(folder: string, stepMs: number): Promise<readonly BurstFrame[]> {
  const names = (await listFolder(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort();
  if (names.length === 0) throw new Error(`${folder} holds no JPEG files.`);
  const picked = spread(names, MAX_FRAMES);
  return Promise.all(
    picked.map(async (name, index) => ({
      jpeg: await readFile(path.join(folder, name)),
      atMs: index * stepMs,
    })),
  );
}

/**
 * The frames that answer a challenge, from the folder of its movements, such as `TURN_LEFT` or
 * `TURN_LEFT-NOD`; null where there is no such folder.
 */
export async function readChallengeFrames(
  folder: string,
  asked: AskedMovements,
): Promise<readonly BurstFrame[] | null> {
  const name = nameAnswer(asked);
  const names = await listFolder(folder);
  return names.includes(name) ? readFrames(path.join(folder, name), ANSWER_SPACING_MS) : null;
}

/** The folder in which an answer is looked for. */
export function nameAnswer(asked: AskedMovements): string {
  return listMovements(asked).join(THEN);
}

/** How many movements one after the other the answers of a folder go up to. */
export async function countMovements(folder: string): Promise<number> {
  const names = await listFolder(folder);
  return names.some((name) => SEQUENCES.includes(name)) ? MAX_MOVEMENTS : 1;
}

const ACTIONS = Object.values(ChallengeAction);
const SEQUENCES = ACTIONS.flatMap((action) => ACTIONS.map((then) => nameAnswer({ action, then })));

/** What a folder of answers is to hold. */
export const CHALLENGE_FOLDERS = `${ACTIONS.join(', ')}, and for two one after the other such as ${nameAnswer({ action: 'TURN_LEFT', then: 'NOD' })}`;

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
