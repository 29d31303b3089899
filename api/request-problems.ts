import type { z } from 'zod';
import { MEMBER_NAME } from '../contract/member-name.js';
import { WireCode, type WireError } from '../contract/wire-error.js';

/** Missing values are 1539 at token and initiate calls, 1550 at all others. */
export type MissingCode = typeof WireCode.MISSING_AT_START | typeof WireCode.MISSING;

export type Parsed<Value> =
  | { readonly isValid: true; readonly value: Value }
  | { readonly isValid: false; readonly problems: readonly WireError[] };

/**
 * Parses a body or query and tells every problem at once: `<NAME>_CAN_NOT_BE_EMPTY` for what is
 * missing, `INVALID_<NAME>` for what is not allowed. Zod's own messages may quote the input and
 * are not passed on.
 */
export function parseRequest<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  missingCode: MissingCode,
): Parsed<z.infer<Schema>> {
  // Express leaves the body undefined when there is none: every required member is then missing.
  const value = input ?? {};
  const parsed = schema.safeParse(value);
  if (parsed.success) return { isValid: true, value: parsed.data };
  const problems = parsed.error.issues.map(({ path }) => toProblem(value, path, missingCode));
  return { isValid: false, problems };
}

export function missing(name: string, field: string, code: MissingCode): WireError {
  return { code, cause: `${name}_CAN_NOT_BE_EMPTY`, field };
}

export function invalid(name: string, field: string): WireError {
  return { code: WireCode.INVALID_VALUE, cause: `INVALID_${name}`, field };
}

function toProblem(input: unknown, given: readonly PropertyKey[], code: MissingCode): WireError {
  const path = cutAtForeign(given);
  const last = path.at(-1);
  if (last === undefined) return { code: WireCode.INVALID_VALUE, cause: 'INVALID_REQUEST_BODY' };
  const name = memberWireName(String(last));
  const field = path.map(String).join('.');
  return isBlank(valueAt(input, path)) ? missing(name, field, code) : invalid(name, field);
}

/** A key of a record is the caller's own: then the record is told. */
function cutAtForeign(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const foreign = path.findIndex((part) => typeof part === 'string' && !MEMBER_NAME.test(part));
  return foreign === -1 ? path : path.slice(0, foreign);
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    input,
  );
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

/** `successRedirectionUrl` is told as `SUCCESS_REDIRECTION_URL`. */
export function memberWireName(member: string): string {
  return member.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
