import { CLASSIC_STYLE } from './card/card-layout.js';
import { drawCard } from './card/draw-card.js';
import { backdropOf } from './card/draw-portrait.js';
import { printDetails } from './card/printed-fields.js';
import { inventDetails, type SpecimenTruth } from './invent-details.js';
import { showCard } from './show-card.js';
import { loadAreaTable } from './specimen-area.js';
import type { SpecimenCondition } from './specimen-condition.js';

export interface Specimen {
  readonly jpeg: Uint8Array;
  /** What a perfect reading returns. */
  readonly truth: SpecimenTruth;
  readonly seed: number;
  readonly condition: SpecimenCondition;
}

/**
 * Draws a fictional KTP marked SPECIMEN for demos and tests. Everything follows from the seed: the
 * same options give the same bytes, and the same seed the same person in every condition.
 *
 * @param options `portrait` is a JPEG, PNG or WebP of one face, cut to 3:4 about its middle; without
 *   it a silhouette is drawn. `condition` defaults to `flat`.
 * @throws UndecodableImageError when the portrait cannot be used
 */
export async function drawSpecimen(options: {
  readonly seed: number;
  readonly portrait?: Uint8Array;
  readonly condition?: SpecimenCondition;
}): Promise<Specimen> {
  const { seed, condition = 'flat' } = options;
  const truth = inventDetails(seed, await loadAreaTable());
  const card = await drawCard({
    seed,
    fields: printDetails(truth),
    style: CLASSIC_STYLE,
    backdrop: backdropOf(Number(truth.dateOfBirth?.slice(0, 4))),
    ...(options.portrait && { portrait: options.portrait }),
  });
  return { jpeg: await showCard(card, condition, seed), truth, seed, condition };
}
