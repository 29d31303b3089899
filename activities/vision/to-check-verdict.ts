import type { CheckVerdict } from '../../contract/check-verdict.js';
import type { CheckName, DocumentType } from '../../contract/flow.js';
import type { Judgement } from '../../contract/judgement.js';

/** `captures` are the ones to take again should the model ask for it. */
export function toCheckVerdict(
  check: CheckName,
  { verdict, reasonCode }: Judgement,
  captures: readonly DocumentType[],
): CheckVerdict {
  if (verdict === 'PASS') return { check, verdict };
  return verdict === 'RETRY'
    ? { check, verdict, reasonCode, captures }
    : { check, verdict, reasonCode };
}
