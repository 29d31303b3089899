import { startProcess, type ManagedProcess, type ProcessSpec } from './managed-process.js';
import { runCommand, type CommandSpec } from './run-command.js';
import { signalGroup } from './signal-group.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

/** What a server or a build step needs to know of its surroundings. */
export interface DevContext {
  readonly book: ProcessBook;
  /** Repository root. */
  readonly root: string;
  /** The operator's environment, which started processes inherit. */
  readonly environment: ProcessEnvironment;
  readonly cacheDir: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
}

/** Every process that one run of `npm start` or `npm test` has started, in order. */
export interface ProcessBook {
  start(spec: ProcessSpec): Promise<ManagedProcess>;
  /** @throws CommandError, see `runCommand` */
  run(spec: CommandSpec): Promise<void>;
  running(): readonly ManagedProcess[];
  /** Stops one after the other, the youngest first: nobody loses what it depends on. */
  stopAll(): Promise<void>;
  /** Ends everything at once, builds included. */
  killAll(): void;
}

export function createProcessBook(): ProcessBook {
  const started: ManagedProcess[] = [];
  const commandGroups = new Set<number>();
  const running = () => started.filter((process) => process.isRunning());
  return {
    running,
    async start(spec) {
      const process = await startProcess(spec);
      started.push(process);
      return process;
    },
    async run(spec) {
      let groupId = 0;
      try {
        await runCommand({
          ...spec,
          onStarted: (id) => {
            groupId = id;
            commandGroups.add(id);
          },
        });
      } finally {
        commandGroups.delete(groupId);
      }
    },
    async stopAll() {
      for (const process of running().toReversed()) await process.stop();
    },
    killAll() {
      for (const groupId of commandGroups) signalGroup(groupId, 'SIGKILL');
      for (const process of running()) signalGroup(process.pid, 'SIGKILL');
    },
  };
}
