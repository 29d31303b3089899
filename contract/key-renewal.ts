/**
 * For how long a process goes on sealing with a data key after a younger one was made: it asks for the
 * youngest once in that time.
 */
export const ACTIVE_KEY_MS = 60_000;

/**
 * How long after that what was sealed may still be on its way to where it is stored: a confirm, a check, a
 * fetched image. Each of them is given up within a minute.
 */
const LATE_WRITE_MS = 4 * 60_000;

/** From then on after a renewal nothing new is sealed by an older key. */
export const RENEWAL_QUIET_MS = ACTIVE_KEY_MS + LATE_WRITE_MS;

/** One look through all that is sealed of a partner. */
export interface KeyRenewalPass {
  /** What seals in this pass. */
  readonly dataKeyId: string;
  /** The submission after which the pass goes on; null from the first. */
  readonly after: string | null;
  /** How much this pass has found that older keys have sealed. */
  readonly found: number;
  /** How much of that does not open, so that it stays as it is. */
  readonly unopened: number;
}

export interface KeyRenewalInput {
  readonly partnerCode: string;
  /** Of the run before, which has grown too long a history. */
  readonly pass?: KeyRenewalPass;
}

/** Signal to the workflow: another data key was made, or a renewal is to go on. */
export const KEY_RENEWED = 'keyRenewed';
