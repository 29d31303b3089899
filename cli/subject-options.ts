import { readFileSync } from 'node:fs';
import type { Command } from 'commander';

/** Whom a command is about, as the partner named them at initiate. */
export interface UserFlags {
  readonly userId: string;
  readonly userIdType: string;
}

export const REASON_OPTION = [
  '--reason <text>',
  'for the audit log, which keeps it for good: no personal data, a reference will do',
] as const;

export function addUserOptions(command: Command): Command {
  return command
    .argument('<code>', 'the partner')
    .requiredOption('--user-id <id>', 'x-partner-user-id; - reads it from standard input')
    .requiredOption('--user-id-type <type>', 'x-partner-user-id-type');
}

/** From standard input the id stays out of the shell's history and the list of processes. */
export function toUserSubject(partnerCode: string, { userId, userIdType }: UserFlags) {
  const partnerUserId = userId === '-' ? readFileSync(0, 'utf8').trim() : userId;
  return { partnerCode, partnerUserId, partnerUserIdType: userIdType };
}
