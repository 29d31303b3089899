import type { z } from 'zod';
import type { FlowName } from '../../contract/flow.js';
import { SubmissionSource } from '../../contract/submission.js';
import { createCaptureClient, type CaptureClient } from './capture-client.js';
import {
  answers,
  type DetailsAnswer,
  type LaunchAnswer,
  type TokenAnswer,
} from './partner-answers.js';
import { PlatformRefusal } from './partner-errors.js';
import { callPlatform, type WireCall } from './partner-http.js';
import { createPartnerToken } from './partner-token.js';

export interface PartnerClientOptions {
  /** Origin of the platform, for instance `http://127.0.0.1:8080`. */
  readonly baseUrl: string;
  /** Origin of the Token Gateway where it differs. */
  readonly tokenUrl?: string;
  readonly partnerCode: string;
  readonly clientId: string;
  readonly passKey: string;
  /** Milliseconds since the epoch, for tests. */
  readonly now?: () => number;
}

/** The partner's own names for a person and for one session of that person. */
export interface PartnerSession {
  readonly partnerSessionId: string;
  readonly userId: string;
  readonly userIdType: string;
}

export interface LaunchOptions {
  readonly successRedirectionUrl: string;
  readonly failureRedirectionUrl: string;
  readonly userLocale?: string;
}

/** A partner's backend and its SDK, on the public contract alone. */
export interface PartnerClient extends CaptureClient {
  /** Fetches the partner token unless one with time left is held. */
  authenticate(): Promise<void>;
  /** Source `SDK`: answers with a user token. */
  initiateSdk(session: PartnerSession, flow: FlowName): Promise<TokenAnswer>;
  /** Source `WEB_SDK`: answers with the launch URL. */
  initiateWeb(
    session: PartnerSession,
    flow: FlowName,
    options: LaunchOptions,
  ): Promise<LaunchAnswer>;
  readDetails(session: PartnerSession): Promise<DetailsAnswer>;
  cancel(session: PartnerSession): Promise<void>;
}

const UNAUTHORIZED = { status: 401, code: '110' };

/** Every method throws PlatformRefusal, PlatformUnreachable or UnexpectedAnswer. */
export function createPartnerClient(options: PartnerClientOptions): PartnerClient {
  const at = (path: string) => new URL(path, options.baseUrl).href;
  const token = createPartnerToken(() => fetchToken(options), options.now ?? Date.now);

  /** Sends with the partner token; one that the platform refuses is renewed once. */
  const callAsPartner = async <Schema extends z.ZodType>(call: WireCall, schema: Schema) => {
    const send = async (value: string) =>
      callPlatform({ ...call, headers: { ...call.headers, 'x-onekyc-token': value } }, schema);
    const held = await token.get();
    try {
      return await send(held);
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
      token.drop(held);
      return send(await token.get());
    }
  };

  const initiate = <Schema extends z.ZodType>(
    session: PartnerSession,
    body: { flow: FlowName; source: SubmissionSource },
    schema: Schema,
  ) =>
    callAsPartner(
      {
        name: 'Initiate flow',
        method: 'POST',
        url: at('/coe-partner/v1/initiate-flow'),
        headers: {
          ...sessionHeaders(session),
          'x-onboarding-partner': `${options.partnerCode}-${body.source}-${body.flow}`,
        },
        json: body,
      },
      schema,
    );

  return {
    authenticate: async () => {
      await token.get();
    },
    initiateSdk: (session, flow) =>
      initiate(session, { flow, source: SubmissionSource.SDK }, answers.token),
    initiateWeb: (session, flow, launch) =>
      initiate(session, { flow, source: SubmissionSource.WEB_SDK, ...launch }, answers.launch),
    ...createCaptureClient(options.baseUrl),
    readDetails: (session) =>
      callAsPartner(
        {
          name: 'Get submission details',
          method: 'GET',
          url: at('/coe/v1/submissions'),
          headers: sessionHeaders(session),
        },
        answers.details,
      ),
    cancel: async (session) => {
      await callAsPartner(
        {
          name: 'Cancel',
          method: 'POST',
          url: at('/coe-partner/v1/submissions/cancel'),
          headers: sessionHeaders(session),
        },
        answers.anything,
      );
    },
  };
}

function fetchToken(options: PartnerClientOptions): Promise<TokenAnswer> {
  return callPlatform(
    {
      name: 'Get partner token',
      method: 'GET',
      url: new URL('/v1/coe/partner/authentication', options.tokenUrl ?? options.baseUrl).href,
      headers: { 'client-id': options.clientId, 'pass-key': options.passKey },
    },
    answers.token,
  );
}

function sessionHeaders(session: PartnerSession): Record<string, string> {
  return {
    'x-partner-session-id': session.partnerSessionId,
    'x-partner-user-id': session.userId,
    'x-partner-user-id-type': session.userIdType,
  };
}

function isUnauthorized(error: unknown): boolean {
  return (
    error instanceof PlatformRefusal &&
    error.status === UNAUTHORIZED.status &&
    error.code === UNAUTHORIZED.code
  );
}
