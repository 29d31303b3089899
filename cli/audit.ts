import type { Command } from 'commander';
import { parseInput } from '../administration/parse-input.js';
import { auditQuery } from '../contract/schema/operator/audit.js';
import { createRunAdministration } from './open-administration.js';
import { JSON_OPTION, printAnswer, type OutputFlags } from './print-answer.js';

type Environment = Readonly<Record<string, string | undefined>>;

interface ListFlags extends OutputFlags {
  readonly partner?: string;
  readonly actor?: string;
  readonly action?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: string;
  readonly cursor?: string;
}

/** `kenali audit list`. `environment` is the process's own. */
export function addAuditCommand(program: Command, environment: Environment): void {
  const run = createRunAdministration(environment);
  program
    .command('audit')
    .description('Every change that an operator has made.')
    .command('list')
    .description('Lists entries, newest first.')
    .option('--partner <code>', 'of one partner')
    .option('--actor <actor>', 'operator:<key name> or cli:<account>')
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
          [
            ...page.entries.map(({ at, actor, action, partnerCode: code, detail }) =>
              [at, actor, action, code ?? '-', JSON.stringify(detail)].join('  '),
            ),
            ...(page.entries.length === 0 ? ['There is none.'] : []),
            ...(page.nextCursor === null ? [] : [`More: --cursor ${page.nextCursor}`]),
          ].join('\n'),
        );
      }),
    );
}
