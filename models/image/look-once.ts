/**
 * Looks at every picture once, whoever asks: what was found goes with the picture, and so does a look that
 * failed.
 *
 * @param look what else it is given has to be of the same picture: the first to ask decides
 */
export function lookOnce<Picture extends object, Rest extends readonly unknown[], Found>(
  look: (picture: Picture, ...rest: Rest) => Promise<Found>,
): (picture: Picture, ...rest: Rest) => Promise<Found> {
  const found = new WeakMap<Picture, Promise<Found>>();
  return (picture, ...rest) => {
    const before = found.get(picture);
    if (before !== undefined) return before;
    const seen = look(picture, ...rest);
    found.set(picture, seen);
    return seen;
  };
}
