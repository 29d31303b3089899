import type { ReasonCode } from './reason-code.js';

/**
 * What follows from what a model or a check saw. `PASS`: nothing speaks against it. `RETRY`: another picture may
 * say more. `REJECT`: no other picture would.
 */
export type Judgement =
  | { readonly verdict: 'PASS'; readonly reasonCode: null }
  | { readonly verdict: 'RETRY' | 'REJECT'; readonly reasonCode: ReasonCode };

export type Verdict = Judgement['verdict'];
