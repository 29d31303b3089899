import { awaitConnection, type AwaitConnectionOptions } from './api/await-connection.js';

/** A connection that comes back is found, whether the browser tells or not. */
export interface ConnectionWatch {
  /** Until `signal`; each time it comes back in vain the next look is later. */
  readonly start: (signal: AbortSignal) => Promise<void>;
  /** It was worth it: the next look is an early one again. */
  readonly reset: () => void;
}

export interface ConnectionWatchOptions extends Pick<AwaitConnectionOptions, 'look' | 'wait'> {
  readonly onBack: () => void;
}

export function createConnectionWatch(options: ConnectionWatchOptions): ConnectionWatch {
  const { look, wait, onBack } = options;
  let disappointments = 0;
  return {
    async start(signal) {
      const before = disappointments;
      disappointments += 1;
      if (await awaitConnection({ look, wait, signal, disappointments: before })) onBack();
    },
    reset() {
      disappointments = 0;
    },
  };
}
