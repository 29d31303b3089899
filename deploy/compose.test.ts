import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { DRAIN_TIMEOUT_MS } from '../api/drain-server.js';
import { fetchWheelMember } from '../test/support/fetch-wheel-member.js';
import { createSecrets } from './create-secrets.js';
import { readComposeFile, type ComposeFile } from './testing/compose-file.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** PyPI's `check-jsonschema` carries the schema of the compose-spec project (Apache-2.0). */
const SCHEMA = {
  package: 'check-jsonschema',
  version: '0.39.0',
  path: 'check_jsonschema/builtin_schemas/vendor/compose-spec.json',
  wheelSha256: '14ce5c94871c551268ea948ffe21e9f1464dc48fb20bf9a4c13deeaaf756cf9b',
  wheelBytes: 485_805,
  sha256: 'd549057ebc2925f39f62799eab0db7b9e2c18b35b6c00595199116da3ed10e64',
};

async function loadSchema(): Promise<ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  // Compose's own formats: what they allow is checked by Compose itself.
  for (const format of ['ports', 'expose', 'subnet_ip_address', 'duration']) {
    ajv.addFormat(format, true);
  }
  const text = await readFile(await fetchWheelMember(SCHEMA), 'utf8');
  return ajv.compile(JSON.parse(text) as AnySchemaObject);
}

const OUR_SERVICES = ['api', 'migrate', 'prepare', 'worker-sessions', 'worker-vision'];
const ONE_SHOT_SERVICES = ['migrate', 'prepare', 'temporal-schema'];

describe('docker-compose.yml', () => {
  let raw: unknown;
  let compose: ComposeFile;
  let text: string;
  let validate: ValidateFunction;

  beforeAll(async () => {
    ({ raw, compose, text } = await readComposeFile());
    validate = await loadSchema();
  }, 180_000);

  it('follows the schema of the Compose specification', () => {
    validate(raw);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be told of a service that does not', () => {
    const typo = { services: { api: { image: 'kenali', enviroment: { A: 'b' } } } };
    expect(validate(typo)).toBe(false);
  });

  it('runs the servers and processes of the platform', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      [
        ...OUR_SERVICES,
        ...['minio', 'postgres', 'temporal', 'temporal-schema', 'temporal-ui'],
      ].sort(),
    );
  });

  it('runs files that exist', () => {
    for (const name of OUR_SERVICES) {
      expect(existsSync(join(ROOT, compose.services[name]!.command![0]!)), name).toBe(true);
    }
    const mounted = Object.values(compose.services)
      .flatMap(({ volumes }) => volumes)
      .filter((volume) => volume.startsWith('./'));
    expect(mounted).toHaveLength(3);
    for (const volume of mounted) {
      expect(existsSync(join(ROOT, volume.split(':')[0]!)), volume).toBe(true);
    }
  });

  it('pins every published image to a version', () => {
    const images = Object.values(compose.services).map(({ image }) => image);
    expect(images.filter((image) => !/:[\w.-]*\d[\w.-]*\}?$|:local\}$/.test(image))).toEqual([]);
    expect(images.some((image) => image.includes('auto-setup'))).toBe(false);
  });

  it('has a health check on every service that stays', () => {
    for (const [name, { restart, healthcheck }] of Object.entries(compose.services)) {
      if (ONE_SHOT_SERVICES.includes(name)) expect(restart, name).toBe('no');
      else expect(healthcheck?.test?.[0], name).toBe('CMD');
    }
  });

  it('leaves the API the time to answer the calls that are open when it is stopped', () => {
    const [, seconds] = /^(\d+)s$/.exec(compose.services.api!.stop_grace_period ?? '') ?? [];
    expect(Number(seconds) * 1000).toBeGreaterThanOrEqual(DRAIN_TIMEOUT_MS + 10_000);
  });

  it('bounds what every service logs', () => {
    for (const [name, { logging }] of Object.entries(compose.services)) {
      expect(logging.driver, name).toBe('json-file');
      expect(Object.keys(logging.options).sort(), name).toEqual(['max-file', 'max-size']);
    }
  });

  it('runs as many vision workers as .env says, also after an upgrade', () => {
    const { deploy } = compose.services['worker-vision']!;
    expect(deploy?.replicas).toBe('${DEPLOY_VISION_WORKERS:-1}');
  });

  it('waits for what a service needs by its condition', () => {
    for (const [name, { depends_on: dependencies }] of Object.entries(compose.services)) {
      for (const [dependency, { condition }] of Object.entries(dependencies)) {
        const expected = ONE_SHOT_SERVICES.includes(dependency)
          ? 'service_completed_successfully'
          : 'service_healthy';
        expect(condition, `${name} on ${dependency}`).toBe(expected);
      }
    }
    for (const name of ['api', 'worker-sessions', 'worker-vision']) {
      expect(Object.keys(compose.services[name]!.depends_on).sort()).toEqual([
        'migrate',
        'prepare',
      ]);
    }
  });

  it('publishes on loopback unless told otherwise, and never Postgres', () => {
    const ports = Object.values(compose.services).flatMap((service) => service.ports);
    expect(ports).toHaveLength(4);
    for (const port of ports) {
      expect(port).toMatch(/^(127\.0\.0\.1|\$\{DEPLOY_PUBLISH_ADDRESS:-127\.0\.0\.1\}):/);
    }
    expect(compose.services.postgres!.ports).toEqual([]);
    expect(compose.services['temporal-ui']!.ports[0]).toMatch(/^127\.0\.0\.1:/);
  });

  it('keeps data in named volumes', () => {
    const named = Object.values(compose.services)
      .flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0]!))
      .filter((source) => !source.startsWith('./'));
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('has no secret of its own: every one comes from a file of the required folder', () => {
    expect(text).toMatch(/\$\{DEPLOY_SECRETS_DIR:\?/);
    for (const { file } of Object.values(compose.secrets)) {
      expect(file).toMatch(/^\$\{DEPLOY_SECRETS_DIR[:}]/);
    }
    for (const { environment, secrets } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (!/PASSWORD|PWD|SECRET|ACCESS_KEY|KEYS|DATABASE_URL|ROOT_USER/.test(name)) continue;
        expect(value).toMatch(/^\/run\/secrets\//);
        expect(secrets).toContain(value.slice('/run/secrets/'.length));
      }
    }
  });

  it('mounts exactly the files that create-secrets writes', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'kenali-secrets-'));
    try {
      await createSecrets(join(scratch, 'secrets'));
      const written = await readdir(join(scratch, 'secrets'));
      const mounted = Object.values(compose.secrets).map(({ file }) => file.split('}/')[1]);
      expect(mounted.sort()).toEqual(written.sort());
      const used = Object.values(compose.services).flatMap(({ secrets }) => secrets);
      expect([...new Set(used)].sort()).toEqual(Object.keys(compose.secrets).sort());
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
});
