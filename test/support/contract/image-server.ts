import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from '../close-server.js';

export interface ImageServer {
  url(name: string): string;
  /** An address that points on to that of `name`. */
  redirectUrl(name: string): string;
  close(): Promise<void>;
}

/** A partner's images on loopback, all of them said to be JPEG. */
export async function startImageServer(
  images: Readonly<Record<string, Uint8Array>>,
): Promise<ImageServer> {
  const server = createServer((req, res) => {
    const [, kind, name = ''] = (req.url ?? '').split('/');
    const image = images[name];
    if (kind === 'redirect') res.writeHead(302, { location: `/image/${name}` }).end();
    else if (image === undefined) res.writeHead(404).end();
    else res.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from(image));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${String(port)}`;
  return {
    url: (name) => `${origin}/image/${name}`,
    redirectUrl: (name) => `${origin}/redirect/${name}`,
    close: () => closeServer(server),
  };
}
