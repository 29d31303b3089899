import type { Evidence } from '../../liveness/evidence.js';
import type { StillObservation } from '../../liveness/observe-face.js';
import { applyLinear, fuseCues, listCues, weighCues } from '../../liveness/weigh-evidence.js';
import { percentile } from '../metrics/percentile.js';
import { fitBalanced, type BalancedExample } from './fit-balanced.js';

export interface LabelledObservation extends StillObservation {
  readonly isLive: boolean;
  readonly attack: string;
  /** Pictures of one person are never on both sides of a fold. */
  readonly person: string;
}

/** A score by a texture that knew neither the person nor the kind of attack. */
export interface HeldOutScore {
  readonly isLive: boolean;
  readonly attack: string;
  readonly score: number;
}

export interface FittedEvidence extends Pick<Evidence, 'texture' | 'fusion'> {
  readonly heldOut: readonly HeldOutScore[];
}

/** 256 features and some hundred pictures: without a strong ridge the fit learns the pictures. */
const TEXTURE_RIDGE = 0.005;
const FUSION_RIDGE = 0.003;
/**
 * What the network's own log odds count for. Set, not fitted: it alone has learned from real attacks, and
 * on drawn ones the fit would give it nothing. The texture is fitted as a correction of them. ADR 0023
 * has what 0.5 and 1 give.
 */
const NETWORK_WEIGHT = 0.7;
/**
 * Share of living people that the operating point may refuse, held out. How often attacks pass is no
 * measure for it: drawn attacks are not those that will come. At 0.03 it hung on one photograph of 55,
 * which made 16 of the 487 pictures.
 */
const LIVE_REFUSED = 0.05;
const FOLDS = 4;
/**
 * Share of the living whose correction by the texture is the most that it speaks for anybody. Drawn attacks
 * teach it what is suspicious; what the network, which has seen real ones, is sure of it must not excuse.
 */
const CEILING = 0.75;

interface HeldOutExample extends BalancedExample {
  readonly features: readonly number[];
  readonly attack: string;
}

/**
 * Fits the texture on all pictures. The fusion is fitted on textures that were fitted without the
 * person and without the kind of attack they judge, so that it trusts them no more than a new kind deserves.
 */
export function fitEvidence(observed: readonly LabelledObservation[]): FittedEvidence {
  const examples = judgeHeldOut(observed);
  const rest = fitBalanced(examples, FUSION_RIDGE);
  const weights = [NETWORK_WEIGHT, ...rest.weights].map(shorten);
  const fusion = { bias: shorten(chooseBias(examples, weights)), weights };
  const heldOut = examples.map(({ isLive, attack, features, offset }) => {
    const [texture = 0, grid = 0] = features;
    const cues = { network: offset / NETWORK_WEIGHT, texture, grid };
    return { isLive, attack, score: fuseCues(fusion, cues) };
  });
  return { texture: fitTexture(observed), fusion, heldOut };
}

/** Living people are judged once for every kind that a texture did without. */
function judgeHeldOut(observed: readonly LabelledObservation[]): HeldOutExample[] {
  const kinds = [...new Set(observed.filter(({ isLive }) => !isLive).map(({ attack }) => attack))];
  const people = [...new Set(observed.map(({ person }) => person))].sort();
  const foldOf = new Map(people.map((person, index) => [person, index % FOLDS]));
  return Array.from({ length: FOLDS }).flatMap((_, fold) =>
    kinds.flatMap((kind) => {
      const isIn = ({ person }: LabelledObservation) => foldOf.get(person) === fold;
      const strange = fitTexture(
        observed.filter((one) => !isIn(one) && (one.isLive || one.attack !== kind)),
      );
      const judged = observed.filter((one) => isIn(one) && (one.isLive || one.attack === kind));
      return judged.map((one) => toExample(one, strange));
    }),
  );
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
  const examples = observed.map(({ odds, features, isLive }) => ({
    features,
    isLive,
    offset: NETWORK_WEIGHT * odds,
  }));
  const { bias, weights } = fitBalanced(examples, TEXTURE_RIDGE);
  const linear = { bias: shorten(bias), weights: weights.map(shorten) };
  const living = observed.filter(({ isLive }) => isLive);
  const corrections = living.map(({ features }) => applyLinear(linear, features));
  return { ...linear, ceiling: shorten(percentile(corrections, CEILING)) };
}

function toExample(one: LabelledObservation, texture: Evidence['texture']): HeldOutExample {
  const [network = 0, ...features] = listCues(weighCues(texture, one, []));
  return { features, isLive: one.isLive, attack: one.attack, offset: NETWORK_WEIGHT * network };
}

function shorten(value: number): number {
  return Number(value.toPrecision(5));
}
