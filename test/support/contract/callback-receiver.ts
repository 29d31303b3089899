import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '../close-server.js';
import { waitPatiently } from './wait-patiently.js';

export interface ReceivedCallback {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
  /** In milliseconds of a clock that nobody sets, from its own beginning. */
  readonly receivedAt: number;
}

export type PartnerAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** Takes the call and keeps its caller waiting. */
  | 'NONE';

export interface CallbackReceiver {
  /** An address of its own for each `name`. */
  url(name: string): string;
  /** What the next calls at `name` are answered; 200 after that. */
  answer(name: string, ...answers: PartnerAnswer[]): void;
  received(name: string): readonly ReceivedCallback[];
  /** Waits for so many calls at `name`. */
  receive(name: string, count?: number): Promise<readonly ReceivedCallback[]>;
  close(): Promise<void>;
}

/** A partner's endpoint on loopback, in the test's own process. */
export async function startCallbackReceiver(): Promise<CallbackReceiver> {
  const calls = new Map<string, ReceivedCallback[]>();
  const answers = new Map<string, PartnerAnswer[]>();
  const received = (name: string) => calls.get(name) ?? [];

  const server = createServer((req, res) => {
    const name = (req.url ?? '').slice(1);
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { method = '', headers } = req;
      const raw = Buffer.concat(chunks).toString('utf8');
      calls.set(name, [...received(name), { method, headers, raw, receivedAt: performance.now() }]);
      const answer = answers.get(name)?.shift() ?? { status: 200 };
      if (answer !== 'NONE') res.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: (name) => `http://127.0.0.1:${String(port)}/${name}`,
    answer(name, ...given) {
      answers.set(name, [...(answers.get(name) ?? []), ...given]);
    },
    received,
    receive: (name, count = 1) =>
      waitPatiently(`${String(count)} calls at ${name}`, () =>
        Promise.resolve(received(name).length >= count ? received(name) : null),
      ),
    close: () => closeServer(server),
  };
}
