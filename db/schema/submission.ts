import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { CaptureTries } from '../../contract/capture.js';
import type { Challenge } from '../../contract/challenge.js';
import type { DocumentType, FlowName } from '../../contract/flow.js';
import type { ReasonCode } from '../../contract/reason-code.js';
import type { PartnerEnvironment } from '../../contract/sandbox.js';
import { DEFAULT_POLICY, type SubmissionPolicy } from '../../contract/submission-policy.js';
import type {
  NextAction,
  ResultScreen,
  SubmissionResult,
  SubmissionSource,
  SubmissionStatus,
} from '../../contract/submission.js';
import { partner } from './partner.js';

/**
 * One verification run. The workflow is the source of truth; the row is its projection, with two
 * exceptions that the API owns: the facts given at initiate, and `confirmedAttempt`.
 */
export const submission = pgTable(
  'submission',
  {
    id: uuid().primaryKey(),
    partnerCode: text('partner_code')
      .notNull()
      .references(() => partner.code),
    /** Of an erased submission a keyed digest, see `keys/erased-session-digests.ts`. */
    partnerSessionId: text('partner_session_id').notNull(),
    /** Empty once the submission is erased. */
    partnerUserId: text('partner_user_id').notNull(),
    partnerUserIdType: text('partner_user_id_type').notNull(),
    flow: text().$type<FlowName>().notNull(),
    /** Of the credential that began it: only `SANDBOX` obeys a sandbox user id. */
    environment: text().$type<PartnerEnvironment>().notNull().default('PRODUCTION'),
    source: text().$type<SubmissionSource>().notNull(),
    /** SHA-256 hex of what initiate was called with: tells a repetition from a reuse of the id. */
    requestDigest: text('request_digest').notNull(),
    /** In the launch URL instead of the submission id. */
    publicId: text('public_id').notNull().unique(),
    successRedirectionUrl: text('success_redirection_url'),
    failureRedirectionUrl: text('failure_redirection_url'),
    theme: text().notNull().default('NO_PREFERENCE'),
    userLocale: text('user_locale').notNull().default('id_ID'),
    allowQr: boolean('allow_qr').notNull().default(false),
    forceQr: boolean('force_qr').notNull().default(false),
    policy: jsonb().$type<SubmissionPolicy>().notNull().default(DEFAULT_POLICY),
    resultScreen: text('result_screen').$type<ResultScreen>().notNull(),
    status: text().$type<SubmissionStatus>().notNull().default('IN_PROGRESS'),
    result: text().$type<SubmissionResult>(),
    reasonCode: text('reason_code').$type<ReasonCode>(),
    nextAction: text('next_action').$type<NextAction>(),
    /** The captures that the open attempt asks for; empty once the submission has ended. */
    awaiting: jsonb().$type<readonly DocumentType[]>().notNull(),
    /** What the open attempt has to answer besides; null when nothing. */
    challenge: jsonb().$type<Challenge>(),
    /** The last attempt that was confirmed; ahead of `judgedAttempt` while one is processed. */
    confirmedAttempt: integer('confirmed_attempt').notNull().default(0),
    judgedAttempt: integer('judged_attempt').notNull().default(0),
    /** By the attempts that were judged. */
    tries: jsonb().$type<CaptureTries>().notNull().default({}),
    /** When its workflow was started; null while nobody has noted that it was. */
    startedAt: timestamp('started_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** When its workflow ended it, by the workflow's clock: the write may have waited since. */
    processedAt: timestamp('processed_at', { withTimezone: true }),
    /**
     * When that was written, by the database's clock: until then upload addresses were given. Null where an earlier
     * version has written it.
     */
    closedAt: timestamp('closed_at', { withTimezone: true }),
    /** When objects that nothing refers to were removed; null until some time after the end. */
    tidiedAt: timestamp('tidied_at', { withTimezone: true }),
    /** When everything personal was erased; status, reason and times stay. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
  },
  (table) => [
    // Few at a time: what an initiate has left without its workflow.
    index('submission_unstarted')
      .on(table.createdAt)
      .where(sql`${table.startedAt} is null and ${table.status} = 'IN_PROGRESS'`),
    unique('submission_partner_session').on(table.partnerCode, table.partnerSessionId),
    // What retention and an erasure of a partner user look for.
    index('submission_kept')
      .on(table.partnerCode, table.processedAt)
      .where(sql`${table.erasedAt} is null`),
    index('submission_partner_user')
      .on(table.partnerCode, table.partnerUserId)
      .where(sql`${table.erasedAt} is null`),
    index('submission_untidied')
      .on(table.processedAt)
      .where(sql`${table.tidiedAt} is null and ${table.erasedAt} is null`),
    index('submission_in_flight')
      .on(table.confirmedAttempt)
      .where(
        sql`${table.status} = 'IN_PROGRESS' and ${table.environment} = 'PRODUCTION' and ${table.confirmedAttempt} > ${table.judgedAttempt}`,
      ),
    // Few at a time: what a partner's share of face matches is counted by.
    index('submission_unjudged_match')
      .on(table.partnerCode)
      .where(
        sql`${table.status} = 'IN_PROGRESS' and ${table.flow} = 'FACE_MATCH' and ${table.confirmedAttempt} > ${table.judgedAttempt}`,
      ),
    check('submission_status', sql`${table.status} in ('IN_PROGRESS', 'COMPLETED', 'ERROR')`),
    check(
      'submission_result',
      sql`(${table.result} is not null) = (${table.status} = 'COMPLETED')`,
    ),
  ],
);
