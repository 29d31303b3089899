import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../contract/is-record.js';
import { partnerSettings, type PartnerSettings } from '../contract/schema/partner-settings.js';
import { parseInput } from './parse-input.js';
import { findStoredSettings, readStoredSettings } from './stored-settings.js';

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
 * Merges a change into stored settings as a JSON merge patch does (RFC 7396): what is left out stays,
 * lists are replaced, null returns a member to its default. What another version has stored and this
 * one cannot read stays as well, unless the change is about it: the other version may come back.
 *
 * @throws AdministrationError INVALID naming each member and what is allowed, CONFLICT where what
 * stays keeps the settings from being read
 */
export function changeSettings(earlier: unknown, change: Members): ChangedSettings {
  const defaults = partnerSettings.parse({});
  // What is given is judged strictly, on top of what this version can read.
  const readable = findStoredSettings(earlier) ?? defaults;
  parseInput(partnerSettings, merge(readable, change), 'settings');
  const held = overlay(defaults, isRecord(earlier) ? earlier : {});
  const merged = merge(held, change);
  const stored = differing(merged, defaults);
  const kept = overlay(defaults, stored);
  return {
    settings: readStoredSettings(stored),
    stored,
    before: differing(held, kept),
    after: differing(kept, held),
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

/** `base` with the members of `over` on top, null among them. */
function overlay(base: Members, over: Members): Members {
  const members = Object.entries(over).map(([name, value]) => {
    const below = base[name];
    return [name, isRecord(below) && isRecord(value) ? overlay(below, value) : value] as const;
  });
  return Object.fromEntries([...Object.entries(base), ...members]);
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
