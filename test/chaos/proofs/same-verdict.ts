import { FLOWS } from '../../../contract/flow.js';
import type { Evidence } from '../evidence/evidence.js';
import { Conduct, type PlannedSession } from '../plan/plan-sessions.js';
import type { ObservedSession } from '../session/observed-session.js';
import { findRow } from './find-row.js';
import type { Proof } from './proof.js';

/** Not what the models say of a picture: that a partner's server did not give one. */
const NO_PICTURE = 'REFERENCE_IMAGE_UNAVAILABLE';

/** A kill may delay a verdict and must not change it. Pictures that came once are compared with nothing. */
export const sameVerdict: Proof = {
  claim: 'The same pictures get the same verdict, whatever was killed while they were judged',
  count: (evidence) =>
    [...groupByPictures(evidence).values()].filter(({ length }) => length > 1).length,
  findProblems: (evidence) =>
    [...groupByPictures(evidence)].flatMap(([pictures, verdicts]) => {
      const different = [...new Set(verdicts)];
      return different.length > 1 ? [`${pictures}: ${different.join(' and ')}`] : [];
    }),
};

/** The verdict of each session, by what it was a verdict on. */
function groupByPictures(evidence: Evidence): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const session of evidence.sessions) {
    const row = findRow(evidence, session);
    if (!isJudged(session) || row === undefined || row.reasonCode === NO_PICTURE) continue;
    const pictures = describePictures(session.planned);
    const verdict = [row.status, row.result, row.reasonCode].map((part) => part ?? '–').join(' ');
    groups.set(pictures, [...(groups.get(pictures) ?? []), verdict]);
  }
  return groups;
}

function isJudged({ planned }: ObservedSession): boolean {
  return planned.conduct === Conduct.FINISH;
}

/** In the sandbox the user id stands for them. */
function describePictures(planned: PlannedSession): string {
  const { flow, environment, userId, person, isImpostor } = planned;
  if (environment === 'SANDBOX') return `${flow}, ${userId}`;
  const hasSelfie = FLOWS[flow].captures.includes('SELFIE');
  const whose = hasSelfie ? [isImpostor ? 'impostor' : 'self'] : [];
  return [flow, `person ${String(person)}`, ...whose].join(', ');
}
