import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { WireCode, type WireError } from '../../contract/wire-error.js';
import type { Partner } from '../../db/credential-store.js';
import type { Submission, SubmissionStore } from '../../db/submission-store.js';
import type { Authenticator, GrantCaller, PartnerCaller, UserCaller } from '../authenticate.js';
import { badRequest, forbidden, sessionOfAnotherUser, submissionDoesNotExist } from '../errors.js';
import { findHeaderProblems, readHeader, type ContractHeader } from '../request-headers.js';
import { isOfSession, type SessionDigests } from './is-of-session.js';

/** What of a request tells who asks for which submission. */
export interface AccessRequest {
  readonly headers: IncomingHttpHeaders;
  /** Where the call comes from. */
  readonly ip?: string | undefined;
}

/** A person's device in its submission. */
export interface UserVisit {
  readonly submission: Submission;
  /** Set for a phone that took over from another device. */
  readonly handoffId: string | null;
}

/** Which submission a request may see, by its token and the headers that name it. */
export interface SubmissionAccess {
  /**
   * For a capture app or SDK. `problems` are those of the query or body: told together with
   * missing headers.
   *
   * @throws ApiError 400 (1550, 1552), 401, 403 for a token of another submission
   */
  openForUser(request: AccessRequest, problems: readonly WireError[]): Promise<UserVisit>;
  /**
   * The same where the older SDK flow may begin: `begin` finds or makes the submission of a token
   * that was issued before there was one.
   */
  openOrBegin(
    request: AccessRequest,
    problems: readonly WireError[],
    begin: (caller: GrantCaller, partnerSessionId: string) => Promise<Submission>,
  ): Promise<UserVisit>;
  /**
   * For a partner's backend: by `x-submission-id` alone, else by the session and the user.
   *
   * @throws ApiError 400 (1550, 1552, 1553), 401, 403 for a user token
   */
  openForPartner(request: AccessRequest): Promise<Submission>;
  /** For either. A partner need not name the user. */
  openForEither(request: AccessRequest): Promise<Submission>;
}

export interface SubmissionAccessOptions {
  readonly authenticator: Authenticator;
  readonly submissions: Pick<SubmissionStore, 'find' | 'findByPartnerSession'>;
  readonly sessionDigests: SessionDigests;
}

/** Headers of every call that a capture app or SDK makes. */
const CAPTURE_HEADERS = ['x-onekyc-token', 'x-partner-session-id', 'x-sdk-session-id'] as const;

const SESSION_HEADERS = ['x-partner-session-id'] as const;

/**
 * A session alone does not do where a person's data is told, unless the partner is set to
 * `lenientDetailsHeaders`: contract §8 and §14.2.
 */
const STRICT_SESSION_HEADERS = [
  'x-partner-session-id',
  'x-partner-user-id',
  'x-partner-user-id-type',
] as const;

export function createSubmissionAccess(options: SubmissionAccessOptions): SubmissionAccess {
  const { authenticator } = options;

  async function authenticateUser(
    { headers, ip }: AccessRequest,
    problems: readonly WireError[],
  ): Promise<UserCaller | GrantCaller> {
    const token = readHeader(headers, 'x-onekyc-token');
    const caller = token === undefined ? null : await authenticator.authenticateUser(token, ip);
    const missing = findHeaderProblems(headers, CAPTURE_HEADERS, WireCode.MISSING);
    const all = [...missing, ...problems];
    if (caller === null || all.length > 0) throw badRequest(all);
    return caller;
  }

  return {
    async openForUser(request, problems) {
      const caller = await authenticateUser(request, problems);
      return openVisit(options, request.headers, caller);
    },

    async openOrBegin(request, problems, begin) {
      const caller = await authenticateUser(request, problems);
      if (caller.scope === 'user') return openVisit(options, request.headers, caller);
      const sessionId = readHeader(request.headers, 'x-partner-session-id') ?? '';
      const submission = await begin(caller, sessionId);
      refuseUnlessNamed(options, request.headers, submission);
      return { submission, handoffId: null };
    },

    async openForPartner({ headers, ip }) {
      const token = readHeader(headers, 'x-onekyc-token');
      const caller =
        token === undefined ? null : await authenticator.authenticatePartner(token, ip);
      const isLenient = caller?.partner.settings.lenientDetailsHeaders === true;
      const required = isLenient ? SESSION_HEADERS : STRICT_SESSION_HEADERS;
      const problems = findKeyProblems(headers, required);
      if (caller === null || problems.length > 0) throw badRequest(problems);
      return findForPartner(options, headers, caller);
    },

    async openForEither({ headers, ip }) {
      const token = readHeader(headers, 'x-onekyc-token');
      const caller = token === undefined ? null : await authenticator.authenticate(token, ip);
      const problems =
        caller?.scope === 'partner'
          ? findKeyProblems(headers, SESSION_HEADERS)
          : findHeaderProblems(headers, CAPTURE_HEADERS, WireCode.MISSING);
      if (caller === null || problems.length > 0) throw badRequest(problems);
      if (caller.scope === 'partner') return findForPartner(options, headers, caller);
      return (await openVisit(options, headers, caller)).submission;
    },
  };
}

