import type { Command } from 'commander';
import { createKtpReader, type KtpReading } from '../models/ktp/ktp-reader.js';
import { openWeights, type Environment } from './open-weights.js';
import { readImageFile } from './read-image-file.js';
import { reportEach } from './report-each.js';

/** `kenali read-ktp`: what stands on each photographed card. */
export function addReadKtpCommand(program: Command, environment: Environment = process.env): void {
  program
    .command('read-ktp')
    .description('read the fields of photographed cards')
    .argument('<image...>', 'JPEG, PNG or WebP of one card, in any of four orientations')
    .option('--json', 'one line of JSON per image')
    .action(async (files: readonly string[], { json = false }: { readonly json?: boolean }) => {
      const reader = await createKtpReader(openWeights(environment));
      await reportEach(files, async (file) => {
        const reading = await reader.read(await readImageFile(file));
        console.log(json ? formatJson(file, reading) : formatCard(file, reading));
      });
    });
}

function formatJson(file: string, reading: KtpReading): string {
  const { isKtp, ktpDetails, ktpConfidence, documentQuality, reasonCode, timingsMs } = reading;
  return JSON.stringify({
    file,
    isKtp,
    ktpDetails,
    ktpConfidence,
    documentQuality,
    reasonCode,
    timingsMs,
  });
}

/** A card for people: one field a line with its confidence in per cent. */
function formatCard(file: string, reading: KtpReading): string {
  const { isKtp, ktpDetails, ktpConfidence, reasonCode, timingsMs } = reading;
  const confidences = new Map(Object.entries(ktpConfidence));
  const fields = Object.entries<string | null>({ ...ktpDetails }).map(([field, value]) => {
    const confidence = confidences.get(field);
    const share = confidence === undefined ? '' : `${String(Math.round(confidence * 100))} %`;
    return `  ${field.padEnd(14)} ${share.padStart(5)}  ${value ?? '–'}`;
  });
  const verdict = reasonCode ?? 'readable';
  const head = `${file}: ${isKtp ? 'KTP' : 'not a KTP'}, ${verdict}`;
  return [`${head} (${timingsMs.total.toFixed(0)} ms)`, ...(isKtp ? fields : [])].join('\n');
}
