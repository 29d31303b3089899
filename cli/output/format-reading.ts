import { formatFigure, toPercent } from '../../models/annotation/format-figure.js';
import type { CardSign } from '../../models/card/card-sign.js';
import type { KtpReading } from '../../models/ktp/ktp-reading.js';

/** What is printed of a reading; the rest is for programs that look further. */
type PrintedReading = Omit<KtpReading, 'features' | 'coverage' | 'lines' | 'slots' | 'outline'>;

/** One line of JSON. */
export function formatReadingAsJson(file: string, reading: PrintedReading): string {
  const { isKtp, verdict, reasonCode, ktpDetails, ktpConfidence } = reading;
  const { fields, crossChecks, documentQuality, signs, timingsMs } = reading;
  return JSON.stringify({
    file,
    isKtp,
    verdict,
    reasonCode,
    ktpDetails,
    ktpConfidence,
    fields,
    crossChecks,
    documentQuality,
    signs,
    timingsMs,
  });
}

/** A card for people: a field a line with its confidence in per cent, then what asks for a look. */
export function formatReading(file: string, reading: PrintedReading): string {
  const { isKtp, reasonCode, timingsMs } = reading;
  const head = `${file}: ${isKtp ? 'KTP' : 'not a KTP'}, ${reasonCode ?? 'readable'}`;
  return [
    `${head} (${timingsMs.total.toFixed(0)} ms)`,
    ...(isKtp ? listFields(reading) : []),
    ...listDoubts(reading),
  ].join('\n');
}

function listFields({ ktpDetails, ktpConfidence }: PrintedReading): string[] {
  const confidences = new Map(Object.entries(ktpConfidence));
  return Object.entries<string | null>({ ...ktpDetails }).map(([field, value]) => {
    const confidence = confidences.get(field);
    const share = confidence === undefined ? '' : `${String(toPercent(confidence))} %`;
    return `  ${field.padEnd(14)} ${share.padStart(5)}  ${value ?? '–'}`;
  });
}

function listDoubts({ crossChecks, signs }: PrintedReading): string[] {
  const checks = Object.entries(crossChecks)
    .filter(([, outcome]) => outcome !== 'PASS')
    .map(([check, outcome]) => `  ${outcome}  ${check}`);
  return [...checks, ...signs.filter(({ isFault }) => isFault).map(formatFault)];
}

function formatFault({ name, score, threshold }: CardSign): string {
  return `  fault ${name}: ${formatFigure(score)}, from ${formatFigure(threshold)} a fault`;
}
