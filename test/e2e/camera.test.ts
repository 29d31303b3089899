import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { FrameSequence } from '../../contract/frame-sequence.js';
import { decodeImage } from '../../models/image/decode-image.js';
import type { RasterImage } from '../../models/image/raster-image.js';
import { drawSpecimen } from '../../models/specimen/draw-specimen.js';
import { cropSpecimenFace } from '../../models/specimen/specimen-faces.js';
import { createWeightStore } from '../../models/weights/weight-store.js';
import { startBrowser, type BrowserVisits } from '../support/browser-visits.js';
import { CLIP_LEFT, CLIP_RIGHT, writeCameraClip } from '../support/camera-clip.js';
import {
  answerChallenge,
  choosePictures,
  goBackToPartner,
  press,
  takeByCamera,
  takePictures,
} from '../support/capture-app.js';
import { pretendChallenge, waitForChallenge } from '../support/challenge-screen.js';
import { startOutcome } from '../support/start-outcome.js';
import { logUploads } from '../support/upload-log.js';

const platform = inject('platform');

let folder: string;
let withCamera: BrowserVisits;
let withoutCamera: BrowserVisits;
let card: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kenali-camera-'));
  const clip = join(folder, 'camera.mjpeg');
  const face = await cropSpecimenFace(createWeightStore(), { photo: 2, face: 1, margin: 1 });
  await writeCameraClip(clip, face);
  card = (await drawSpecimen({ seed: 51 })).jpeg;
  [withCamera, withoutCamera] = await Promise.all([
    startBrowser({ cameraClip: clip }),
    startBrowser(),
  ]);
});

afterAll(async () => {
  await Promise.all([withCamera.close(), withoutCamera.close()]);
  await rm(folder, { recursive: true, force: true });
  expect([...withCamera.complaints, ...withoutCamera.complaints]).toEqual([]);
});

/** The colour of the wall in the upper left or right corner. */
function cornerColour({ width, height, data }: RasterImage, side: 'left' | 'right'): number[] {
  const x = side === 'left' ? 4 : width - 5;
  const offset = (Math.floor(height / 20) * width + x) * 3;
  return [...data.subarray(offset, offset + 3)];
}

/** How far two colours are apart at most in a channel; JPEG and the camera's own change them. */
function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((value, channel) => Math.abs(value - b[channel]!)));
}

async function expectUnmirrored(sequence: FrameSequence): Promise<void> {
  const jpegs = [sequence.still, ...sequence.frames.map(({ jpeg }) => jpeg)];
  for (const picture of await Promise.all(jpegs.map((jpeg) => decodeImage(jpeg)))) {
    expect(distance(cornerColour(picture, 'left'), CLIP_LEFT)).toBeLessThan(40);
    expect(distance(cornerColour(picture, 'right'), CLIP_RIGHT)).toBeLessThan(40);
  }
}

/** Times between the frames, in milliseconds. */
function listGaps({ frames }: FrameSequence): number[] {
  return frames.slice(1).map(({ atMs }, index) => atMs - frames[index]!.atMs);
}

function countDistinct({ frames }: FrameSequence): number {
  return new Set(frames.map(({ jpeg }) => Buffer.from(jpeg).toString('base64'))).size;
}

describe('a selfie by camera', () => {
  it('comes with a burst from around the shutter, and a card without', async () => {
    const page = await startOutcome(withCamera, 'SANDBOX-INVALID-FACE_MATCH_FAILED');
    const uploads = logUploads(page, platform);
    await press(page);
    await choosePictures(page, [card]);
    await takeByCamera(page);
    await goBackToPartner(page);

    const selfie = await uploads.readSelfie(1);
    expect(selfie.frames).toHaveLength(4);
    expect(selfie.frames.map(({ nonce }) => nonce)).toEqual(Array(4).fill(uploads.nonces[0]));
    expect(uploads.nonces[0]).toMatch(/^[\w-]{16,}$/);
    expect(countDistinct(selfie)).toBe(4);
    for (const gap of listGaps(selfie)) {
      expect(gap).toBeGreaterThanOrEqual(100);
      expect(gap).toBeLessThan(600);
    }
    expect(await decodeImage(selfie.still)).toMatchObject({ width: 720, height: 960 });
    const [frame] = selfie.frames;
    expect(await decodeImage(frame!.jpeg)).toMatchObject({ width: 540, height: 720 });
    await expectUnmirrored(selfie);
  });
});

describe('a challenge', () => {
  it('is explained, recorded and sent with its own nonce', async () => {
    const page = await startOutcome(withCamera, 'SANDBOX-RETRY-CHALLENGE_REQUIRED');
    const uploads = logUploads(page, platform);
    const asked = waitForChallenge(page);
    await takePictures(page, [card, card]);
    const { nonce, movements } = await asked;
    expect(movements).toHaveLength(2);
    for (const [at, name] of movements.entries()) {
      await page.locator(`ol li:nth-child(${String(at + 1)})`, { hasText: name }).waitFor();
    }
    expect(await page.locator('input[type=file]').count()).toBe(0);
    const said = page.locator('.hint', { hasText: movements[1]! }).waitFor();
    await Promise.all([said, answerChallenge(page)]);
    await goBackToPartner(page);
    await page.locator('#row-callback:not(.quiet)').waitFor();
    expect(await page.innerText('#row-result')).toBe('VALID');

    const answer = await uploads.readSelfie(2);
    expect(answer.frames).toHaveLength(20);
    expect(new Set(answer.frames.map((frame) => frame.nonce))).toEqual(new Set([nonce]));
    expect(countDistinct(answer)).toBe(20);
    for (const gap of listGaps(answer)) expect(gap).toBeGreaterThanOrEqual(250);
    expect(answer.frames.at(-1)!.atMs).toBeLessThan(10_000);
    await expectUnmirrored(answer);
  });

  it.each([
    ['TURN_LEFT', 'left'],
    ['TURN_RIGHT', 'right'],
  ] as const)('%s points to the %s of the mirrored picture', async (action, side) => {
    const page = await startOutcome(withCamera, 'SANDBOX-RETRY-CHALLENGE_REQUIRED');
    await pretendChallenge(page, action);
    await takePictures(page, [card, card]);
    await press(page);
    const video = page.locator('video.ready');
    await video.waitFor();
    const transform = await video.evaluate((element) => getComputedStyle(element).transform);
    expect(transform).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    const [view, arrow] = await Promise.all([
      page.locator('.view').boundingBox(),
      page.locator('.view .arrow').boundingBox(),
    ]);
    const middle = view!.x + view!.width / 2;
    const isLeft = arrow!.x + arrow!.width < middle;
    const isRight = arrow!.x > middle;
    expect({ isLeft, isRight }).toEqual({ isLeft: side === 'left', isRight: side === 'right' });
  });

  it('takes no file where there is no camera, and lets the person leave', async () => {
    const page = await startOutcome(withoutCamera, 'SANDBOX-RETRY-CHALLENGE_REQUIRED');
    const asked = waitForChallenge(page);
    await takePictures(page, [card, card]);
    for (const name of (await asked).movements) {
      await page.locator('ol li', { hasText: name }).waitFor();
    }
    await press(page);
    await page.locator('h1', { hasText: /^(No camera found|Kamera tidak ditemukan)$/ }).waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    expect(await page.locator('main button').count()).toBe(1);
  });
});
