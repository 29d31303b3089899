import type { Command } from 'commander';
import { annotateLiveness } from '../../models/annotation/annotate-liveness.js';
import type { LivenessCapture } from '../../models/liveness/liveness-capture.js';
import { createFaceLocator } from '../../models/face/face-locator.js';
import {
  createLivenessAssessor,
  type LivenessAssessment,
} from '../../models/liveness/liveness-assessor.js';
import { chooseAnnotationFiles, writeAnnotation } from '../output/annotation-files.js';
import { openWeights } from '../open-weights.js';
import { readImageFile } from '../input/read-image-file.js';
import { reportEach } from '../output/report-each.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface AssessOptions {
  readonly json?: boolean;
  readonly burst?: boolean;
  readonly annotate?: string;
}

/** Milliseconds between the pictures of a burst given as files, whose times nobody knows. */
const FRAME_INTERVAL_MS = 120;

/** `kenali assess-liveness`: one line per selfie, or one for a burst. */
export function addAssessLivenessCommand(program: Command, environment: ProcessEnvironment): void {
  program
    .command('assess-liveness')
    .description('judge whether selfies show a living person or a copy of one')
    .argument('<image...>', 'JPEG, PNG or WebP; the face with its surroundings')
    .option('--burst', 'the images are one burst: first the still, then its frames')
    .option('--json', 'one line of JSON per capture')
    .option(
      '--annotate <out.png>',
      'also draw the face and the signs over the still; for several selfies name a folder that ' +
        'exists. The picture shows the person: only you may read the file',
    )
    .action(async (files: readonly string[], options: AssessOptions) => {
      await assessAll(files, options, environment);
    });
}

async function assessAll(
  files: readonly string[],
  { json = false, burst = false, annotate }: AssessOptions,
  environment: ProcessEnvironment,
): Promise<void> {
  const stills = burst ? files.slice(0, 1) : files;
  const frames = burst ? files.slice(1) : [];
  const annotations =
    annotate === undefined ? null : await chooseAnnotationFiles(annotate, stills, frames);
  const weights = openWeights(environment);
  const assessor = await createLivenessAssessor(weights, await createFaceLocator(weights));
  await reportEach(stills, async (file) => {
    const capture = await readCapture(file, frames);
    const assessment = await assessor.assess(capture);
    console.log(json ? formatJson(file, assessment) : formatLine(file, assessment));
    const annotation = annotations?.get(file);
    if (annotation === undefined) return;
    await writeAnnotation(annotation, await annotateLiveness(capture.still, assessment));
  });
}

async function readCapture(file: string, frames: readonly string[]): Promise<LivenessCapture> {
  const images = await Promise.all(frames.map(readImageFile));
  return {
    still: await readImageFile(file),
    frames: images.map((image, index) => ({ image, atMs: index * FRAME_INTERVAL_MS })),
  };
}

function formatJson(file: string, assessment: LivenessAssessment): string {
  const { live, verdict, livenessScore, isInDoubt, reasonCode, signs, timingsMs } = assessment;
  const judged = { file, live, verdict, livenessScore, isInDoubt, reasonCode };
  return JSON.stringify({ ...judged, signs, timingsMs });
}

function formatLine(file: string, assessment: LivenessAssessment): string {
  const { live, livenessScore, reasonCode, signs, timingsMs } = assessment;
  const score = livenessScore === null ? 'no score' : `score ${livenessScore.toFixed(4)}`;
  const reason = reasonCode === null ? '' : `, ${reasonCode}`;
  const seen = signs.filter(({ isSpoof }) => isSpoof).map(({ name }) => name);
  const shown = seen.length === 0 ? '' : ` [${seen.join(', ')}]`;
  return `${file}: ${live ? 'live' : 'not live'}, ${score}${reason}${shown} (${String(timingsMs.total)} ms)`;
}
