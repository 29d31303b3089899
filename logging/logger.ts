import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Headers and members that carry secrets or personal data; censored wherever they appear. */
const REDACTED = [
  'req.headers["x-onekyc-token"]',
  'req.headers["pass-key"]',
  'req.headers["x-partner-user-id"]',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** One JSON line an event. `process` names the process: `api`, `worker-sessions`, `worker-vision`. */
export function createLogger(
  process: string,
  level: string,
  destination?: DestinationStream,
): Logger {
  const options = {
    base: { process },
    level,
    redact: { paths: REDACTED, censor: '[redacted]' },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
