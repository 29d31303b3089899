import type { Subject } from '../contract/schema/operator/erasure.js';
import type { PartnerUser } from '../db/legal-hold-store.js';
import { notFound } from './administration-error.js';
import type { AdministrationStores } from './administration-stores.js';
import { lockPartner } from './known-partner.js';

/** Whom or what an operator names. */
export type FoundSubject =
  | { readonly kind: 'SUBMISSION'; readonly partnerCode: string; readonly submissionId: string }
  | { readonly kind: 'PARTNER_USER'; readonly partnerCode: string; readonly user: PartnerUser };

/**
 * The subject, with its partner locked until the transaction ends: no erasure begins while a legal
 * hold is placed, and no hold is placed while one begins.
 *
 * @throws AdministrationError NOT_FOUND
 */
export async function lockSubject(
  stores: AdministrationStores,
  subject: Subject,
): Promise<FoundSubject> {
  if (!('submissionId' in subject)) {
    const { partnerCode } = subject;
    await lockPartner(stores, partnerCode);
    return { kind: 'PARTNER_USER', partnerCode, user: subject };
  }
  const { submissionId } = subject;
  const partnerCode = await stores.kept.findPartnerCode(submissionId);
  if (partnerCode === null) throw notFound('There is no such submission.');
  await lockPartner(stores, partnerCode);
  return { kind: 'SUBMISSION', partnerCode, submissionId };
}
