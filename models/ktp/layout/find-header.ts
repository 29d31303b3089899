import type { TextLine } from '../../card/text-line.js';
import { matchLabel } from './labels.js';
import { lettersOf } from '../spelling/closed-lists.js';

interface Header {
  readonly province: TextLine | null;
  readonly city: TextLine | null;
}

/** The city follows the province within this many line heights. */
const MAX_GAP = 2.5;

/**
 * The two centred lines above the NIK. In Jakarta the second has no KOTA, so it is known by its
 * place under the first.
 *
 * @param above lines above the NIK
 */
export function findHeader(above: readonly TextLine[]): Header {
  const words = above
    .filter(({ reading }) => lettersOf(reading.text).length >= 3)
    .sort((a, b) => a.y - b.y);
  const province = words.find(({ reading }) => matchLabel(reading.text)?.label === 'province');
  const named = words.find(({ reading }) => /^(KABUPATEN|KOTA)\b/i.test(reading.text.trim()));
  if (province !== undefined) {
    const below = words.find((line) => line.y > province.y && isStacked(province, line));
    return { province, city: below ?? null };
  }
  const over = words.findLast(
    (line) => named !== undefined && line.y < named.y && isStacked(line, named),
  );
  return { province: over ?? null, city: named ?? null };
}

function isStacked(upper: TextLine, lower: TextLine): boolean {
  const overlap = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
  return (
    overlap > 0 &&
    lower.y - upper.y <= MAX_GAP * upper.height &&
    lower.y - upper.y >= upper.height / 2
  );
}
