import { isRecord } from './is-record.js';

/** The same JSON value with the members of every object by name, so that equal values have one text. */
export function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => sortMembers(item));
  if (!isRecord(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sortMembers(member)]));
}
