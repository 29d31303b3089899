import type { RetentionSettings } from '../contract/retention.js';
import { partnerSettings } from '../contract/schema/partner-settings.js';

const retention = partnerSettings
  .pick({ retentionDays: true, imageRetentionDays: true })
  // Whatever else is stored is read elsewhere.
  .strip();

/**
 * How long a partner keeps what is personal. Unlike `parseStoredSettings` it takes no default for what it
 * cannot read, as when a later version has allowed more: what is erased by it does not come back.
 *
 * @throws ZodError
 */
export function parseStoredRetention(stored: unknown): RetentionSettings {
  return retention.parse(stored);
}
