import { UNFITTED_KINDS } from '../../liveness/attacks/attack-kind.js';

/** A labelled picture that may be learned from. */
export interface FittedPicture {
  readonly file: string;
  readonly isLive: boolean;
  readonly attack: string;
  readonly person: string;
}

/**
 * The rows of a `labels.csv` (file, label, attack, person) that a fit may see. A file handed in without
 * a camera counts as the world it shows; without a name every picture is somebody of its own.
 */
export function listFitted(rows: readonly Readonly<Record<string, string>>[]): FittedPicture[] {
  return rows
    .filter(({ attack = '' }) => !UNFITTED_KINDS.has(attack))
    .map(({ file = '', label = '', attack = '', person = file }) => {
      return { file, isLive: label === 'live' || attack === 'injection', attack, person };
    });
}
