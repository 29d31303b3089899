import { isRecord } from '../../contract/is-record.js';

/** Options of every command of an operator. */
export interface OutputFlags {
  readonly json?: true;
}

export const JSON_OPTION = ['--json', 'print JSON'] as const;

/** As JSON, or in the words of `describe`. */
export function printAnswer<Answer>(
  answer: Answer,
  { json }: OutputFlags,
  describe: (answer: Answer) => string,
): void {
  console.log(json ? JSON.stringify(answer, null, 2) : describe(answer));
}

/** A line each, and how to go on where there is more. */
export function describePage(lines: readonly string[], nextCursor: string | null): string {
  const shown = lines.length === 0 ? ['There is none.'] : lines;
  return [...shown, ...(nextCursor === null ? [] : [`More: --cursor ${nextCursor}`])].join('\n');
}

/** What is shown once. Members that are null are left out, unless in JSON. */
export function printOnce(
  secrets: Readonly<Record<string, string | null>>,
  flags: OutputFlags,
): void {
  printAnswer(secrets, flags, () => {
    const shown = Object.entries(secrets).filter(([, value]) => value !== null);
    return `${describeMembers(Object.fromEntries(shown))}\n\nKeep these now: they are not shown again.`;
  });
}

const NAME_WIDTH = 20;

/** A line each: name and value. Nested members are dotted, lists are joined by commas. */
export function describeMembers(members: Readonly<Record<string, unknown>>, within = ''): string {
  return Object.entries(members)
    .map(([name, value]) => {
      const label = `${within}${name}`;
      if (isRecord(value) && Object.keys(value).length > 0)
        return describeMembers(value, `${label}.`);
      return `${label.padEnd(NAME_WIDTH)} ${describeValue(value)}`;
    })
    .join('\n');
}

function describeValue(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map(describeValue).join(', ');
  if (value === null || isRecord(value)) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
