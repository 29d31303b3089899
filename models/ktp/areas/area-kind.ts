/** KABUPATEN or KOTA before a name, as cards write and shorten them; Jakarta's have ADMINISTRASI besides. */
const KIND = /^(?:KAB(?:UPATEN|\.|(?= ))|KOTA(?= )) *(?:ADM(?:INISTRASI|\.|(?= )) *)?/;
/** What the list has without a word for it. */
const KINDLESS = /^(?:JAKARTA |KEPULAUAN SERIBU\b)/;

/** The name of a regency or city as a place of birth or of issue has it. */
export function withoutKind(name: string): string {
  return name.replace(KIND, '');
}

/** The name of a regency or city with the word for it as the list has it: spelt out, or none. */
export function withListedKind(name: string): string {
  const bare = withoutKind(name);
  if (bare === name || KINDLESS.test(bare)) return bare;
  return `${name.startsWith('KAB') ? 'KABUPATEN' : 'KOTA'} ${bare}`;
}
