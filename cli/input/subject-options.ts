import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { JSON_OPTION, type OutputFlags } from '../output/print-answer.js';

/** With every request that the audit log gives a reason for. */
export interface ReasonFlags extends OutputFlags {
  readonly reason: string;
}

/** Whom a command is about, as the partner named them at initiate. */
interface UserFlags {
  readonly userId: string;
  readonly userIdType: string;
}

/** Does what a command is for, to one submission or to all of a partner user. */
export type RunOnSubject = (subject: object, flags: ReasonFlags) => Promise<void>;

export const REASON_OPTION = [
  '--reason <text>',
  'for the audit log, which keeps it for good: no personal data, a reference will do',
] as const;

/** `… submission <submission-id>` and `… user <code>`, which differ in whom they are about alone. */
export function addSubjectCommands(
  parent: Command,
  description: Readonly<Record<'submission' | 'user', string>>,
  run: RunOnSubject,
): void {
  parent
    .command('submission')
    .argument('<submission-id>')
    .description(description.submission)
    .requiredOption(...REASON_OPTION)
    .option(...JSON_OPTION)
    .action((submissionId: string, flags: ReasonFlags) => run({ submissionId }, flags));
  parent
    .command('user')
    .argument('<code>', 'the partner')
    .description(description.user)
    .requiredOption('--user-id <id>', 'x-partner-user-id; - reads it from standard input')
    .requiredOption('--user-id-type <type>', 'x-partner-user-id-type')
    .requiredOption(...REASON_OPTION)
    .option(...JSON_OPTION)
    .action((code: string, flags: ReasonFlags & UserFlags) =>
      run(toUserSubject(code, flags), flags),
    );
}

/** From standard input the id stays out of the shell's history and the list of processes. */
function toUserSubject(partnerCode: string, { userId, userIdType }: UserFlags) {
  const partnerUserId = userId === '-' ? readFileSync(0, 'utf8').trim() : userId;
  return { partnerCode, partnerUserId, partnerUserIdType: userIdType };
}
