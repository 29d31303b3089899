import { z } from 'zod';
import type { PartnerSettings } from '../contract/schema/partner-settings.js';
import { parseStoredSettings } from '../db/parse-stored-settings.js';
import { conflict, describeProblem } from './administration-error.js';
import { listProblems } from './parse-input.js';

/** @throws AdministrationError CONFLICT naming each member that has to be given anew */
export function readStoredSettings(stored: unknown): PartnerSettings {
  try {
    return parseStoredSettings(stored);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const problems = listProblems(error, 'settings').map(describeProblem).join(' ');
    throw conflict(`This version cannot read what is stored. ${problems}`);
  }
}

/** Null where this version cannot read them. */
export function findStoredSettings(stored: unknown): PartnerSettings | null {
  try {
    return parseStoredSettings(stored);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}
