import { ConnectionError } from '../api/api-error.js';
import type { LaunchedSession } from '../api/wire-types.js';
import type { Screen } from '../screen.js';
import type { EmbedBridgeOptions } from './embed-bridge.js';
import type { OpenEmbeddedOptions } from './open-embedded.js';

/** The capture app in a frame or popup of the Web SDK. */
export interface Embed {
  /** Before the session is opened: the SDK around takes an app that says nothing for one that did not load. */
  readonly sayReady: () => void;
  readonly open: () => Promise<LaunchedSession>;
  /** Tells the page around of a screen, once the session is open: before, its origin is unproved. */
  readonly tell: (screen: Screen) => void;
}

export type EmbedOptions = OpenEmbeddedOptions & Omit<EmbedBridgeOptions, 'origin'>;

/** Loads what it needs when it is first asked: most visits come by a launch URL. */
export function createEmbed(options: EmbedOptions): Embed {
  let loading: ReturnType<typeof load> | null = null;
  let partnerSessionId: string | null = null;

  function start(): ReturnType<typeof load> {
    loading ??= load(options).catch((error: unknown) => {
      loading = null;
      throw new ConnectionError({ cause: error });
    });
    return loading;
  }

  return {
    sayReady() {
      start().then(
        (started) => {
          started.sayReady();
        },
        // Opening will ask anew.
        () => undefined,
      );
    },
    async open() {
      const { openSession } = await start();
      const session = await openSession();
      ({ partnerSessionId } = session);
      return session;
    },
    tell(screen) {
      const id = partnerSessionId;
      if (id === null) return;
      void start().then(({ tellScreen }) => {
        tellScreen(screen, id);
      });
    },
  };
}

async function load({ page, onLeaveAsked, ...options }: EmbedOptions) {
  const [{ createEmbedBridge }, { openEmbedded }, { describeScreen }] = await Promise.all([
    import('./embed-bridge.js'),
    import('./open-embedded.js'),
    import('./describe-screen.js'),
  ]);
  const bridge = createEmbedBridge({ page, onLeaveAsked, origin: options.embedOrigin });
  return {
    sayReady: () => {
      bridge.sayReady();
    },
    openSession: async () => openEmbedded(options, await bridge.askForSession()),
    tellScreen: (screen: Screen, partnerSessionId: string) => {
      bridge.send(describeScreen(screen, partnerSessionId));
    },
  };
}
