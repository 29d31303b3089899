import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTransact } from '../../administration/administration-stores.js';
import { createOperatorKeys } from '../../administration/operator-keys.js';
import { createOperatorKeyStore } from '../../db/operator-key-store.js';
import { newKeyRing } from '../support/memory/data-keys.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const MIGRATION = fileURLToPath(
  new URL('../../db/migrations/0014_operator_key_names.sql', import.meta.url),
);

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await createScratchDatabase(inject('platform').databaseUrl);
});

afterAll(() => scratch.drop());

describe('the name of an operator key', () => {
  it('is given once, also to two that ask for it at the same moment', async () => {
    const transact = createTransact(scratch.database, { ring: newKeyRing() });
    const keys = createOperatorKeys({ transact, now: () => new Date() });
    const asked = await Promise.allSettled(
      ['cli:one', 'cli:other'].map((actor) => keys.create(actor, 'ops')),
    );
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { refusal: 'CONFLICT' },
    });
    expect(await keys.list()).toHaveLength(1);
  });

  it('is told apart by the migration where two have it already, and the keys stay good', async () => {
    const { database } = scratch;
    await database.execute(sql`alter table operator_key drop constraint operator_key_name_unique`);
    const store = createOperatorKeyStore(database);
    const [first, second] = [1, 2].map((minute) => ({
      id: randomUUID(),
      name: 'night watch',
      keyHash: randomBytes(32).toString('hex'),
      createdAt: new Date(`2026-11-23T09:0${String(minute)}:00Z`),
    }));
    for (const key of [second!, first!]) {
      await database.execute(sql`insert into operator_key (id, name, key_hash, created_at)
        values (${key.id}, ${key.name}, ${key.keyHash}, ${key.createdAt.toISOString()})`);
    }
    const statements = (await readFile(MIGRATION, 'utf8')).split('--> statement-breakpoint');
    for (const statement of statements) await database.execute(sql.raw(statement));
    const nameOf = async (keyHash: string) => (await store.findByHash(keyHash))?.name;
    expect(await nameOf(first!.keyHash)).toBe('night watch');
    expect(await nameOf(second!.keyHash)).toBe(`night watch ${second!.id}`);
    expect((await store.list()).map(({ name }) => name)).toContain('ops');
  });
});
