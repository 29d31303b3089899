import { z } from 'zod';
import { partnerSettings, type PartnerSettings } from '../contract/schema/partner-settings.js';

const hasNoIpAllowList = z.looseObject({ ipAllowList: z.array(z.never()).optional() });

/**
 * Settings as a store reads them. Another version may have written them: a member that this one
 * does not know is left out, so is an entry of a list that it does not take, and any other such
 * member is at its default. Only administration is strict, where an operator can be told.
 *
 * @throws ZodError when no entry is left of `flows` or of an IP list, which empty means anywhere
 */
export function parseStoredSettings(stored: unknown): PartnerSettings {
  const parsed = partnerSettings.safeParse(stored);
  if (parsed.success) return parsed.data;
  const refused = new Set(parsed.error.issues.flatMap(listPaths));
  const settings = partnerSettings.parse(leaveOut(stored, refused));
  const isOpened = settings.ipAllowList.length === 0 && !hasNoIpAllowList.safeParse(stored).success;
  if (isOpened) throw parsed.error;
  return settings;
}

/** The dotted members that an issue is about. */
function listPaths(issue: z.core.$ZodIssue): string[] {
  const path = issue.path.map(String);
  const paths =
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return paths.map((one) => one.join('.'));
}

function leaveOut(value: unknown, refused: ReadonlySet<string>, within = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const path = `${within}${name}`;
    return refused.has(path) ? [] : [[name, leaveOut(member, refused, `${path}.`)] as const];
  });
  return Array.isArray(value) ? kept.map(([, entry]) => entry) : Object.fromEntries(kept);
}
