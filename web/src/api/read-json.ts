import { isRecord } from '../../../contract/is-record.js';

/** An answer that is not what the contract says. Never holds the answer itself. */
export class MalformedAnswerError extends Error {
  constructor(field: string) {
    super(`The service answered without a usable "${field}".`);
    this.name = 'MalformedAnswerError';
  }
}

export function readRecord(
  source: Record<string, unknown>,
  field: string,
): Record<string, unknown> {
  const value = source[field];
  if (!isRecord(value)) throw new MalformedAnswerError(field);
  return value;
}

export function readString(source: Record<string, unknown>, field: string): string {
  const value = source[field];
  if (typeof value !== 'string') throw new MalformedAnswerError(field);
  return value;
}

export function readNullableString(source: Record<string, unknown>, field: string): string | null {
  return source[field] === null || source[field] === undefined ? null : readString(source, field);
}

export function readNumber(source: Record<string, unknown>, field: string): number {
  const value = source[field];
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new MalformedAnswerError(field);
  return value;
}

export function readArray(source: Record<string, unknown>, field: string): readonly unknown[] {
  const value: unknown = source[field];
  if (!Array.isArray(value)) throw new MalformedAnswerError(field);
  return value;
}

/** A member of a closed set, given as the object that lists it. */
export function readMember<Member extends string>(
  source: Record<string, unknown>,
  field: string,
  members: Readonly<Record<Member, Member>>,
): Member {
  const found = findMember(source[field], members);
  if (found === null) throw new MalformedAnswerError(field);
  return found;
}

export function findMember<Member extends string>(
  value: unknown,
  members: Readonly<Record<Member, Member>>,
): Member | null {
  for (const member of Object.values<Member>(members)) if (member === value) return member;
  return null;
}
