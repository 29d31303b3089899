/**
 * Breaks a value between words into two lines at most. What does not fit even then stays in the
 * second line, to be squeezed.
 *
 * @param measure pixels
 */
export function wrapValue(
  value: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  if (measure(value) <= width) return [value];
  const words = value.split(' ');
  let taken = words.length - 1;
  while (taken > 1 && measure(words.slice(0, taken).join(' ')) > width) taken -= 1;
  if (taken === 0) return [value];
  return [words.slice(0, taken).join(' '), words.slice(taken).join(' ')];
}
