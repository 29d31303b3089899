import type { z } from 'zod';
import { MEMBER_NAME } from '../contract/member-name.js';
import { AdministrationError, type AdministrationProblem } from './administration-error.js';

/**
 * Parses what an operator gave. `within` is the member that `input` is, for the errors.
 *
 * @throws AdministrationError INVALID with every problem: the member, and what is allowed
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  within?: string,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AdministrationError('INVALID', listProblems(parsed.error, within));
}

/** `within` is the member that was parsed. */
export function listProblems(
  { issues }: z.ZodError,
  within?: string,
): readonly AdministrationProblem[] {
  const prefix = within === undefined ? [] : [within];
  return issues.flatMap((issue) => toProblems(issue, prefix));
}

type Issue = z.core.$ZodIssue;

function toProblems(issue: Issue, prefix: readonly string[]): readonly AdministrationProblem[] {
  const path = [...prefix, ...issue.path.map(String)];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: toField(MEMBER_NAME.test(key) ? [...path, key] : path),
      message: 'There is no such member.',
    }));
  }
  const told = issue.code === 'invalid_key' ? issue.issues : [issue];
  return told.map(({ message }) => ({ field: toField(path), message: withStop(message) }));
}

function toField(path: readonly string[]): string | null {
  const shown = path.filter((part) => MEMBER_NAME.test(part) || /^\d+$/.test(part));
  return shown.length === 0 ? null : shown.join('.');
}

/** Zod's own messages are no sentences. They name types and limits, never the input. */
function withStop(message: string): string {
  return message.endsWith('.') ? message : `${message}.`;
}
