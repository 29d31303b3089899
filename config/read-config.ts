import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Names every bad setting at once, never a value: values may be secrets. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The variables of a process, or what stands for them. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment once, at the start of a process. `KENALI_X_FILE` supplies `KENALI_X` from
 * a file, for container secrets. An empty value counts as not set.
 *
 * @throws ConfigError listing all bad or missing names
 */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: ProcessEnvironment,
): Readonly<z.infer<z.ZodObject<Shape>>> {
  const values = Object.fromEntries(
    Object.keys(shape).map((name) => [name, readValue(name, environment)]),
  );
  const parsed = z.object(shape).safeParse(values);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return values[name] === undefined
      ? `${name} is not set`
      : `${name} is not valid: ${expected(issue)}`;
  });
  throw new ConfigError(`Configuration is not usable. ${[...new Set(problems)].join('; ')}.`);
}

function readValue(name: string, environment: ProcessEnvironment): string | undefined {
  const file = environment[`${name}_FILE`];
  const value = file ? readSecretFile(name, file) : environment[name];
  return value === '' ? undefined : value;
}

function readSecretFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trimEnd();
  } catch {
    throw new ConfigError(`${name}_FILE names a file that cannot be read: ${file}.`);
  }
}

/** Zod's own message may quote the input; what it expected does not, nor do our refinements. */
function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_value') return `expected one of ${issue.values.join(', ')}`;
  return 'expected' in issue ? `expected ${issue.expected}` : `does not fit (${issue.code})`;
}
