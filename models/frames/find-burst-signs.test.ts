import { describe, expect, it } from 'vitest';
import type { TimedFrame } from '../liveness/timed-frame.js';
import { findBurstSigns } from './find-burst-signs.js';
import { drawScene } from './testing/draw-scene.js';

/** Frames of one scene with a noise of their own each; frames with the same number are the same. */
const burst = (noises: readonly number[], stepMs = 130): TimedFrame[] =>
  noises.map((seed, index) => ({
    image: drawScene({ seed: 1, noise: { levels: 1, seed } }),
    atMs: index * stepMs,
  }));

const still = drawScene({ seed: 1, noise: { levels: 1, seed: 99 } });

async function findNames(frames: readonly TimedFrame[], of = still): Promise<string[]> {
  const signs = await findBurstSigns({ still: of, frames });
  return signs.filter(({ isSpoof }) => isSpoof).map(({ name }) => name);
}

describe('findBurstSigns', () => {
  it('finds nothing in the frames of a camera that stands still', async () => {
    expect(await findNames(burst([1, 2, 3, 4, 5]))).toEqual([]);
  });

  it('measures every sign of a burst and none of a still alone', async () => {
    const signs = await findBurstSigns({ still, frames: burst([1, 2]) });
    expect(signs.map(({ name }) => name)).toEqual([
      'frozen-frames',
      'repeated-frames',
      'impossible-timing',
      'foreign-still',
    ]);
    expect(await findBurstSigns({ still, frames: [] })).toEqual([]);
  });

  it('finds a picture that stands for the camera', async () => {
    expect(await findNames(burst([1, 1, 1, 1]))).toEqual(['frozen-frames']);
  });

  it('forgives one frame that was shown twice', async () => {
    expect(await findNames(burst([1, 1, 2, 3, 4]))).toEqual([]);
  });

  it('finds frames that come back', async () => {
    expect(await findNames(burst([1, 2, 3, 1, 2]))).toEqual(['repeated-frames']);
  });

  it('takes a lens that was covered twice for no loop', async () => {
    const { width, height, data } = still;
    const black = { width, height, data: new Uint8Array(data.length).fill(2) };
    const seen = burst([1, 2, 3, 4, 5, 6]);
    const covered = seen.map((frame, at) =>
      at === 1 || at === 4 ? { ...frame, image: black } : frame,
    );
    expect(await findNames(covered)).not.toContain('repeated-frames');
  });

  it.each([
    ['stand still', 0],
    ['run back', -130],
    ['are faster than any camera', 1],
    ['were collected over minutes', 30_000],
  ])('finds times that %s', async (_, stepMs) => {
    expect(await findNames(burst([1, 2, 3], stepMs))).toEqual(['impossible-timing']);
  });

  it('finds a still of another scene', async () => {
    expect(await findNames(burst([1, 2, 3]), drawScene({ seed: 2 }))).toEqual(['foreign-still']);
  });

  it('finds it although one of the frames repeats the still', async () => {
    const other = drawScene({ seed: 2 });
    const again = { image: drawScene({ seed: 2, noise: { levels: 1, seed: 9 } }), atMs: 390 };
    expect(await findNames([...burst([1, 2, 3]), again], other)).toEqual(['foreign-still']);
  });

  it('knows the scene of a still that the camera took in other proportions', async () => {
    const { width, height, data } = still;
    const lower = { width, height: 200, data: data.subarray(width * 20 * 3, width * 220 * 3) };
    expect(height).toBe(240);
    expect(await findNames(burst([1, 2, 3]), lower)).toEqual([]);
  });
});
