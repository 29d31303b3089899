import type { KtpReading } from '../ktp/ktp-reading.js';

/** The part of a reading that is drawn. */
export type ShownReading = Pick<
  KtpReading,
  | 'isKtp'
  | 'verdict'
  | 'reasonCode'
  | 'ktpDetails'
  | 'ktpConfidence'
  | 'fields'
  | 'crossChecks'
  | 'signs'
  | 'lines'
  | 'slots'
  | 'outline'
  | 'timingsMs'
>;
