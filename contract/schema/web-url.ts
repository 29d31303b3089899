/**
 * `https://bank.example@evil.example/` reads like the bank's, and a password in an address is shown
 * wherever the address is. Call it with what is an address.
 */
export function hasNoUserInfo(url: string): boolean {
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
