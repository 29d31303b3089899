/** How much of the visitor's name the host has printed on the badge. */
export const BADGE_STYLES = ['FULL', 'FIRST', 'INITIALS'] as const;
export type BadgeStyle = (typeof BADGE_STYLES)[number];

/** @param name as printed on the card, in capitals */
export function badgeName(name: string, style: BadgeStyle): string {
  const words = name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(capitalise);
  if (style === 'FULL') return words.join(' ');
  if (style === 'INITIALS') return words.map(initialOf).join(' ');
  const [first = '', ...others] = words;
  const last = others.at(-1);
  return last === undefined ? first : `${first} ${initialOf(last)}`;
}

function initialOf(word: string): string {
  return `${word.slice(0, 1)}.`;
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase();
}
