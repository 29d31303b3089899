import {
  parseSandboxUserId,
  SANDBOX_USER_ID_PREFIX,
  type PartnerEnvironment,
} from '../contract/sandbox.js';
import type { WireError } from '../contract/wire-error.js';
import { badRequest } from './errors.js';
import { invalid } from './request-problems.js';

/** A mistyped sandbox user id would be taken for a real person's and judged in earnest. */
export function findSandboxProblems(
  partnerUserId: string,
  environment: PartnerEnvironment,
): readonly WireError[] {
  const isMeant = environment === 'SANDBOX' && partnerUserId.startsWith(SANDBOX_USER_ID_PREFIX);
  if (!isMeant || parseSandboxUserId(partnerUserId) !== null) return [];
  const message = 'No such sandbox user id. The partner guide lists them.';
  return [{ ...invalid('PARTNER_USER_ID', 'x-partner-user-id'), message }];
}

/** @throws ApiError 400 */
export function refuseMistypedSandboxUser(
  partnerUserId: string,
  environment: PartnerEnvironment,
): void {
  const problems = findSandboxProblems(partnerUserId, environment);
  if (problems.length > 0) throw badRequest(problems);
}
