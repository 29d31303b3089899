/**
 * How much of a submission is erased. `IMAGES`: what is in the object store. `ALL`: that, every
 * other personal value and the histories; status, reason and times stay.
 */
export const ErasureScope = { IMAGES: 'IMAGES', ALL: 'ALL' } as const;
export type ErasureScope = (typeof ErasureScope)[keyof typeof ErasureScope];

/** Why: an operator was asked to, or the partner's retention is over. */
export const ErasureRule = { REQUEST: 'REQUEST', RETENTION: 'RETENTION' } as const;
export type ErasureRule = (typeof ErasureRule)[keyof typeof ErasureRule];

/** Which erasure: a submission has one of each scope at most. */
export interface ErasureKey {
  readonly submissionId: string;
  readonly scope: ErasureScope;
}

/** What an erasure has found and erased, counted once however often its steps are repeated. */
export interface ErasureCounts {
  /** Of `assessment` with fields of a card. */
  readonly cardFields: number;
  readonly captures: number;
  readonly selfieFingerprints: number;
  readonly userGrants: number;
  /** Launch tokens, browser sessions and hand-offs. */
  readonly browserEntries: number;
  /** Excerpts of what the partner's server answered. */
  readonly answerExcerpts: number;
}

export const NOTHING_COUNTED: ErasureCounts = {
  cardFields: 0,
  captures: 0,
  selfieFingerprints: 0,
  userGrants: 0,
  browserEntries: 0,
  answerExcerpts: 0,
};

/** `typ` of a proof: no token of ours has it, and a proof is no token. */
export const PROOF_TYPE = 'kenali-erasure+jwt';
