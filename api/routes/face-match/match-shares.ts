import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import type { PartnerCaller } from '../../authenticate.js';
import { serviceUnavailable } from '../../errors.js';
import { createShares } from '../../shares.js';
import { UNBOUNDED } from '../../turns.js';

/**
 * What one partner may have of face matches whose images are fetched. Until they are here or given up, after some
 * twenty seconds, such a match counts towards the backlog, though no model has work with it.
 */
export interface MatchShares {
  /**
   * Runs what begins such a match, unless the caller has its share of those that are not judged.
   *
   * @throws ApiError 503 before anything is run
   */
  begin<T>(caller: PartnerCaller, run: () => Promise<T>): Promise<T>;
}

export interface MatchSharesOptions {
  /** Face matches of a partner that have their images, or are to fetch them, and are not judged. */
  readonly countUnjudged: (partnerCode: string, environment: PartnerEnvironment) => Promise<number>;
  /** From so many attempts on the backlog is full. */
  readonly limit: number;
}

/**
 * Of the backlog's limit: ten by default. They hold 20 of the 50 places for images of a sessions worker, and ten
 * that come back within two seconds are more than two cores judge.
 */
const SHARE = 1 / 10;

/** Sandbox and production each have their own: what waits in the sandbox uses up nothing of production. */
export function createMatchShares({ countUnjudged, limit }: MatchSharesOptions): MatchShares {
  const atMost = Math.ceil(limit * SHARE);
  // Who is being begun is not among the counted yet: of a burst a second share gets in at most.
  const beginning = createShares(UNBOUNDED, atMost);

  return {
    begin: ({ partner, environment }, run) =>
      beginning.run(`${partner.code} ${environment}`, async () => {
        const count = await countUnjudged(partner.code, environment);
        if (count >= atMost) throw serviceUnavailable(new MatchShareTakenError());
        return run();
      }),
  };
}

/** For the log. */
class MatchShareTakenError extends Error {
  override readonly name = 'MatchShareTakenError';
}
