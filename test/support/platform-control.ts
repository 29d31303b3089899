import { z } from 'zod';

/** Tests run in another process than the platform's supervisor, and ask it over loopback. */
export interface PlatformControl {
  /** Number of the child's process, for instance of `worker-vision`. */
  pid(name: string): Promise<number>;
  /** Signals a child; its end is then no failure of the platform. Returns once it has ended. */
  kill(name: string, signal: NodeJS.Signals): Promise<void>;
  /** Starts the child anew and returns once it is ready. */
  restart(name: string): Promise<void>;
}

const answer = z.object({ pid: z.int() });

/** `controlUrl` comes from `inject('platform')`. */
export function createPlatformControl(controlUrl: string): PlatformControl {
  const ask = async (name: string, action: string) => {
    const response = await fetch(`${controlUrl}/${name}/${action}`, { method: 'POST' });
    if (!response.ok) throw new Error(`${action} of ${name} failed: ${await response.text()}`);
    return answer.parse(await response.json()).pid;
  };
  return {
    pid: (name) => ask(name, 'describe'),
    kill: async (name, signal) => {
      await ask(name, `kill/${signal}`);
    },
    restart: async (name) => {
      await ask(name, 'restart');
    },
  };
}
