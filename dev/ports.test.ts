import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { assertPortsFree, findFreePorts, PortError, readPorts } from './ports.js';

describe('readPorts', () => {
  it('takes the defaults where nothing is set, also for an empty value', () => {
    expect(readPorts({ KENALI_API_PORT: '' })).toMatchObject({ api: 8080, database: 54_329 });
  });

  it('takes a port from its variable', () => {
    expect(readPorts({ KENALI_TEMPORAL_UI_PORT: '9999' }).temporalUi).toBe(9999);
  });

  it.each(['0', '65536', 'http', '80.5', '-1'])('refuses %s, naming the variable', (value) => {
    expect(() => readPorts({ KENALI_STORAGE_PORT: value })).toThrow(/KENALI_STORAGE_PORT/);
  });

  it('refuses one port for two uses, naming both variables', () => {
    expect(() => readPorts({ KENALI_PARTNER_PORT: '8080' })).toThrow(
      /8080.*KENALI_API_PORT.*KENALI_PARTNER_PORT/,
    );
  });
});

describe('assertPortsFree', () => {
  it('names every taken port with its variable, and no port that is not asked for', async () => {
    const ports = await findFreePorts();
    const servers = [createServer(), createServer(), createServer()];
    const taken = [ports.api, ports.temporal, ports.database];
    for (const [index, server] of servers.entries()) {
      await once(server.listen(taken[index], '127.0.0.1'), 'listening');
    }
    try {
      const failure = await assertPortsFree(ports, ['api', 'partner', 'temporal']).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(PortError);
      const { message } = failure as PortError;
      expect(message).toContain(`Port ${String(ports.api)} for the API`);
      expect(message).toContain('KENALI_API_PORT');
      expect(message).toContain('KENALI_TEMPORAL_PORT');
      expect(message).not.toContain('KENALI_PARTNER_PORT');
      expect(message).not.toContain('KENALI_DATABASE_PORT');
    } finally {
      for (const server of servers) server.close();
    }
  });

  it('accepts free ports', async () => {
    const ports = await findFreePorts();
    await expect(assertPortsFree(ports, ['api', 'database'])).resolves.toBeUndefined();
  });
});

describe('findFreePorts', () => {
  it('gives every use a port of its own', async () => {
    const ports = Object.values(await findFreePorts());
    expect(new Set(ports).size).toBe(ports.length);
  });
});
