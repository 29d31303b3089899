import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { WireCode, type WireError } from '../../../contract/wire-error.js';
import type { Partner } from '../../../db/credential-store.js';
import type { Submission, SubmissionStore } from '../../../db/submission-store.js';
import type { Authenticator } from '../../authenticate.js';
import {
  badRequest,
  forbidden,
  sessionOfAnotherUser,
  submissionDoesNotExist,
} from '../../errors.js';
import { findHeaderProblems, readHeader, type ContractHeader } from '../../request-headers.js';

/** Which submission a request may see, by its token and the headers that name it. */
export interface SubmissionAccess {
  /**
   * For a capture app or SDK. `problems` are those of the query or body: told together with
   * missing headers.
   *
   * @throws ApiError 400 (1550, 1552), 401, 403 for a token of another submission
   */
  openForUser(headers: IncomingHttpHeaders, problems: readonly WireError[]): Promise<Submission>;
  /**
   * For a partner's backend: by `x-submission-id` alone, else by the session and the user.
   *
   * @throws ApiError 400 (1550, 1552, 1553), 401, 403 for a user token
   */
  openForPartner(headers: IncomingHttpHeaders): Promise<Submission>;
  /** For either. A partner need not name the user. */
  openForEither(headers: IncomingHttpHeaders): Promise<Submission>;
}

export interface SubmissionAccessOptions {
  readonly authenticator: Authenticator;
  readonly submissions: SubmissionStore;
}

/** Headers of every call that a capture app or SDK makes. */
const CAPTURE_HEADERS = ['x-onekyc-token', 'x-partner-session-id', 'x-sdk-session-id'] as const;

const SESSION_HEADERS = ['x-partner-session-id'] as const;

/** A session alone does not do where a person's data is told: contract §8 and §14.2. */
const STRICT_SESSION_HEADERS = [
  'x-partner-session-id',
  'x-partner-user-id',
  'x-partner-user-id-type',
] as const;

export function createSubmissionAccess(options: SubmissionAccessOptions): SubmissionAccess {
  const { authenticator, submissions } = options;
  return {
    async openForUser(headers, problems) {
      const token = readHeader(headers, 'x-onekyc-token');
      const submissionId = token === undefined ? null : await authenticator.authenticateUser(token);
      const missing = findHeaderProblems(headers, CAPTURE_HEADERS, WireCode.MISSING);
      const all = [...missing, ...problems];
      if (submissionId === null || all.length > 0) throw badRequest(all);
      return findForUser(submissions, headers, submissionId);
    },

    async openForPartner(headers) {
      const token = readHeader(headers, 'x-onekyc-token');
      const partner = token === undefined ? null : await authenticator.authenticatePartner(token);
      const problems = findKeyProblems(headers, STRICT_SESSION_HEADERS);
      if (partner === null || problems.length > 0) throw badRequest(problems);
      return findForPartner(submissions, headers, partner);
    },

    async openForEither(headers) {
      const token = readHeader(headers, 'x-onekyc-token');
      const caller = token === undefined ? null : await authenticator.authenticate(token);
      const problems =
        caller?.scope === 'partner'
          ? findKeyProblems(headers, SESSION_HEADERS)
          : findHeaderProblems(headers, CAPTURE_HEADERS, WireCode.MISSING);
      if (caller === null || problems.length > 0) throw badRequest(problems);
      return caller.scope === 'partner'
        ? findForPartner(submissions, headers, caller.partner)
        : findForUser(submissions, headers, caller.submissionId);
    },
  };
}

function findKeyProblems(
  headers: IncomingHttpHeaders,
  sessionHeaders: readonly ContractHeader[],
): readonly WireError[] {
  const isKeyedById = readHeader(headers, 'x-submission-id') !== undefined;
  const required = ['x-onekyc-token' as const, ...(isKeyedById ? [] : sessionHeaders)];
  return findHeaderProblems(headers, required, WireCode.MISSING);
}

/** The headers must name the token's submission: an app that mixes up two sessions is told. */
async function findForUser(
  submissions: SubmissionStore,
  headers: IncomingHttpHeaders,
  submissionId: string,
): Promise<Submission> {
  const found = await submissions.find(submissionId);
  if (found === null) throw submissionDoesNotExist();
  const named = readHeader(headers, 'x-submission-id') ?? submissionId;
  if (named.toLowerCase() !== submissionId) throw forbidden();
  if (readHeader(headers, 'x-partner-session-id') !== found.partnerSessionId) throw forbidden();
  return found;
}

/** What belongs to another partner does not exist. */
async function findForPartner(
  submissions: SubmissionStore,
  headers: IncomingHttpHeaders,
  partner: Partner,
): Promise<Submission> {
  const found = await findByKey(submissions, headers, partner);
  if (found?.partnerCode !== partner.code) throw submissionDoesNotExist();
  const sessionId = readHeader(headers, 'x-partner-session-id') ?? found.partnerSessionId;
  if (sessionId !== found.partnerSessionId) throw submissionDoesNotExist();
  const userId = readHeader(headers, 'x-partner-user-id') ?? found.partnerUserId;
  const userIdType = readHeader(headers, 'x-partner-user-id-type') ?? found.partnerUserIdType;
  if (userId !== found.partnerUserId || userIdType !== found.partnerUserIdType) {
    throw sessionOfAnotherUser();
  }
  return found;
}

async function findByKey(
  submissions: SubmissionStore,
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
