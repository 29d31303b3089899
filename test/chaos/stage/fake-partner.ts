import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeServer } from '../../support/close-server.js';
import { planAnswer, type DownTime, type PartnerConduct } from '../plan/plan-answers.js';
import type { RunClock } from './run-clock.js';

/** One call that arrived at a partner's callback address. */
export interface CallbackCall {
  readonly atMs: number;
  /** The partner whose address it was. */
  readonly partner: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly raw: string;
  readonly answered: PartnerConduct['kind'];
}

export interface FakePartnerOptions {
  readonly seed: number;
  readonly clock: RunClock;
  readonly downTimes: readonly DownTime[];
  /** By name, JPEG. */
  readonly images: Readonly<Record<string, Uint8Array>>;
  /** Called when a callback arrives, however it is answered then. */
  readonly onCall: (call: CallbackCall) => void;
  /** Called when a session was not given the picture, or its address, that was asked for on its behalf. */
  readonly onPictureMissed: (partnerSessionId: string) => void;
}

/** The servers of all partners: their callback addresses and their images. */
export interface FakePartner {
  callbackUrl(partner: string): string;
  /** Where the reference image of every user is asked for. */
  readonly referenceUrl: string;
  /** An address of the session's own, so that what it is not given can be told from others'. */
  imageUrl(partnerSessionId: string, name: string): string;
  /** When it did not listen, as it came to pass. */
  listDownTimes(): readonly DownTime[];
  close(): Promise<void>;
}

/** The image of whoever is asked about: all cards show the same woman. */
export const REFERENCE_IMAGE = 'reference';

/** Listens on loopback, misbehaves as planned and does not listen at all in its down times. */
export async function startFakePartner(options: FakePartnerOptions): Promise<FakePartner> {
  const { seed, clock, downTimes, images, onCall, onPictureMissed } = options;
  const tries = new Map<string, number>();
  const countTry = (key: string) => {
    const number = (tries.get(key) ?? 0) + 1;
    tries.set(key, number);
    return number;
  };
  const imageUrl = (partnerSessionId: string, name: string) =>
    `${origin}/images/${partnerSessionId}/${name}`;
  const noteMissed = (response: ServerResponse, partnerSessionId: string) => {
    response.once('close', () => {
      const isGiven = response.writableFinished && response.statusCode === 200;
      if (!isGiven) onPictureMissed(partnerSessionId);
    });
  };

  async function takeCallback(request: IncomingMessage, response: ServerResponse) {
    const raw = await readBody(request);
    const headers = flatten(request);
    const webhookId = headers['webhook-id'] ?? 'none';
    const conduct = planAnswer(seed, webhookId, countTry(webhookId));
    const partner = (request.url ?? '').slice('/callbacks/'.length);
    onCall({ atMs: clock.elapsedMs(), partner, headers, raw, answered: conduct.kind });
    await behave(response, conduct, (answer) => answer.writeHead(200).end());
  }

  async function sendImage(request: IncomingMessage, response: ServerResponse) {
    const [partnerSessionId = '', name = ''] = (request.url ?? '').split('/').slice(-2);
    const image = images[name];
    noteMissed(response, partnerSessionId);
    await behave(response, planMildly(seed, countTry(`image ${name}`)), (answer) => {
      if (image === undefined) answer.writeHead(404).end();
      else answer.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from(image));
    });
  }

  async function tellReference(request: IncomingMessage, response: ServerResponse) {
    const partnerSessionId = String(request.headers['x-partner-session-id']);
    noteMissed(response, partnerSessionId);
    await behave(response, planMildly(seed, countTry(REFERENCE_IMAGE)), (answer) => {
      const data = { url: imageUrl(partnerSessionId, REFERENCE_IMAGE) };
      answer.writeHead(200, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ success: true, data }));
    });
  }

  let server = await listen(0, answerCall);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  let change = Promise.resolve();

  function answerCall(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '';
    const answer = path.startsWith('/callbacks/')
      ? takeCallback
      : path.startsWith('/images/')
        ? sendImage
        : tellReference;
    // Whoever called may be dead by now.
    answer(request, response).catch(() => response.destroy());
  }

  const over: DownTime[] = [];
  let downSinceMs: number | null = null;
  const listDownTimes = () =>
    downSinceMs === null ? over : [...over, { fromMs: downSinceMs, toMs: clock.elapsedMs() }];
  for (const { fromMs, toMs } of downTimes) {
    clock.at(fromMs, () => {
      change = change.then(() => {
        downSinceMs = clock.elapsedMs();
        return closeServer(server);
      });
    });
    clock.at(toMs, () => {
      change = change.then(async () => {
        server = await listen(port, answerCall);
        if (downSinceMs !== null) over.push({ fromMs: downSinceMs, toMs: clock.elapsedMs() });
        downSinceMs = null;
      });
    });
  }

  return {
    callbackUrl: (partner) => `${origin}/callbacks/${partner}`,
    referenceUrl: `${origin}/reference`,
    imageUrl,
    listDownTimes,
    async close() {
      await change;
      if (server.listening) await closeServer(server);
    },
  };
}

/** Of images there are three tries and no ladder: trouble is rarer there. */
function planMildly(seed: number, tryNumber: number): PartnerConduct {
  const isTrouble = tryNumber % 5 === 0;
  return isTrouble ? { kind: 'FAIL' } : planAnswer(seed, 'images', 4);
}

async function behave(
  response: ServerResponse,
  conduct: PartnerConduct,
  succeed: (response: ServerResponse) => void,
): Promise<void> {
  switch (conduct.kind) {
    case 'ANSWER':
    case 'SLOW':
      await sleep(conduct.afterMs);
      succeed(response);
      return;
    case 'FAIL':
      response.writeHead(500).end();
      return;
    case 'BUSY':
      response.writeHead(429, { 'retry-after': String(conduct.retryAfterSeconds) }).end();
      return;
    case 'BREAK':
      response.destroy();
      return;
    case 'HANG':
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function flatten({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function listen(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
