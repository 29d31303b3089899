import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '../close-server.js';

export interface ImageServer {
  url(name: string): string;
  /** An address that points on to that of `name`. */
  redirectUrl(name: string): string;
  /** How often anybody has asked. */
  countVisits(): number;
  close(): Promise<void>;
}

/** A partner's images on an address of loopback, all of them said to be JPEG. */
export async function startImageServer(
  images: Readonly<Record<string, Uint8Array>>,
  host = '127.0.0.1',
): Promise<ImageServer> {
  let visits = 0;
  const server = createServer((req, res) => {
    visits += 1;
    const [, kind, name = ''] = (req.url ?? '').split('/');
    const image = images[name];
    if (kind === 'redirect') res.writeHead(302, { location: `/image/${name}` }).end();
    else if (image === undefined) res.writeHead(404).end();
    else res.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from(image));
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host}:${String(port)}`;
  return {
    url: (name) => `${origin}/image/${name}`,
    redirectUrl: (name) => `${origin}/redirect/${name}`,
    countVisits: () => visits,
    close: () => closeServer(server),
  };
}
