import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { LivenessAssessment } from '../liveness/liveness-assessor.js';
import { annotateLiveness, listLivenessRows } from './annotate-liveness.js';

const face = { left: 60, top: 80, width: 50, height: 60 };
const assessment: LivenessAssessment = {
  live: false,
  isInDoubt: true,
  verdict: 'RETRY',
  reasonCode: 'LIVENESS_CHECK_FAILED',
  livenessScore: 0.31,
  signs: [{ name: 'grid', score: 51, threshold: 42, isSpoof: true, region: face }],
  face,
  timingsMs: { total: 40, still: 30, frames: 10 },
};

it('lists verdict, score and every sign with its threshold', () => {
  const texts = listLivenessRows(assessment).map(({ text, value }) => `${text}: ${value ?? ''}`);
  expect(texts).toContain('verdict: RETRY LIVENESS_CHECK_FAILED');
  expect(texts).toContain('score, live from 0.5: 0.3100');
  expect(texts.some((text) => text.startsWith('grid, from 42'))).toBe(true);
});

it('draws the face over the still and the panel beside it', async () => {
  const still = { width: 200, height: 300, data: new Uint8Array(200 * 300 * 3).fill(120) };
  const png = await annotateLiveness(still, assessment);
  const { width, height } = await sharp(png).metadata();
  expect([width, height]).toEqual([667 + 500, 1000]);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.round(110 * (1000 / 300)) * info.width + 200) * info.channels;
  // The left edge of the face, in the colour of doubt.
  expect([data[at], data[at + 1], data[at + 2]]).not.toEqual([120, 120, 120]);
});

it('shows that nobody was found', async () => {
  const still = { width: 100, height: 100, data: new Uint8Array(30_000).fill(90) };
  const nobody = { ...assessment, livenessScore: null, signs: [], face: null };
  expect((await sharp(await annotateLiveness(still, nobody)).metadata()).height).toBe(1000);
});
