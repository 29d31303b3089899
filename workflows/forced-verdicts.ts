import type { CheckVerdict } from '../contract/check-verdict.js';
import { CHECK_INPUTS, type CheckName, type Flow } from '../contract/flow.js';
import type { ReasonCode } from '../contract/reason-code.js';
import type { SandboxOutcome } from '../contract/sandbox.js';

/**
 * The verdicts that make a sandbox attempt go as its user id says. All checks pass but the one that
 * the reason is about.
 *
 * @param attempt counts from 1
 */
export function forceVerdicts(
  outcome: Exclude<SandboxOutcome, { kind: 'ERROR' }>,
  attempt: number,
  { flow, checks }: { readonly flow: Flow; readonly checks: readonly CheckName[] },
): readonly CheckVerdict[] {
  const forced = findForced(outcome, attempt, { flow, checks });
  return checks.map((check) =>
    forced?.check === check ? forced : { check, verdict: 'PASS' as const },
  );
}

function findForced(
  outcome: Exclude<SandboxOutcome, { kind: 'ERROR' }>,
  attempt: number,
  { flow, checks }: { readonly flow: Flow; readonly checks: readonly CheckName[] },
): CheckVerdict | null {
  if (outcome.kind === 'VALID') return null;
  const { reasonCode } = outcome;
  const check = checkOf(reasonCode, checks);
  if (outcome.kind === 'INVALID') return { check, verdict: 'REJECT', reasonCode };
  const isOver = outcome.kind === 'RETRY' && attempt > 1;
  const captures = flow.captures.filter((capture) => CHECK_INPUTS[check].includes(capture));
  return isOver ? null : { check, verdict: 'RETRY', reasonCode, captures };
}

/** The check that a forced reason is told by: the one it is about, else the flow's first. */
function checkOf(reasonCode: ReasonCode, checks: readonly CheckName[]): CheckName {
  const fitting = checks.find((check) => isAbout(reasonCode, check));
  const [first] = checks;
  if (first === undefined) throw new Error('a flow makes at least one check');
  return fitting ?? first;
}

function isAbout(reasonCode: ReasonCode, check: CheckName): boolean {
  switch (check) {
    case 'DOCUMENT':
      return /KTP|NIK|UNDERAGE/.test(reasonCode);
    case 'LIVENESS':
      return /^(FACE_(?!MATCH)|MULTIPLE_FACES|LIVENESS|CHALLENGE|FRAUD)/.test(reasonCode);
    case 'FACE_MATCH':
    case 'REFERENCE_MATCH':
      return reasonCode === 'FACE_MATCH_FAILED';
  }
}
