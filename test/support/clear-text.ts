/**
 * Everything that a history shows to whoever can read it: every payload's data decoded from
 * base64, beside the JSON itself. A search for personal data that skips the decoding finds nothing
 * and proves nothing.
 */
export function clearTextOf(value: unknown): string {
  const parts: string[] = [JSON.stringify(value)];
  collect(value, parts);
  return parts.join('\n');
}

function collect(value: unknown, parts: string[]): void {
  if (value instanceof Uint8Array) {
    parts.push(Buffer.from(value).toString('utf8'));
  } else if (typeof value === 'string') {
    parts.push(Buffer.from(value, 'base64').toString('utf8'));
  } else if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) collect(member, parts);
  }
}
