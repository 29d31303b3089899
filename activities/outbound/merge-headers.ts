type Headers = Readonly<Record<string, string>>;

/** A partner's static headers with ours, which they cannot replace in whatever case they are written. */
export function mergeHeaders(partners: Headers, ours: Headers): Headers {
  const lowerCased = Object.entries(partners).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  return { ...Object.fromEntries(lowerCased), ...ours };
}
