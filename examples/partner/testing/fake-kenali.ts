import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { KenaliError, type KenaliClient, type SubmissionDetails } from '../kenali-client.js';

/** Kenali as the backend sees it, for tests that are not about HTTP. */
export interface FakeKenali extends KenaliClient {
  /** Launch URLs that were given out. */
  readonly launches: string[];
  details: SubmissionDetails | null;
}

export function createFakeKenali(): FakeKenali {
  const launches: string[] = [];
  return {
    launches,
    details: null,
    authenticate: () => Promise.resolve(),
    initiateFlow: ({ partnerSessionId }) => {
      const launchUrl = `https://kenali.example/s/${partnerSessionId}#t=${String(launches.length)}`;
      launches.push(launchUrl);
      return Promise.resolve({ launchUrl, expiresAtMs: Date.now() + 1_800_000 });
    },
    readDetails() {
      if (this.details !== null) return Promise.resolve(this.details);
      return Promise.reject(new KenaliError('Get submission details', 500, 'GENERIC'));
    },
  };
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
