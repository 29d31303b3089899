import type { KtpConfidence, KtpDetails } from '../../contract/ktp-details.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { PrintQuality } from '../card/measure-print.js';
import { isPossibleNik } from './nik.js';
import type { KtpThresholds } from './thresholds.js';

export interface JudgedReading {
  readonly verdict: 'PASS' | 'RETRY' | 'REJECT';
  /** `null` for PASS. */
  readonly reasonCode: ReasonCode | null;
}

export interface Evidence {
  /** Lines that were read surely, whatever they say. */
  readonly sureLines: number;
  readonly isKtp: boolean;
  /** Whether at least one label of the card was seen. */
  readonly hasLabel: boolean;
  readonly ktpDetails: KtpDetails;
  readonly ktpConfidence: KtpConfidence;
  /** `null` when nothing was found to measure. */
  readonly print: PrintQuality | null;
}

/** What a reading means for the attempt. A bad picture is asked for again, with what is wrong. */
export function judgeReading(evidence: Evidence, thresholds: KtpThresholds): JudgedReading {
  const fault = findPictureFault(evidence.print, thresholds);
  if (!evidence.isKtp) {
    const isDocument = evidence.sureLines >= thresholds.minLinesOfDocument;
    // A label on a bad picture: it may well be a KTP, so say what to do better.
    if (fault !== null && (evidence.hasLabel || !isDocument)) return retry(fault);
    return retry(isDocument ? 'NOT_EKTP' : 'KTP_NOT_FOUND');
  }
  // Letters this small are misread with confidence, so nothing read from them is passed on.
  if (fault === 'KTP_TOO_SMALL') return retry(fault);
  if (!isUsable(evidence, thresholds)) return retry(fault ?? 'KTP_NOT_READABLE');
  const { nik } = evidence.ktpDetails;
  if (nik !== null && !isPossibleNik(nik)) {
    const isSure =
      fault === null && (evidence.ktpConfidence.nik ?? 0) >= thresholds.sureNikConfidence;
    return isSure ? { verdict: 'REJECT', reasonCode: 'NIK_INVALID' } : retry('KTP_NOT_READABLE');
  }
  return { verdict: 'PASS', reasonCode: null };
}

function isUsable({ ktpConfidence }: Evidence, thresholds: KtpThresholds): boolean {
  return (
    (ktpConfidence.nik ?? 0) >= thresholds.minNikConfidence &&
    (ktpConfidence.name ?? 0) >= thresholds.minNameConfidence &&
    (ktpConfidence.dateOfBirth ?? 0) >= thresholds.minDateOfBirthConfidence
  );
}

/** The fault of the picture that explains why too little was read. */
function findPictureFault(
  print: PrintQuality | null,
  { minSharpness, minPaper, minLineHeight }: KtpThresholds,
): 'KTP_DARK' | 'KTP_TOO_SMALL' | 'KTP_BLURRY' | null {
  if (print === null) return null;
  if (print.paper < minPaper) return 'KTP_DARK';
  if (print.lineHeight < minLineHeight) return 'KTP_TOO_SMALL';
  return print.sharpness < minSharpness ? 'KTP_BLURRY' : null;
}

function retry(reasonCode: ReasonCode): JudgedReading {
  return { verdict: 'RETRY', reasonCode };
}
