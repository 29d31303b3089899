import type { Evidence } from '../evidence/evidence.js';

/** One claim about a run, and what of the evidence is against it. */
export interface Proof {
  /** A sentence about the platform. */
  readonly claim: string;
  /** How much was looked at: a claim about nothing proves nothing. */
  readonly count: (evidence: Evidence) => number;
  /** What contradicts the claim, without personal data; empty when it holds. */
  readonly findProblems: (evidence: Evidence) => readonly string[];
}

export interface ProvenClaim {
  readonly claim: string;
  readonly count: number;
  readonly problems: readonly string[];
}

export function judge({ claim, count, findProblems }: Proof, evidence: Evidence): ProvenClaim {
  const looked = count(evidence);
  const nothing = looked === 0 ? ['There was nothing to look at.'] : [];
  return { claim, count: looked, problems: [...nothing, ...findProblems(evidence)] };
}
