import {
  QUALITY_CODES,
  TECHNICAL_CODES,
  VERDICT_CODES,
  type QualityCode,
  type TechnicalCode,
  type VerdictCode,
} from './reason-code.js';

/** Credentials of which environment began a submission. Production never reaches the sandbox. */
export const PartnerEnvironment = { PRODUCTION: 'PRODUCTION', SANDBOX: 'SANDBOX' } as const;
export type PartnerEnvironment = (typeof PartnerEnvironment)[keyof typeof PartnerEnvironment];

/** How a sandbox submission is made to go, instead of looking at its captures. */
export type SandboxOutcome =
  | { readonly kind: 'VALID' }
  | { readonly kind: 'INVALID'; readonly reasonCode: VerdictCode }
  | { readonly kind: 'ERROR'; readonly reasonCode: TechnicalCode }
  | {
      /** `RETRY`: the first attempt is asked for again; `EXHAUST`: every one, until none is left. */
      readonly kind: 'RETRY' | 'EXHAUST';
      readonly reasonCode: QualityCode | VerdictCode;
    };

export interface SandboxScenario {
  readonly outcome: SandboxOutcome;
  /** Waited after each confirm. */
  readonly delaySeconds: number;
}

const MAX_DELAY_SECONDS = 3600;

const USER_ID =
  /^SANDBOX-(?<kind>VALID|INVALID|ERROR|RETRY|EXHAUST)(?:-(?<code>[A-Z_]+))?(?:-AFTER-(?<delay>\d{1,4}))?$/;

/**
 * `SANDBOX-VALID`, `SANDBOX-INVALID-<verdict code>`, `SANDBOX-ERROR-<technical code>`,
 * `SANDBOX-RETRY-<quality or verdict code>`, `SANDBOX-EXHAUST-<the same>`, each with
 * `-AFTER-<seconds>` behind it, up to an hour. Null for every other id.
 */
export function parseSandboxUserId(partnerUserId: string): SandboxScenario | null {
  const match = USER_ID.exec(partnerUserId);
  if (match?.groups === undefined) return null;
  const { kind, code, delay } = match.groups;
  const outcome = toOutcome(kind, code);
  const delaySeconds = Number(delay ?? 0);
  return outcome === null || delaySeconds > MAX_DELAY_SECONDS ? null : { outcome, delaySeconds };
}

function toOutcome(kind: string | undefined, code: string | undefined): SandboxOutcome | null {
  if (kind === 'VALID') return code === undefined ? { kind } : null;
  if (kind === 'INVALID') {
    const reasonCode = VERDICT_CODES.find((known) => known === code);
    return reasonCode === undefined ? null : { kind, reasonCode };
  }
  if (kind === 'ERROR') {
    const reasonCode = TECHNICAL_CODES.find((known) => known === code);
    return reasonCode === undefined ? null : { kind, reasonCode };
  }
  if (kind === 'RETRY' || kind === 'EXHAUST') {
    const reasonCode = [...QUALITY_CODES, ...VERDICT_CODES].find((known) => known === code);
    return reasonCode === undefined ? null : { kind, reasonCode };
  }
  return null;
}
