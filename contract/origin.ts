/** Whether an address is scheme, host and port as a browser writes them, and nothing behind. */
export function isOrigin(address: string): boolean {
  try {
    // Not `URL.canParse`: it is younger than the browsers that we serve.
    return new URL(address).origin === address;
  } catch {
    return false;
  }
}
