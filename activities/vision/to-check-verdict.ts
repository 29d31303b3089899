import type { CheckVerdict } from '../../contract/check-verdict.js';
import type { CheckName, DocumentType } from '../../contract/flow.js';
import { FailureType } from '../failure-type.js';
import { finalFailure } from '../failure.js';
import type { ModelVerdict } from './vision-models.js';

/** `captures` are the ones to take again should the model ask for it. */
export function toCheckVerdict(
  check: CheckName,
  { verdict, reasonCode }: ModelVerdict,
  captures: readonly DocumentType[],
): CheckVerdict {
  if (verdict === 'PASS') return { check, verdict };
  if (reasonCode === null) {
    throw finalFailure(FailureType.Unexpected, `the ${check} check gives no reason`);
  }
  return verdict === 'RETRY'
    ? { check, verdict, reasonCode, captures }
    : { check, verdict, reasonCode };
}
