/** `null` for what is no address. (`URL.canParse` is younger than the browsers that we serve.) */
export function parseAddress(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** An address that a browser opens as a page. */
export function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:$/.test(parseAddress(value)?.protocol ?? '');
}
