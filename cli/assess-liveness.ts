import type { Command } from 'commander';
import {
  createLivenessAssessor,
  type LivenessAssessment,
} from '../models/liveness/liveness-assessor.js';
import { openWeights, type Environment } from './open-weights.js';
import { readImageFile } from './read-image-file.js';
import { reportEach } from './report-each.js';

/** `kenali assess-liveness`: one line per selfie. */
export function addAssessLivenessCommand(
  program: Command,
  environment: Environment = process.env,
): void {
  program
    .command('assess-liveness')
    .description('judge whether selfies show a living person or a copy of one')
    .argument('<image...>', 'JPEG, PNG or WebP; the face with its surroundings')
    .option('--json', 'one line of JSON per image')
    .action(async (files: readonly string[], { json = false }: { readonly json?: boolean }) => {
      const assessor = await createLivenessAssessor(openWeights(environment));
      await reportEach(files, async (file) => {
        const assessment = await assessor.assess({ still: await readImageFile(file), frames: [] });
        console.log(json ? formatJson(file, assessment) : formatLine(file, assessment));
      });
    });
}

function formatJson(file: string, assessment: LivenessAssessment): string {
  const { live, livenessScore, reasonCode, timingsMs } = assessment;
  return JSON.stringify({ file, live, livenessScore, reasonCode, timingsMs });
}

function formatLine(file: string, assessment: LivenessAssessment): string {
  const { live, livenessScore, reasonCode, timingsMs } = assessment;
  const score = livenessScore === null ? 'no score' : `score ${livenessScore.toFixed(4)}`;
  const reason = reasonCode === null ? '' : `, ${reasonCode}`;
  return `${file}: ${live ? 'live' : 'not live'}, ${score}${reason} (${String(timingsMs.total)} ms)`;
}
