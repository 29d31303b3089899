import type { CheckVerdict } from '../../contract/check-verdict.js';
import type { Assessment, AssessmentStore } from '../../db/assessment-store.js';
import type { AttemptInput, SandboxActivities } from '../activity-types.js';
import { guardActivity } from '../failure.js';
import { SPECIMEN_CARD, SPECIMEN_CONFIDENCE } from './specimen-card.js';

const PASSING_SCORE = 0.99;
const FAILING_SCORE = 0.01;

/** What stands in the details of a sandbox submission: the forced verdicts, about nobody. */
export function createSandboxActivities(
  assessments: Pick<AssessmentStore, 'saveAssessment'>,
): SandboxActivities {
  return {
    recordForcedVerdicts: guardActivity(async ({ verdicts, ...place }) => {
      for (const verdict of verdicts)
        await assessments.saveAssessment(toAssessment(place, verdict));
    }),
  };
}

function toAssessment(place: AttemptInput, verdict: CheckVerdict): Assessment {
  const isPassed = verdict.verdict === 'PASS';
  const isDocument = verdict.check === 'DOCUMENT';
  return {
    ...place,
    check: verdict.check,
    verdict: verdict.verdict,
    reasonCode: isPassed ? null : verdict.reasonCode,
    score: isDocument ? null : isPassed ? PASSING_SCORE : FAILING_SCORE,
    signs: null,
    documentQuality: null,
    ktp:
      isDocument && isPassed
        ? { ktpDetails: SPECIMEN_CARD, ktpConfidence: SPECIMEN_CONFIDENCE }
        : null,
    durationMs: 0,
  };
}
