import type { TextLine } from '../../card/text-line.js';
import { lettersOf } from '../spelling/closed-lists.js';
import type { CardLayout } from '../layout/fill-slots.js';
import type { KtpThresholds } from '../thresholds.js';

/** Titles of papers that carry many of the card's labels, and labels that it has not. */
const OTHER_TITLES = [
  'KARTUKELUARGA',
  'KARTUIDENTITASANAK',
  'NOMORKK',
  'KEPALAKELUARGA',
  'KARTUPELAJAR',
  'KARTUTANDAPELAJAR',
  'KARTUTANDAMAHASISWA',
  'KARTUMAHASISWA',
  'SURATKETERANGAN',
  'SURATIZINMENGEMUDI',
  'KARTUINDONESIASEHAT',
  'NOMORPOKOKWAJIBPAJAK',
  'BPJSKESEHATAN',
  'PASSPORT',
];

/**
 * Whether what was read is a KTP: enough of its labels, in its order and in one column, or 16
 * digits beside NIK under a line that begins with PROVINSI; and no other paper's title.
 */
export function isKtp(
  { labels, hasProvince, slots }: CardLayout,
  lines: readonly TextLine[],
  hasNik: boolean,
  thresholds: Pick<KtpThresholds, 'minLabels'>,
): boolean {
  const values = new Set([...slots].flatMap(([slot, own]) => (slot === 'province' ? [] : own)));
  const hasOtherTitle = lines.some(
    (line) =>
      !values.has(line) &&
      OTHER_TITLES.some((title) => lettersOf(line.reading.text).includes(title)),
  );
  if (hasOtherTitle) return false;
  return labels.length >= thresholds.minLabels || (hasNik && hasProvince);
}
