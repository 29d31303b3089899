import type { Dictionary } from '../i18n/id.js';
import type { Session } from '../session.svelte.js';

/** What every screen is given. */
export interface ScreenProps {
  readonly session: Session;
  /** The words of the chosen language. */
  readonly t: Dictionary;
}
