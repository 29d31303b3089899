import type { Evidence } from '../evidence/evidence.js';
import { Conduct } from '../plan/plan-sessions.js';
import type { ObservedSession } from '../session/observed-session.js';
import { findRow } from './find-row.js';
import type { Proof } from './proof.js';

/** Not what the models say of a picture: that a partner's server did not give one. */
const NO_PICTURE = 'REFERENCE_IMAGE_UNAVAILABLE';

/** A kill may delay a verdict and must not change it. */
export const sameVerdict: Proof = {
  claim: 'The same pictures get the same verdict, whatever was killed while they were judged',
  count: (evidence) => groupByPictures(evidence).size,
  findProblems: (evidence) =>
    [...groupByPictures(evidence)].flatMap(([pictures, verdicts]) =>
      verdicts.size > 1 ? [`${pictures}: ${[...verdicts].join(' and ')}`] : [],
    ),
};

function groupByPictures(evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const session of evidence.sessions) {
    const row = findRow(evidence, session);
    if (!isJudged(session) || row === undefined || row.reasonCode === NO_PICTURE) continue;
    const { flow, person, isImpostor, environment, userId } = session.planned;
    const judgedBy = environment === 'SANDBOX' ? userId : `person ${String(person)}`;
    const pictures = [flow, judgedBy, isImpostor ? 'impostor' : 'self'].join(', ');
    const verdict = [row.status, row.result, row.reasonCode].map((part) => part ?? '–').join(' ');
    groups.set(pictures, (groups.get(pictures) ?? new Set()).add(verdict));
  }
  return groups;
}

function isJudged({ planned }: ObservedSession): boolean {
  return planned.conduct === Conduct.FINISH;
}
