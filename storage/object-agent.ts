import { Agent } from 'node:http';
import { Agent as SecureAgent } from 'node:https';

/**
 * How long nothing may move on a connection. The store answers within a second also where it is busy;
 * whoever waits holds a slot, and perhaps a person.
 */
const PATIENCE_MS = 10_000;

/** In the words of a socket, so that it is told like every other store that is away. */
class StoreSilentError extends Error {
  override readonly name = 'StoreSilentError';
  readonly code = 'ETIMEDOUT';
}

/**
 * Connections to the object store that end when it does not move for too long, from the first attempt to
 * reach it to the last byte: a host that has vanished, or a process that stands still, refuses nothing. Node
 * and the client wait for them for ever.
 */
export function createObjectAgent(address: string, patienceMs = PATIENCE_MS): Agent {
  const isSecure = new URL(address).protocol === 'https:';
  const agent = new (isSecure ? SecureAgent : Agent)({ keepAlive: true, timeout: patienceMs });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (...given) => {
    const socket = connect(...given);
    // Node tells of the time that is over and leaves the connection as it is.
    socket?.on('timeout', () => socket.destroy(new StoreSilentError('the store is silent')));
    return socket;
  };
  return agent;
}
