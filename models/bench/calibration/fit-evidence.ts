import type { Evidence } from '../../liveness/evidence.js';
import type { StillObservation } from '../../liveness/observe-face.js';
import { listCues, weighCues } from '../../liveness/weigh-evidence.js';
import { fitBalanced, type BalancedExample } from './fit-balanced.js';

export interface LabelledObservation extends StillObservation {
  readonly isLive: boolean;
  readonly attack: string;
  /** Pictures of one scene are never on both sides of a fold. */
  readonly scene: string;
}

/** 256 features and some hundred pictures: without a strong ridge the fit learns the pictures. */
const TEXTURE_RIDGE = 0.01;
const FUSION_RIDGE = 0.003;
/**
 * What the network's own log odds count for. Set, not fitted: it alone has learned from real attacks, and
 * on drawn ones the fit would give it nothing.
 */
const NETWORK_WEIGHT = 0.35;
/**
 * Share of living people that the operating point may refuse. How often attacks pass is no measure for
 * it: drawn attacks are not those that will come.
 */
const LIVE_REFUSED = 0.03;
const FOLDS = 4;

/**
 * Fits the texture on all pictures. The fusion is fitted on textures that were fitted without the
 * scene and without the kind of attack they judge, so that it trusts them no more than a new kind deserves.
 */
export function fitEvidence(
  observed: readonly LabelledObservation[],
): Pick<Evidence, 'texture' | 'fusion'> {
  const texture = fitTexture(observed);
  const kinds = [...new Set(observed.filter(({ isLive }) => !isLive).map(({ attack }) => attack))];
  const scenes = [...new Set(observed.map(({ scene }) => scene))];
  const isIn = (fold: number, { scene }: LabelledObservation) =>
    scenes.indexOf(scene) % FOLDS === fold;
  const examples: BalancedExample[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    for (const kind of kinds) {
      const strange = fitTexture(
        observed.filter((one) => !isIn(fold, one) && (one.isLive || one.attack !== kind)),
      );
      const judged = observed.filter(
        (one) => isIn(fold, one) && (one.isLive || one.attack === kind),
      );
      examples.push(...judged.map((one) => toExample(one, strange)));
    }
  }
  const rest = fitBalanced(examples, FUSION_RIDGE);
  const weights = [NETWORK_WEIGHT, ...rest.weights].map(shorten);
  return { texture, fusion: { bias: shorten(chooseBias(examples, weights)), weights } };
}

/** Lets the odds be even where the allowed share of living people lies below. */
function chooseBias(examples: readonly BalancedExample[], weights: readonly number[]): number {
  const odds = examples
    .filter(({ isLive }) => isLive)
    .map(({ features, offset }) =>
      weights.slice(1).reduce((sum, weight, at) => sum + weight * (features[at] ?? 0), offset),
    )
    .sort((a, b) => a - b);
  return -(odds[Math.floor(odds.length * LIVE_REFUSED)] ?? 0);
}

function fitTexture(observed: readonly LabelledObservation[]): Evidence['texture'] {
  const examples = observed.map(({ features, isLive }) => ({ features, isLive, offset: 0 }));
  const { bias, weights } = fitBalanced(examples, TEXTURE_RIDGE);
  return { bias: shorten(bias), weights: weights.map(shorten) };
}

function toExample(one: LabelledObservation, texture: Evidence['texture']): BalancedExample {
  const [network = 0, ...features] = listCues(weighCues(texture, one, []));
  return { features, isLive: one.isLive, offset: NETWORK_WEIGHT * network };
}

function shorten(value: number): number {
  return Number(value.toPrecision(5));
}
