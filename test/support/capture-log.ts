import { Writable } from 'node:stream';

export interface CapturedLog {
  readonly destination: Writable;
  /** The JSON lines as they were written. */
  readonly lines: readonly string[];
}

export function captureLog(): CapturedLog {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
  return { destination, lines };
}
