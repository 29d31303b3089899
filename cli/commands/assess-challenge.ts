import { InvalidArgumentError, Option, type Command } from 'commander';
import { ANSWER_SPACING_MS, ChallengeAction } from '../../contract/challenge.js';
import {
  createChallengeAssessor,
  type ChallengeAssessment,
  type ChallengeView,
} from '../../models/challenge/challenge-assessor.js';
import { createFaceLocator } from '../../models/face/face-locator.js';
import type { TimedFrame } from '../../models/liveness/timed-frame.js';
import { annotateChallenge } from '../../models/annotation/annotate-challenge.js';
import { chooseAnnotationFiles, writeAnnotation } from '../output/annotation-files.js';
import { openWeights } from '../open-weights.js';
import { readImageFile } from '../input/read-image-file.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface AssessChallengeOptions {
  readonly action: ChallengeAction;
  readonly then?: ChallengeAction;
  readonly spacing: number;
  readonly json?: boolean;
  readonly annotate?: string;
}

/** `kenali assess-challenge`: a still and the frames of a movement, one file each. */
export function addAssessChallengeCommand(program: Command, environment: ProcessEnvironment): void {
  program
    .command('assess-challenge')
    .description('judge whether frames show the person of a still making a movement')
    .addOption(
      new Option('--action <action>', 'what was asked for; left and right are the person’s own')
        .choices(Object.values(ChallengeAction))
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--then <action>', 'what was asked for after it').choices(
        Object.values(ChallengeAction),
      ),
    )
    .option('--spacing <ms>', 'time from frame to frame', parseSpacing, ANSWER_SPACING_MS)
    .option('--json', 'one line of JSON')
    .option(
      '--annotate <out.png>',
      'also draw every picture with the points of the face, what it has moved and the verdict. The ' +
        'picture shows the person: only you may read the file',
    )
    .argument('<still>', 'JPEG, PNG or WebP; the person looks straight ahead, not mirrored')
    .argument('<frame...>', 'the frames in order')
    .action(async (still: string, files: readonly string[], options: AssessChallengeOptions) => {
      const { action, then, annotate } = options;
      const annotation =
        annotate === undefined
          ? undefined
          : (await chooseAnnotationFiles(annotate, [still], files)).get(still);
      const weights = openWeights(environment);
      const assessor = await createChallengeAssessor(weights, await createFaceLocator(weights));
      const frames: TimedFrame[] = [];
      for (const [index, file] of files.entries()) {
        const atMs = index * options.spacing;
        frames.push({ image: await readImageFile(file), atMs });
      }
      const input = { action, ...(then && { then }), frames, still: await readImageFile(still) };
      const assessment = await assessor.assess(input);
      console.log(options.json === true ? formatJson(assessment) : formatAssessment(assessment));
      if (annotation === undefined) return;
      await writeAnnotation(annotation, await annotateChallenge(input, assessment));
    });
}

/** Longer than any movement takes. */
const MAX_SPACING_MS = 10_000;

function parseSpacing(text: string): number {
  const spacing = Number(text);
  if (!/^\d+$/.test(text) || spacing < 1 || spacing > MAX_SPACING_MS) {
    throw new InvalidArgumentError(
      `It must be a whole number of milliseconds from 1 to ${String(MAX_SPACING_MS)}.`,
    );
  }
  return spacing;
}

/** Without the 68 points of every picture. */
function formatJson({ evidence, ...rest }: ChallengeAssessment): string {
  const views = evidence.views.map((view) => ({ ...view, landmarks: undefined }));
  return JSON.stringify({ ...rest, evidence: { ...evidence, views } });
}

/** Frame by frame what was seen, then what was needed and what speaks against it. */
function formatAssessment(assessment: ChallengeAssessment): string {
  const { isAnswered, evidence, signs, timingsMs } = assessment;
  return [
    ...evidence.views.map(formatView),
    ...evidence.criteria.map(
      ({ name, score, threshold, isMet }) =>
        `${isMet ? 'met' : 'not met'}: ${name} ${String(score)} (limit ${String(threshold)})`,
    ),
    ...signs
      .filter(({ isSpoof }) => isSpoof)
      .map(
        ({ name, score, threshold }) => `sign: ${name} ${String(score)} from ${String(threshold)}`,
      ),
    `${isAnswered ? 'answered' : 'not answered'} (${String(timingsMs.total)} ms)`,
  ].join('\n');
}

function formatView(view: ChallengeView): string {
  const time = view.atMs === null ? 'still' : `${String(view.atMs)} ms`;
  if (view.yaw === null) return `${time}: no single face`;
  const figures = [
    `yaw ${String(view.yaw)}°`,
    `pitch ${String(view.pitch)}°`,
    `roll ${String(view.roll)}°`,
    `turned ${String(view.turned)}`,
    `nodded ${String(view.nodded)}`,
    `size ${String(view.growth)}`,
    ...(view.leftEye === null ? [] : [`eyes ${String(view.leftEye)} and ${String(view.rightEye)}`]),
  ];
  return `${time}: ${figures.join(', ')}`;
}
