export interface StartArguments {
  readonly isHelp: boolean;
  readonly isReset: boolean;
  readonly hasDemo: boolean;
}

export const START_USAGE = `npm start [-- OPTIONS]   run the whole platform in the foreground

  --no-demo   leave out the two demonstration sessions
  --reset     drop the state folder with all data and keys, then start anew
  --help      this text

Ctrl-C stops everything. State is kept in .kenali, or where KENALI_STATE_DIR says.
Ports: KENALI_API_PORT (8080), KENALI_PARTNER_PORT (8090), KENALI_STORAGE_PORT (9000),
  KENALI_STORAGE_CONSOLE_PORT (9001), KENALI_TEMPORAL_PORT (7233), KENALI_TEMPORAL_UI_PORT (8233),
  KENALI_DATABASE_PORT (54329).
Servers of your own: KENALI_DATABASE_URL, KENALI_TEMPORAL_ADDRESS, KENALI_STORAGE_URL (with
  KENALI_STORAGE_ACCESS_KEY and KENALI_STORAGE_SECRET_KEY) are then used and not started.
Phones on your network, through a proxy with a certificate: KENALI_PUBLIC_URL and KENALI_STORAGE_PUBLIC_URL
  are what it serves the API and the object store as.
Downloads and built servers are kept in ~/.cache/kenali, or where KENALI_CACHE_DIR says.`;

/** @throws Error naming the argument that is not known */
export function parseStartArguments(args: readonly string[]): StartArguments {
  const known = ['--no-demo', '--reset', '--help', '-h'];
  const unknown = args.find((argument) => !known.includes(argument));
  if (unknown !== undefined) {
    throw new Error(`Unknown argument ${unknown}.\n\n${START_USAGE}`);
  }
  return {
    isHelp: args.includes('--help') || args.includes('-h'),
    isReset: args.includes('--reset'),
    hasDemo: !args.includes('--no-demo'),
  };
}
