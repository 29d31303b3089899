import { CHECK_INPUTS, type CheckName, type DocumentType } from './flow.js';
import {
  QUALITY_CODES,
  TECHNICAL_CODES,
  VERDICT_CODES,
  type QualityCode,
  type ReasonCode,
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

/** The check that a forced reason is told by: the one it is about, else the flow's first. */
export function sandboxCheckOf(reasonCode: ReasonCode, checks: readonly CheckName[]): CheckName {
  const fitting = checks.find((check) => isAbout(reasonCode, check));
  const [first] = checks;
  if (first === undefined) throw new Error('a flow makes at least one check');
  return fitting ?? first;
}

/** The captures of the flow that the check looks at, to be taken again. */
export function sandboxCaptures(
  check: CheckName,
  captures: readonly DocumentType[],
): readonly DocumentType[] {
  return captures.filter((capture) => CHECK_INPUTS[check].includes(capture));
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
