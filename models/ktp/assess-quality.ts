import type { DocumentQuality } from '../../contract/ktp-details.js';
import type { PrintQuality } from '../card/measure-print.js';
import type { KtpThresholds } from './thresholds.js';

/**
 * The signs that are measured: blur, and that only where the lines have the pixels to be sharp. The
 * others stay absent.
 */
export function assessQuality(
  print: PrintQuality | null,
  { minSharpness, minLineHeight }: Pick<KtpThresholds, 'minSharpness' | 'minLineHeight'>,
): DocumentQuality {
  if (print === null || print.lineHeight < minLineHeight) return {};
  return { blur: print.sharpness < minSharpness ? 'FAIL' : 'PASS' };
}
