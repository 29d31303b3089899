import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { UndecodableImageError } from '../../models/image/undecodable-image-error.js';
import { drawSpecimen, type Specimen } from '../../models/specimen/draw-specimen.js';
import {
  SPECIMEN_CONDITIONS,
  type SpecimenCondition,
} from '../../models/specimen/specimen-condition.js';

interface SpecimenOptions {
  readonly out: string;
  readonly seed: number;
  readonly portrait?: string;
  readonly condition: SpecimenCondition;
}

/** `kenali specimen`: draws a fictional card and writes what stands on it beside the picture. */
export function addSpecimenCommand(program: Command): void {
  program
    .command('specimen')
    .description('draw a fictional KTP marked SPECIMEN, with its truth as JSON beside it')
    .requiredOption('--out <card.jpg>', 'where the picture goes', parseJpegPath)
    .option('--seed <number>', 'the same seed draws the same card', parseSeed, 1)
    .option('--portrait <image>', 'photograph of one face, cut to 3:4; else a silhouette')
    .addOption(
      new Option('--condition <condition>', 'how the card is shown')
        .choices(SPECIMEN_CONDITIONS)
        .default('flat' satisfies SpecimenCondition),
    )
    .action(async (options: SpecimenOptions, command: Command) => {
      try {
        console.log(await writeSpecimen(options));
      } catch (error) {
        command.error(`error: ${explainFailure(error, options)}`);
      }
    });
}

function parseJpegPath(path: string): string {
  if (!/\.jpe?g$/i.test(path)) throw new InvalidArgumentError('It must end in .jpg or .jpeg.');
  return path;
}

/** The generator keeps 32 bits of a seed. */
const MAX_SEED = 2 ** 32 - 1;

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d+$/.test(text) || seed > MAX_SEED) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${String(MAX_SEED)}.`);
  }
  return seed;
}

async function writeSpecimen({ out, seed, portrait, condition }: SpecimenOptions): Promise<string> {
  const photograph = portrait === undefined ? {} : { portrait: await readFile(portrait) };
  const specimen = await drawSpecimen({ seed, condition, ...photograph });
  const truthPath = out.replace(/\.jpe?g$/i, '.json');
  await writeFile(out, specimen.jpeg);
  await writeFile(truthPath, formatTruth(specimen, out));
  return `${out} and ${basename(truthPath)}: seed ${String(seed)}, ${condition}`;
}

function formatTruth({ seed, condition, truth }: Specimen, out: string): string {
  return `${JSON.stringify({ file: basename(out), seed, condition, ktpDetails: truth }, null, 2)}\n`;
}

/** One line; an error that nobody foresaw passes through. */
function explainFailure(error: unknown, { portrait }: SpecimenOptions): string {
  if (error instanceof UndecodableImageError) {
    return `${portrait ?? 'The portrait'} cannot be used: ${error.message}.`;
  }
  if (error instanceof Error && 'code' in error && 'path' in error) {
    return `${String(error.path)} cannot be read or written (${String(error.code)}).`;
  }
  throw error;
}
