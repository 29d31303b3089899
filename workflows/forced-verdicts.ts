import type { CheckVerdict } from '../contract/check-verdict.js';
import type { CheckName, Flow } from '../contract/flow.js';
import { sandboxCaptures, sandboxCheckOf, type SandboxOutcome } from '../contract/sandbox.js';

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
  const check = sandboxCheckOf(reasonCode, checks);
  if (outcome.kind === 'INVALID') return { check, verdict: 'REJECT', reasonCode };
  const isOver = outcome.kind === 'RETRY' && attempt > 1;
  const captures = sandboxCaptures(check, flow.captures);
  return isOver ? null : { check, verdict: 'RETRY', reasonCode, captures };
}
