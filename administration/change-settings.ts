import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../contract/is-record.js';
import { partnerSettings, type PartnerSettings } from '../contract/schema/partner-settings.js';
import { parseInput } from './parse-input.js';

type Members = Readonly<Record<string, unknown>>;

export interface ChangedSettings {
  readonly settings: PartnerSettings;
  /** What differs from the defaults: what is stored. */
  readonly stored: Members;
  /** The members that changed, as they were and as they are. */
  readonly before: Members;
  readonly after: Members;
}

/**
 * Merges a change into settings as a JSON merge patch does (RFC 7396): what is left out stays,
 * lists are replaced, null returns a member to its default.
 *
 * @throws AdministrationError INVALID naming each member and what is allowed
 */
export function changeSettings(current: PartnerSettings, change: Members): ChangedSettings {
  const settings = parseInput(partnerSettings, merge(current, change), 'settings');
  const defaults = partnerSettings.parse({});
  return {
    settings,
    stored: differing(settings, defaults),
    before: differing(current, settings),
    after: differing(settings, current),
  };
}

/** Goes as deep as `current` has objects, however deep the change is nested. */
function merge(current: Members, change: Members): Members {
  const merged = new Map(Object.entries(current));
  for (const [name, value] of Object.entries(change)) {
    const held = merged.get(name);
    if (value === null) merged.delete(name);
    else merged.set(name, isRecord(held) && isRecord(value) ? merge(held, value) : value);
  }
  return Object.fromEntries(merged);
}

/** The members of `value` that are others in `base`. */
function differing(value: Members, base: Members): Members {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const other = base[name];
      if (isDeepStrictEqual(member, other)) return [];
      const isNested = isRecord(member) && isRecord(other);
      return [[name, isNested ? differing(member, other) : member] as const];
    }),
  );
}
