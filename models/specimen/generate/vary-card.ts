import type { CardStyle } from '../card/card-style.js';
import { backdropOf, type PortraitBackdrop } from '../card/draw-portrait.js';
import type { PrintedFields } from '../card/printed-fields.js';
import { varyStyle } from '../card/vary-style.js';
import { createRandom } from '../specimen-random.js';

/** How the card of a seed looks: foreigners' are orange, and the year of birth colours the rest. */
export function varyCard(
  seed: number,
  { citizenship, birthDate }: PrintedFields,
): { readonly style: CardStyle; readonly backdrop: PortraitBackdrop } {
  const isForeign = citizenship !== 'WNI';
  return {
    style: varyStyle(createRandom(seed, 'style'), isForeign ? 'orange' : 'blue'),
    backdrop: isForeign ? 'orange' : backdropOf(Number(birthDate.slice(-4))),
  };
}
