import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { KenaliAccounts } from '../accounts.js';
import type { FlowName, KenaliClient, SessionNames, SubmissionDetails } from '../kenali-client.js';
import { KenaliError } from '../kenali-error.js';

/** Kenali as the backend sees it, for tests that are not about HTTP. */
export interface FakeKenali extends KenaliClient {
  /** Sessions that were initiated, with the launch URLs that were given out. */
  readonly initiated: (SessionNames & { readonly flow: FlowName; readonly launchUrl: string })[];
  details: SubmissionDetails | null;
}

export function createFakeKenali(): FakeKenali {
  const initiated: FakeKenali['initiated'] = [];
  let tokens = 0;
  return {
    initiated,
    details: null,
    authenticate: () => Promise.resolve(),
    initiateFlow: (session, flow) => {
      const { partnerSessionId } = session;
      const launchUrl = `https://kenali.example/s/${partnerSessionId}#t=${String(initiated.length)}`;
      initiated.push({ ...session, flow, launchUrl });
      return Promise.resolve({ launchUrl, expiresAtMs: Date.now() + 1_800_000 });
    },
    readDetails() {
      if (this.details !== null) return Promise.resolve(this.details);
      return Promise.reject(new KenaliError('Get submission details', 500, 'GENERIC'));
    },
    initiateSdkFlow: ({ partnerSessionId }) => {
      const token = `user-token-of-${partnerSessionId}-${String(tokens)}`;
      tokens += 1;
      return Promise.resolve({ token, expiresAtMs: Date.now() + 3_600_000 });
    },
    readStatus: () => unexpected('Get submission status'),
    cancel: () => unexpected('Cancel submission'),
    matchFaces: () => unexpected('Match faces'),
  };
}

/** The pages of the sample make no such call. */
function unexpected(call: string): Promise<never> {
  return Promise.reject(new KenaliError(call, null, 'UNEXPECTED'));
}

export type FakeAccounts = KenaliAccounts & {
  readonly main: FakeKenali;
  readonly sandbox: FakeKenali;
  readonly face: FakeKenali;
};

export function createFakeAccounts(): FakeAccounts {
  return { main: createFakeKenali(), sandbox: createFakeKenali(), face: createFakeKenali() };
}

export const CALLBACK_SECRET = `whsec_${randomBytes(32).toString('base64')}`;

/** Headers and body of a callback as Kenali sends it. */
export function signCallback(
  body: object,
  options: { id?: string; secret?: string; at?: Date } = {},
): { text: string; headers: Record<string, string> } {
  const { id = 'msg_1', secret = CALLBACK_SECRET, at = new Date() } = options;
  const text = JSON.stringify(body);
  return {
    text,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, text),
    },
  };
}
