import { uuidv7 } from 'uuidv7';
import type { AdministrationStores } from './administration-stores.js';

/** What the audit log tells of a change, or of a look at what is about a person. */
export interface AuditedAct {
  readonly action: AuditAction;
  readonly partnerCode?: string;
  /** Old and new values, or what was looked at; no secrets, no header values, no personal data. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export const AuditAction = {
  PARTNER_CREATED: 'partner.created',
  PARTNER_RENAMED: 'partner.renamed',
  SETTINGS_CHANGED: 'partner.settings.changed',
  KEY_ISSUED: 'partner.key.issued',
  KEY_REVOKED: 'partner.key.revoked',
  CALLBACK_SET: 'partner.callback.set',
  CALLBACK_ENABLED: 'partner.callback.enabled',
  CALLBACK_REMOVED: 'partner.callback.removed',
  CALLBACK_SECRET_ROTATED: 'partner.callback.secret.rotated',
  CALLBACK_SECRET_DROPPED: 'partner.callback.secret.dropped',
  REFERENCE_IMAGE_SET: 'partner.reference-image.set',
  REFERENCE_IMAGE_REMOVED: 'partner.reference-image.removed',
  OPERATOR_KEY_CREATED: 'operator.key.created',
  OPERATOR_KEY_REVOKED: 'operator.key.revoked',
  DELIVERY_REPLAYED: 'delivery.replayed',
  DELIVERY_TESTED: 'delivery.tested',
  ERASURE_REQUESTED: 'erasure.requested',
  RECONCILIATION_ASKED: 'reconciliation.asked',
  LEGAL_HOLD_PLACED: 'hold.placed',
  LEGAL_HOLD_RELEASED: 'hold.released',
  DATA_KEY_RENEWED: 'keys.data-key.renewed',
  DATA_KEYS_RESEALED: 'keys.data-key.resealed',
  DATA_KEYS_RETIRED: 'keys.data-key.retired',
  KEYS_REWRAPPED: 'keys.rewrapped',
  ASSESSMENTS_READ: 'submission.assessments.read',
  DETAILS_READ: 'submission.details.read',
  PAYLOADS_DECODED: 'payloads.decoded',
} as const;
export type AuditAction = (typeof AuditAction)[keyof typeof AuditAction];

/** Adds the entry to the audit log, in the transaction that `stores` are of. */
export async function recordAct(
  { audit }: AdministrationStores,
  by: { readonly actor: string; readonly at: Date },
  { action, partnerCode, detail }: AuditedAct,
): Promise<void> {
  await audit.add({ id: uuidv7(), ...by, action, partnerCode: partnerCode ?? null, detail });
}
