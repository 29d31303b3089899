import { once } from 'node:events';
import { constants } from 'node:os';
import express from 'express';
import type { Children } from '../../dev/children.js';
import { closeServer } from './close-server.js';

export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Lets tests end and restart the platform's children, see `platform-control.ts`. */
export async function startControlServer(children: Children): Promise<ControlServer> {
  const app = express();
  app.post('/:name/describe', (request, response) => {
    response.json({ pid: children.find(request.params.name).pid });
  });
  app.post('/:name/kill/:signal', async (request, response) => {
    const { name, signal } = request.params;
    if (!isSignal(signal)) throw new Error(`There is no signal ${signal}.`);
    const child = children.find(name);
    children.kill(name, signal);
    await child.exited;
    response.json({ pid: child.pid });
  });
  app.post('/:name/restart', async (request, response) => {
    await children.restart(request.params.name);
    response.json({ pid: children.find(request.params.name).pid });
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () => closeServer(server),
  };
}

function isSignal(name: string): name is NodeJS.Signals {
  return name in constants.signals;
}
