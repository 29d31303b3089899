import type { Command } from 'commander';
import { annotateReading } from '../../models/annotation/annotate-reading.js';
import { createKtpReader } from '../../models/ktp/ktp-reader.js';
import { chooseAnnotationFiles, writeAnnotation } from '../output/annotation-files.js';
import { formatReading, formatReadingAsJson } from '../output/format-reading.js';
import { openWeights, readRecogniserModel } from '../open-weights.js';
import { readImageFile } from '../input/read-image-file.js';
import { reportEach } from '../output/report-each.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface ReadKtpOptions {
  readonly json?: boolean;
  readonly annotate?: string;
}

/** `kenali read-ktp`: what stands on each photographed card. */
export function addReadKtpCommand(
  program: Command,
  environment: ProcessEnvironment = process.env,
): void {
  program
    .command('read-ktp')
    .description('read the fields of photographed cards')
    .argument('<image...>', 'JPEG, PNG or WebP of one card, in any of four orientations')
    .option('--json', 'one line of JSON per image')
    .option(
      '--annotate <out.png>',
      'also draw what was seen and concluded over the picture; for several images name a folder ' +
        'that exists. The picture holds personal data: only you may read the file',
    )
    .action(async (images: readonly string[], options: ReadKtpOptions) => {
      await readAll(images, options, environment);
    });
}

async function readAll(
  images: readonly string[],
  { json = false, annotate }: ReadKtpOptions,
  environment: ProcessEnvironment,
): Promise<void> {
  const annotations = annotate === undefined ? null : await chooseAnnotationFiles(annotate, images);
  const reader = await createKtpReader(openWeights(environment), {
    model: readRecogniserModel(environment),
  });
  await reportEach(images, async (file) => {
    const image = await readImageFile(file);
    const reading = await reader.read(image);
    console.log(json ? formatReadingAsJson(file, reading) : formatReading(file, reading));
    const annotation = annotations?.get(file);
    if (annotation === undefined) return;
    await writeAnnotation(annotation, await annotateReading(image, reading));
  });
}
