import { asArray, asObject, resolve } from './json.js';
import type { Place } from './list-refusals.js';

const MAX_DEPTH = 20;

/** Members that were documented and are no more: nobody sends, or reads, them any longer. */
export function listRemovedMembers(before: Place, after: Place, at: string, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const inner = (old: unknown, now: unknown, where: string) =>
    listRemovedMembers(
      { schema: old, document: before.document },
      { schema: now, document: after.document },
      where,
      depth + 1,
    );
  const oldShapes = shapesOf(before);
  const newShapes = shapesOf(after);
  return oldShapes.flatMap((old) => {
    // Of several shapes, the one that has kept the most.
    const losses = newShapes.map((now) => {
      const members = asObject(now.properties);
      const lost = Object.entries(asObject(old.properties)).flatMap(([name, schema]) =>
        name in members
          ? inner(schema, members[name], `${at}.${name}`)
          : [`${at}.${name}: removed`],
      );
      return 'items' in old ? [...lost, ...inner(old.items, now.items, `${at}[]`)] : lost;
    });
    return losses.reduce(
      (best, lost) => (lost.length < best.length ? lost : best),
      losses[0] ?? [],
    );
  });
}

/** The alternatives of a schema, without `null` and the like, which have no members. */
function shapesOf({ schema, document }: Place) {
  const resolved = resolve(schema, document);
  const branches = [...asArray(resolved.anyOf), ...asArray(resolved.oneOf)];
  return branches.length === 0 ? [resolved] : branches.map((branch) => resolve(branch, document));
}
