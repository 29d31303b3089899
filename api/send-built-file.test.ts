import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { type Response } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorError } from './describe-failure.js';
import { sendBuiltFile } from './send-built-file.js';

const NOT_BUILT = 'Build it.';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kenali-built-'));
  // More than the buffers of a connection hold: it is still being sent when its reader goes.
  await writeFile(join(root, 'large.html'), Buffer.alloc(32 * 1024 * 1024));
});

afterAll(() => rm(root, { recursive: true }));

/** Tells what `sendFile` told, once that was dealt with. */
function whenSent(res: Response): Promise<unknown> {
  const sendFile = res.sendFile.bind(res);
  return new Promise((resolve) => {
    Object.assign(res, {
      sendFile: (name: string, options: object, done: (error?: Error) => void) => {
        sendFile(name, options, (error?: Error) => {
          done(error);
          resolve(error);
        });
      },
    });
  });
}

/** Asks for a file, goes away with its first bytes, and gives back what was made of it. */
async function goAwayFrom(name: string) {
  const app = express();
  const failures: unknown[] = [];
  const sent = new Promise<unknown>((resolve) => {
    app.get('/', (_req, res) => {
      void whenSent(res).then(resolve);
      sendBuiltFile(res, { name, root, notBuilt: NOT_BUILT }, (error) => {
        failures.push(error);
        if (!res.headersSent) res.sendStatus(500);
      });
    });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n');
  await once(socket, 'data');
  socket.destroy();
  const error = await sent;
  server.close();
  return { error, failures };
}

describe('a file of a build', () => {
  it('that its reader does not wait for has not failed', async () => {
    const { error, failures } = await goAwayFrom('large.html');
    expect(error).toMatchObject({ code: 'ECONNABORTED' });
    expect(failures).toEqual([]);
  });

  it('that is not there is a failure that says how it is made', async () => {
    const { failures } = await goAwayFrom('none.html');
    expect(failures).toEqual([new OperatorError(NOT_BUILT)]);
  });
});
