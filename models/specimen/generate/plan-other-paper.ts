import type { ScenePlan } from '../scene/render-scene.js';
import type { SpecimenRandom } from '../specimen-random.js';
import { ONE_FAULTS, planOneFault } from './plan-one-fault.js';

/** No photocopy: its frame is that of a card. */
const FAULTS = ONE_FAULTS.filter((fault) => fault !== 'photocopy');

/** Papers that are no KTP are photographed as well and as badly as cards are. */
export function planOtherPaper(random: SpecimenRandom, longSidePx: number): ScenePlan {
  const fault = random.isLucky(0.5) ? 'none' : random.pick(FAULTS);
  return planOneFault(fault, random, longSidePx);
}
