import type { components } from './kenali-api.js';
import { createKenaliCaller, type KenaliCaller } from './kenali-caller.js';
import { KenaliError } from './kenali-error.js';
import type { KenaliAccount } from './settings.js';

type Schemas = components['schemas'];

/** Flows that a person goes through. `FACE_MATCH` has a call of its own. */
export type FlowName = Schemas['InitiateFlow']['flow'];
export type SubmissionDetails = Schemas['SubmissionRecord'];
export type SubmissionStatus = Schemas['SubmissionStatusView'];
export type FaceMatch = Schemas['FaceMatch'] | Schemas['PendingFaceMatch'];

/** What this backend calls the person and the session. */
export interface SessionNames {
  readonly partnerSessionId: string;
  readonly userId: string;
}

/** Either does. */
export type SubmissionKey = { readonly submissionId: string } | SessionNames;

export interface Launch {
  readonly launchUrl: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

export interface UserToken {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Each rejects with a `KenaliError`. */
export interface KenaliClient {
  authenticate(): Promise<void>;
  /** For a browser. The same session again gives the same submission with a fresh launch URL. */
  initiateFlow(session: SessionNames, flow: FlowName): Promise<Launch>;
  /** For an app that takes the pictures itself: a token that opens this session alone. */
  initiateSdkFlow(session: SessionNames, flow: FlowName): Promise<UserToken>;
  readDetails(key: SubmissionKey): Promise<SubmissionDetails>;
  readStatus(key: SubmissionKey): Promise<SubmissionStatus>;
  cancel(key: SubmissionKey): Promise<void>;
  /** Of two images that Kenali fetches. `IN_PROGRESS`: the callback tells, or the same call again. */
  matchFaces(
    session: SessionNames,
    images: { readonly selfieUrl: string; readonly referenceUrl: string },
  ): Promise<FaceMatch>;
}

const USER_ID_TYPE = 'SAMPLE_SHOP_USER_ID';

/** What a partner's backend calls. */
export function createKenaliClient(account: KenaliAccount, partnerUrl: string): KenaliClient {
  const caller = createKenaliCaller(account);
  return { ...createStarts(caller, account, partnerUrl), ...createFollowUps(caller) };
}

type Starts = Pick<
  KenaliClient,
  'authenticate' | 'initiateFlow' | 'initiateSdkFlow' | 'matchFaces'
>;

function createStarts(caller: KenaliCaller, account: KenaliAccount, partnerUrl: string): Starts {
  const startHeaders = (session: SessionNames, platformAndFlow: string) => ({
    ...nameHeaders(session),
    'x-onboarding-partner': `${account.partnerCode}-${platformAndFlow}`,
  });
  const initiate = (session: SessionNames, body: Schemas['InitiateFlow']) =>
    caller.call('Initiate flow', (api, headers) =>
      api.POST('/coe-partner/v1/initiate-flow', {
        headers,
        params: { header: startHeaders(session, `${body.source}-${body.flow}`) },
        body,
      }),
    );
  return {
    authenticate: () => caller.authenticate(),
    initiateFlow: async (session, flow) => {
      const issued = await initiate(session, {
        flow,
        source: 'WEB_SDK',
        successRedirectionUrl: `${partnerUrl}/return/success`,
        failureRedirectionUrl: `${partnerUrl}/return/failure`,
      });
      if (!('launchUrl' in issued)) throw new KenaliError('Initiate flow', 200, 'NO_LAUNCH_URL');
      return { launchUrl: issued.launchUrl, expiresAtMs: Number(issued.expires_at) * 1000 };
    },
    initiateSdkFlow: async (session, flow) => {
      const issued = await initiate(session, { flow, source: 'SDK' });
      if (!('token' in issued)) throw new KenaliError('Initiate flow', 200, 'NO_TOKEN');
      return { token: issued.token, expiresAtMs: Number(issued.expires_at) * 1000 };
    },
    matchFaces: (session, images) =>
      caller.call<FaceMatch>('Match faces', (api, headers) =>
        api.POST('/coe-partner/v1/face-match', {
          headers,
          params: { header: startHeaders(session, 'BE-FACE_MATCH') },
          body: images,
        }),
      ),
  };
}

type FollowUps = Pick<KenaliClient, 'readDetails' | 'readStatus' | 'cancel'>;

function createFollowUps(caller: KenaliCaller): FollowUps {
  return {
    readDetails: (key) =>
      caller.call('Get submission details', (api, headers) =>
        api.GET('/coe/v1/submissions', { headers, params: { header: keyHeaders(key) } }),
      ),
    readStatus: (key) =>
      caller.call('Get submission status', (api, headers) =>
        api.GET('/coe-partner/v1/submissions/status', {
          headers,
          params: { header: keyHeaders(key) },
        }),
      ),
    cancel: async (key) => {
      await caller.call('Cancel submission', (api, headers) =>
        api.POST('/coe-partner/v1/submissions/cancel', {
          headers,
          params: { header: keyHeaders(key) },
        }),
      );
    },
  };
}

function keyHeaders(key: SubmissionKey) {
  return 'submissionId' in key ? { 'x-submission-id': key.submissionId } : nameHeaders(key);
}

function nameHeaders({ partnerSessionId, userId }: SessionNames) {
  return {
    'x-partner-session-id': partnerSessionId,
    'x-partner-user-id': userId,
    'x-partner-user-id-type': USER_ID_TYPE,
  };
}
