import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from '../../dev/dev-context.js';
import { createApiUnderTest } from './api-under-test.js';
import { closeServer } from './close-server.js';

/** The built capture app behind its real headers; what the service says is played, see `scriptService`. */
export interface ServedCaptureApp {
  /** What a partner sends a person to. */
  launchAddress(fragment?: string): string;
  close(): Promise<void>;
}

/** The app has to be built, see `prepareBrowser`. */
export async function serveCaptureApp(): Promise<ServedCaptureApp> {
  const api = await createApiUnderTest({ webRoot: join(REPOSITORY_ROOT, 'build', 'web') });
  const server = createServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    launchAddress: (fragment = 't=once') =>
      launchAddressAt(`http://127.0.0.1:${String(port)}`, fragment),
    close: () => closeServer(server),
  };
}

/** Any public id does where the service is played. */
export function launchAddressAt(origin: string, fragment = 't=once'): string {
  return `${origin}/s/${'A'.repeat(22)}#${fragment}`;
}
