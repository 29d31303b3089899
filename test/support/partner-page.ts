import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeServer } from './close-server.js';

/** A page of a partner, or of somebody else, at an origin of its own. */
export interface PartnerPage {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * The strictest policy that the Web SDK works under, and its script tag. `body` is what the page
 * shows besides.
 */
export async function servePartnerPage(apiUrl: string, body = ''): Promise<PartnerPage> {
  const policy = [
    "default-src 'none'",
    `script-src ${apiUrl}`,
    `connect-src ${apiUrl}`,
    `frame-src ${apiUrl}`,
    "base-uri 'none'",
  ].join('; ');
  const html = `<!doctype html><html lang="en"><title>Partner</title><body>
<button>before</button>${body}<script src="${apiUrl}/sdk/web/v1/kenali.js"></script></body></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${String(port)}`, close: () => closeServer(server) };
}