type Stores = Pick<SubmissionAccessOptions, 'submissions' | 'sessionDigests'>;

function findKeyProblems(
  headers: IncomingHttpHeaders,
  sessionHeaders: readonly ContractHeader[],
): readonly WireError[] {
  const isKeyedById = readHeader(headers, 'x-submission-id') !== undefined;
  const required = ['x-onekyc-token' as const, ...(isKeyedById ? [] : sessionHeaders)];
  return findHeaderProblems(headers, required, WireCode.MISSING);
}

async function openVisit(
  stores: Stores,
  headers: IncomingHttpHeaders,
  caller: UserCaller | GrantCaller,
): Promise<UserVisit> {
  const submissionId = caller.scope === 'user' ? caller.submissionId : caller.grant.submissionId;
  const submission = submissionId === null ? null : await stores.submissions.find(submissionId);
  if (submission === null) throw submissionDoesNotExist();
  refuseUnlessNamed(stores, headers, submission);
  return { submission, handoffId: caller.scope === 'user' ? caller.handoffId : null };
}

/** The headers must name the token's submission: an app that mixes up two sessions is told. */
function refuseUnlessNamed(
  { sessionDigests }: Stores,
  headers: IncomingHttpHeaders,
  submission: Submission,
): void {
  const named = readHeader(headers, 'x-submission-id') ?? submission.id;
  if (named.toLowerCase() !== submission.id) throw forbidden();
  const sessionId = readHeader(headers, 'x-partner-session-id') ?? '';
  if (!isOfSession(submission, sessionId, sessionDigests)) throw forbidden();
}

/**
 * What belongs to another partner does not exist, nor does what was begun with credentials of the
 * other environment: those of the sandbox are held to no IP list. Whose an erased one was is not
 * known any more, so that nobody is told apart.
 */
async function findForPartner(
  stores: Stores,
  headers: IncomingHttpHeaders,
  { partner, environment }: PartnerCaller,
): Promise<Submission> {
  const found = await findByKey(stores.submissions, headers, partner);
  if (found?.partnerCode !== partner.code) throw submissionDoesNotExist();
  if (found.environment !== environment) throw submissionDoesNotExist();
  const sessionId = readHeader(headers, 'x-partner-session-id');
  const isNamed = sessionId === undefined || isOfSession(found, sessionId, stores.sessionDigests);
  if (!isNamed) throw submissionDoesNotExist();
  if (found.erasedAt !== null) return found;
  const userId = readHeader(headers, 'x-partner-user-id') ?? found.partnerUserId;
  const userIdType = readHeader(headers, 'x-partner-user-id-type') ?? found.partnerUserIdType;
  if (userId !== found.partnerUserId || userIdType !== found.partnerUserIdType) {
    throw sessionOfAnotherUser();
  }
  return found;
}

async function findByKey(
  submissions: Stores['submissions'],
  headers: IncomingHttpHeaders,
  partner: Partner,
): Promise<Submission | null> {
  const submissionId = readHeader(headers, 'x-submission-id')?.toLowerCase();
  if (submissionId !== undefined) {
    // Postgres refuses to compare a uuid with anything else.
    return z.uuid().safeParse(submissionId).success ? submissions.find(submissionId) : null;
  }
  const sessionId = readHeader(headers, 'x-partner-session-id');
  return sessionId === undefined ? null : submissions.findByPartnerSession(partner.code, sessionId);
}
