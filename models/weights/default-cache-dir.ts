import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where weights are kept unless the caller says otherwise: `KENALI_CACHE_DIR`, else
 * `$XDG_CACHE_HOME/kenali`, else `~/.cache/kenali`.
 */
export function defaultCacheDir(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  const { KENALI_CACHE_DIR: configured = '', XDG_CACHE_HOME: xdg = '' } = environment;
  if (configured !== '') return configured;
  return join(xdg === '' ? join(homedir(), '.cache') : xdg, 'kenali');
}
