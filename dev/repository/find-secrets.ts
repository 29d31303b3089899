/** A line that looks as if it held a secret. Does not repeat the secret. */
export interface SecretFinding {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  /** What fits the rule; for a list of known values, not for a message. */
  readonly value: string;
}

/** Secrets that tell themselves by their form. The first group is the value, else all of it. */
const FORMS: readonly (readonly [rule: string, form: RegExp])[] = [
  ['a private key in PEM', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['the private part of a JWK', /["']?\bd["']?\s*:\s*["']([A-Za-z0-9_-]{42,})["']/],
  ['a signed token', /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]{8,}/],
  ['an access key of AWS', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  [
    'a token of a code host or registry',
    /\b(?:gh[pousr]_|github_pat_|glpat-|npm_)[A-Za-z0-9]{20,}/,
  ],
  ['a token of Slack or Google', /\b(?:xox[abprs]-[A-Za-z0-9-]{10,}|AIza[A-Za-z0-9_-]{35})/],
  ['a callback secret of ours', /\bwhsec_[A-Za-z0-9+/]{24,}={0,2}/],
  ['an operator key of ours', /\bkenali_operator_[A-Za-z0-9_-]{20,}/],
  ['a password in an address', /\b[a-z][a-z0-9+]{1,15}:\/\/[^\s:/@'"`$]+:([^\s/@'"`$]{3,})@/],
];

/** A name that means a secret, with a literal value behind it. */
const NAMED =
  /(?:secret|passw(?:or)?d|pass[_-]?key|api[_-]?key|access[_-]?key|private[_-]?key|sealing|signing|token|credential)[\w"'\]]{0,30}\s*[:=]\s*["'`]?([A-Za-z0-9+/_-]{24,}={0,2})/i;

/** Of hex digits there are 4 bits a character at most, of base64 6; words have some 3. */
const MIN_BITS_HEX = 3.2;
const MIN_BITS = 4;

export function findSecrets(text: string): readonly SecretFinding[] {
  return text.split('\n').flatMap((content, index) => {
    const line = index + 1;
    const formed = FORMS.flatMap(([rule, form]) => {
      const match = form.exec(content);
      return match === null ? [] : [{ rule, line, value: match[1] ?? match[0] }];
    });
    const value = NAMED.exec(content)?.[1];
    const isNew = value !== undefined && !formed.some((found) => found.value.includes(value));
    return isNew && looksDrawn(value)
      ? [...formed, { rule: 'a drawn value under such a name', line, value }]
      : formed;
  });
}

/** Whether the characters are spread as in random bytes, and not as in words and names. */
function looksDrawn(value: string): boolean {
  if (/^[0-9a-f]+$/i.test(value)) return value.length >= 32 && entropyOf(value) >= MIN_BITS_HEX;
  const hasKinds = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(value));
  return hasKinds && entropyOf(value) >= MIN_BITS;
}

/** Shannon's, in bits a character. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / value.length;
    return sum - share * Math.log2(share);
  }, 0);
}
