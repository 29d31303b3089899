import { parseSandboxUserId, type PartnerEnvironment } from '../contract/sandbox.js';
import type { WireError } from '../contract/wire-error.js';
import { badRequest } from './errors.js';
import { invalid } from './request-problems.js';

/**
 * With sandbox credentials nobody is judged in earnest: whoever holds them could else have a real
 * person's id answered `VALID`, or have that person's reference image fetched.
 */
export function findSandboxProblems(
  partnerUserId: string,
  environment: PartnerEnvironment,
): readonly WireError[] {
  if (environment !== 'SANDBOX' || parseSandboxUserId(partnerUserId) !== null) return [];
  const message = 'Sandbox credentials take sandbox user ids alone. The partner guide lists them.';
  return [{ ...invalid('PARTNER_USER_ID', 'x-partner-user-id'), message }];
}

/** @throws ApiError 400 */
export function refuseForeignSandboxUser(
  partnerUserId: string,
  environment: PartnerEnvironment,
): void {
  const problems = findSandboxProblems(partnerUserId, environment);
  if (problems.length > 0) throw badRequest(problems);
}
