import { createServer, type Server } from 'node:net';
import type { ProcessEnvironment } from '../config/read-config.js';

/** Every port that `npm start` listens on, its variable and its default. */
export const PORT_SETTINGS = {
  api: { variable: 'KENALI_API_PORT', preset: 8080, use: 'the API and the capture app' },
  partner: { variable: 'KENALI_PARTNER_PORT', preset: 8090, use: 'the sample partner' },
  storage: { variable: 'KENALI_STORAGE_PORT', preset: 9000, use: 'MinIO' },
  storageConsole: {
    variable: 'KENALI_STORAGE_CONSOLE_PORT',
    preset: 9001,
    use: 'the MinIO console',
  },
  temporal: { variable: 'KENALI_TEMPORAL_PORT', preset: 7233, use: 'Temporal' },
  temporalUi: { variable: 'KENALI_TEMPORAL_UI_PORT', preset: 8233, use: 'the Temporal UI' },
  database: { variable: 'KENALI_DATABASE_PORT', preset: 54329, use: 'Postgres' },
} as const;

export type PortName = keyof typeof PORT_SETTINGS;
export type Ports = Readonly<Record<PortName, number>>;

/** A port is taken, given twice or no port at all; the message names port and variable. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

const PORT_NAMES = Object.keys(PORT_SETTINGS) as readonly PortName[];

/** @throws PortError */
export function readPorts(environment: ProcessEnvironment): Ports {
  const ports = mapPorts((name) => readPort(name, environment));
  const ownerByPort = new Map<number, PortName>();
  for (const name of PORT_NAMES) {
    const other = ownerByPort.get(ports[name]);
    if (other !== undefined) {
      throw new PortError(
        `Port ${String(ports[name])} is given to both ${PORT_SETTINGS[other].use} (${PORT_SETTINGS[other].variable}) and ${PORT_SETTINGS[name].use} (${PORT_SETTINGS[name].variable}).`,
      );
    }
    ownerByPort.set(ports[name], name);
  }
  return ports;
}

function readPort(name: PortName, environment: ProcessEnvironment): number {
  const { variable, preset } = PORT_SETTINGS[name];
  const text = environment[variable] ?? '';
  if (text === '') return preset;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new PortError(`${variable} must be a port between 1 and 65535.`);
  }
  return port;
}

/** @throws PortError naming every port among `names` that cannot be listened on */
export async function assertPortsFree(ports: Ports, names: readonly PortName[]): Promise<void> {
  const problems: string[] = [];
  for (const name of names) {
    const code = await tryPort(ports[name]);
    if (code === null) continue;
    const { use, variable } = PORT_SETTINGS[name];
    const what = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${code})`;
    problems.push(
      `Port ${String(ports[name])} for ${use} ${what}. Stop what listens there, or set ${variable} to another port.`,
    );
  }
  if (problems.length > 0) throw new PortError(problems.join('\n'));
}

/** Free ports for a test's own platform. All are held until the last is known, so none repeats. */
export async function findFreePorts(): Promise<Ports> {
  const servers = new Map<PortName, Server>();
  for (const name of PORT_NAMES) servers.set(name, await listen(0));
  const ports = mapPorts((name) => {
    const address = servers.get(name)?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all([...servers.values()].map(close));
  return ports;
}

function mapPorts(read: (name: PortName) => number): Ports {
  return {
    api: read('api'),
    partner: read('partner'),
    storage: read('storage'),
    storageConsole: read('storageConsole'),
    temporal: read('temporal'),
    temporalUi: read('temporalUi'),
    database: read('database'),
  };
}

async function tryPort(port: number): Promise<string | null> {
  try {
    await close(await listen(port));
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  }
}

function listen(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
