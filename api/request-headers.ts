import type { IncomingHttpHeaders } from 'node:http';
import type { WireError } from '../contract/wire-error.js';
import { invalid, missing, type MissingCode, type Parsed } from './request-problems.js';

/** The contract's own headers, with the name that their errors carry. */
const WIRE_NAMES = {
  'client-id': 'CLIENT_ID',
  'pass-key': 'PASS_KEY',
  'x-onekyc-token': 'ONEKYC_TOKEN',
  'x-onboarding-partner': 'ONBOARDING_PARTNER',
  'x-partner-user-id': 'PARTNER_USER_ID',
  'x-partner-user-id-type': 'PARTNER_USER_ID_TYPE',
  'x-partner-session-id': 'PARTNER_SESSION_ID',
  'x-sdk-session-id': 'SDK_SESSION_ID',
  'x-submission-id': 'SUBMISSION_ID',
} as const;

export type ContractHeader = keyof typeof WIRE_NAMES;

export const CONTRACT_HEADERS = Object.keys(WIRE_NAMES).filter(isContractHeader);

/** The name of a header in causes: `CLIENT_ID` for `client-id`. */
export function headerWireName(name: ContractHeader): string {
  return WIRE_NAMES[name];
}

function isContractHeader(name: string): name is ContractHeader {
  return name in WIRE_NAMES;
}

/** Ids of partners are theirs to choose; longer ones are refused, not cut. */
export const MAX_ID_LENGTH = 255;

/**
 * Headers have no agreed encoding beyond ASCII: other letters would come back from us as
 * different ones.
 */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** The header's value; undefined when it is missing or blank. */
export function readHeader(headers: IncomingHttpHeaders, name: ContractHeader): string | undefined {
  const value = headers[name];
  const text = (Array.isArray(value) ? value.join(',') : value)?.trim();
  return text === '' ? undefined : text;
}

/**
 * Every one of the `required` headers that is missing, too long or not printable ASCII. Of a token alone whether
 * it is there: what it is good for is told before, by `TokenIssuer.verify`.
 */
export function findHeaderProblems(
  headers: IncomingHttpHeaders,
  required: readonly ContractHeader[],
  code: MissingCode,
): readonly WireError[] {
  return required.flatMap((name) => {
    const value = readHeader(headers, name);
    if (value === undefined) return [missing(WIRE_NAMES[name], name, code)];
    return isUsable(name, value) ? [] : [invalid(WIRE_NAMES[name], name)];
  });
}

/** The values of the `required` headers, or every problem with them at once. */
export function parseHeaders<Name extends ContractHeader>(
  headers: IncomingHttpHeaders,
  required: readonly Name[],
  code: MissingCode,
): Parsed<Readonly<Record<Name, string>>> {
  const problems = findHeaderProblems(headers, required, code);
  const values: Partial<Record<Name, string>> = {};
  for (const name of required) values[name] = readHeader(headers, name);
  return problems.length === 0 && isComplete(values, required)
    ? { isValid: true, value: values }
    : { isValid: false, problems };
}

function isUsable(name: ContractHeader, value: string): boolean {
  if (name === 'x-onekyc-token') return true;
  return value.length <= MAX_ID_LENGTH && PRINTABLE_ASCII.test(value);
}

function isComplete<Name extends string>(
  values: Partial<Record<Name, string>>,
  required: readonly Name[],
): values is Record<Name, string> {
  return required.every((name) => values[name] !== undefined);
}
