import type { Command } from 'commander';
import { z } from 'zod';
import type { AuditProblem, AuditVerification } from '../../administration/audit-log.js';
import { parseInput } from '../../administration/parse-input.js';
import { auditQuery, knownLink, type AuditView } from '../../contract/schema/operator/audit.js';
import { createRunAdministration } from '../platform/open-administration.js';
import {
  describePage,
  JSON_OPTION,
  printAnswer,
  type OutputFlags,
} from '../output/print-answer.js';
import type { ProcessEnvironment } from '../../config/read-config.js';

interface VerifyFlags extends OutputFlags {
  readonly known?: string;
}

interface ListFlags extends OutputFlags {
  readonly partner?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

/** `kenali audit list` and `audit verify`. */
export function addAuditCommand(program: Command, environment: ProcessEnvironment): void {
  const run = createRunAdministration(environment);
  const audit = program
    .command('audit')
    .description('Who has changed what, and who has looked at what about a person.');
  audit
    .command('list')
    .description('Lists entries, newest first.')
    .option('--partner <code>', 'of one partner')
    .option(
      '--actor <actor>',
      'operator:<key name>, cli:<account>, partner:<code>, codec or key-renewal',
    )
    .option('--action <action>', 'an action, or what it begins with, such as partner.key')
    .option('--from <time>', 'then or later, ISO 8601')
    .option('--until <time>', 'before, ISO 8601')
    .option('--limit <n>', 'how many at most')
    .option('--cursor <cursor>', 'goes on where the page before ended')
    .option(...JSON_OPTION)
    .action(({ partner: partnerCode, json, ...filter }: ListFlags) =>
      run(async ({ administration }) => {
        const query = parseInput(auditQuery, { partnerCode, ...filter });
        printAnswer(await administration.audit.list(query), json ? { json } : {}, (page) =>
          describePage(page.entries.map(describeEntry), page.nextCursor),
        );
      }),
    );

  audit
    .command('verify')
    .description('Goes through the whole log: was an entry changed, moved or taken out?')
    .option(
      '--known <position:hash>',
      'an end that was printed before: finds a log that was cut off',
    )
    .option(...JSON_OPTION)
    .action(({ known, ...flags }: VerifyFlags) =>
      run(async ({ administration }) => {
        const link = parseInput(z.object({ known: knownLink.optional() }), { known }).known;
        const verification = await administration.audit.verify(link);
        printAnswer(verification, flags, describeVerification);
        if (verification.problem !== null) process.exitCode = 1;
      }),
    );
}

function describeEntry({ at, actor, action, partnerCode, detail }: AuditView): string {
  return [at, actor, action, partnerCode ?? '-', JSON.stringify(detail)].join('  ');
}

/** For people: what was found, and the end to keep elsewhere. */
export function describeVerification({ end, olderEntries, problem }: AuditVerification): string {
  const older =
    olderEntries === 0 ? [] : [`${String(olderEntries)} older entries are of before the chain.`];
  if (problem !== null) return [describeProblem(problem), ...older].join('\n');
  if (end.position === 0) return ['There is no entry.', ...older].join('\n');
  return [
    `${String(end.position)} entries, none was changed or taken out.`,
    ...older,
    `Keep this where nobody who writes to the database can: ${String(end.position)}:${end.hash}`,
  ].join('\n');
}

function describeProblem(problem: AuditProblem): string {
  switch (problem.kind) {
    case 'BROKEN':
      return `Entry ${String(problem.position)} was changed, moved or taken out.`;
    case 'KNOWN_LINK_MISSING':
      return `Entry ${String(problem.position)} is not the one that was known: the log was cut off or made anew.`;
    case 'BESIDE_THE_CHAIN':
      return `${String(problem.entries)} entries were put in beside the chain.`;
  }
}
