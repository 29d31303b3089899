import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTransact } from '../../administration/administration-stores.js';
import { createAuditLog, type AuditLog } from '../../administration/audit-log.js';
import { AuditAction } from '../../administration/audited-act.js';
import { createLocalSealing } from '../../keys/sealing.js';
import type {} from '../support/platform-context.js';
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.js';

const platform = inject('platform');

let scratch: ScratchDatabase;
let audit: AuditLog;

beforeEach(async () => {
  scratch = await createScratchDatabase(platform.databaseUrl);
  const keyRing = { activeKeyId: 'none', keys: new Map<string, Uint8Array>() };
  const transact = createTransact(scratch.database, createLocalSealing(keyRing));
  audit = createAuditLog({ transact, now: () => new Date() });
});

afterEach(() => scratch.drop());

const record = (number: number) =>
  audit.record('operator:ops', {
    action: AuditAction.ASSESSMENTS_READ,
    detail: { zz: number, a: { submissionId: 'one', fraction: 0.1, list: [1, { y: 1, x: 2 }] } },
  });

async function recordThree() {
  for (const number of [1, 2, 3]) await record(number);
}

/** What somebody does who owns the tables, and so can take the triggers off. */
async function tamper(statement: string) {
  await scratch.database.execute(sql.raw('alter table audit_entry disable trigger all'));
  await scratch.database.execute(sql.raw(statement));
}

/** The words of the database are in the cause. */
const causeOf = (error: unknown) => String((error as { readonly cause?: unknown }).cause);

describe('the audit log on Postgres', () => {
  it('is one chain without gaps, also when entries are added at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, number) => record(number)));
    const { end, problem, olderEntries } = await audit.verify();
    expect({ position: end.position, problem, olderEntries }).toEqual({
      position: 20,
      problem: null,
      olderEntries: 0,
    });
  });

  it.each([
    `update audit_entry set actor = 'operator:other'`,
    'delete from audit_entry',
    'truncate audit_entry',
  ])('refuses to be changed: %s', async (statement) => {
    await recordThree();
    const change = scratch.database.execute(sql.raw(statement));
    await expect(change.catch((error: unknown) => causeOf(error))).resolves.toMatch(
      /added and never changed/,
    );
    await expect(audit.verify()).resolves.toMatchObject({ end: { position: 3 }, problem: null });
  });

  it('tells which entry was changed by somebody who may do everything', async () => {
    await recordThree();
    await tamper(`update audit_entry set actor = 'operator:other' where position = 2`);
    await expect(audit.verify()).resolves.toMatchObject({
      problem: { kind: 'BROKEN', position: 2 },
    });
  });

  it('tells of an entry that was taken out', async () => {
    await recordThree();
    await tamper('delete from audit_entry where position = 2');
    await expect(audit.verify()).resolves.toMatchObject({
      problem: { kind: 'BROKEN', position: 2 },
    });
  });

  it('tells that its end was cut off to whoever knows an end of before', async () => {
    await recordThree();
    const { end } = await audit.verify();
    await tamper('delete from audit_entry where position = 3');
    await expect(audit.verify()).resolves.toMatchObject({ problem: null });
    await record(4);
    await expect(audit.verify(end)).resolves.toMatchObject({
      problem: { kind: 'KNOWN_LINK_MISSING', position: 3 },
    });
  });

  it('still holds a known end after more was added', async () => {
    await recordThree();
    const { end } = await audit.verify();
    await record(4);
    await expect(audit.verify(end)).resolves.toMatchObject({
      end: { position: 4 },
      problem: null,
    });
  });

  it('tells older entries from ones that were put in beside the chain', async () => {
    const put = (id: string) =>
      scratch.database.execute(
        sql`insert into audit_entry (id, actor, action) values (${id}, 'cli:root', 'partner.renamed')`,
      );
    await put('01900000-0000-7000-8000-000000000000');
    await record(1);
    await expect(audit.verify()).resolves.toMatchObject({ olderEntries: 1, problem: null });
    await put('01ffffff-0000-7000-8000-000000000000');
    await expect(audit.verify()).resolves.toMatchObject({
      problem: { kind: 'BESIDE_THE_CHAIN', entries: 1 },
    });
  });
});
