import { DOCUMENT_KINDS, type DocumentKind } from '../document/draw-document.js';
import type { ScenePlan } from '../scene/render-scene.js';
import { createRandom } from '../specimen-random.js';
import { FORGERIES, planForgery } from './plan-forgery.js';
import { planManyFaults } from './plan-many-faults.js';
import { ONE_FAULTS, planOneFault } from './plan-one-fault.js';
import { planOtherPaper } from './plan-other-paper.js';
import { planRefusal, REFUSALS } from './plan-refusal.js';

/** Which pictures are asked for; `none` is a careful photograph, `other` shows no KTP. */
export const FAULT_SETS = ['none', 'one', 'many', 'refuse', 'forged', 'other'] as const;

export type FaultSet = (typeof FAULT_SETS)[number];

export interface PicturePlan {
  readonly condition: string;
  readonly scene: ScenePlan;
  /** What is shown in the place of a KTP. */
  readonly document?: DocumentKind;
}

/** Takes the conditions of a set in turn, so that every one has as many pictures. */
export function planPicture(seed: number, faults: FaultSet, longSidePx: number): PicturePlan {
  const random = createRandom(seed, `plan/${faults}`);
  switch (faults) {
    case 'none':
      return { condition: 'none', scene: planOneFault('none', random, longSidePx) };
    case 'one': {
      const condition = takeTurn(ONE_FAULTS, seed);
      return { condition, scene: planOneFault(condition, random, longSidePx) };
    }
    case 'many':
      return { condition: 'several', scene: planManyFaults(random, longSidePx) };
    case 'refuse': {
      const condition = takeTurn(REFUSALS, seed);
      return { condition, scene: planRefusal(condition, random, longSidePx) };
    }
    case 'forged': {
      const condition = takeTurn(FORGERIES, seed);
      return { condition, scene: planForgery(condition, random, longSidePx) };
    }
    case 'other': {
      const document = takeTurn(DOCUMENT_KINDS, seed);
      return { condition: document, scene: planOtherPaper(random, longSidePx), document };
    }
  }
}

function takeTurn<Item>(items: readonly Item[], seed: number): Item {
  const item = items[seed % items.length];
  if (item === undefined) throw new RangeError('There is nothing to take.');
  return item;
}
