import type { ChallengeAction } from '../../../contract/challenge.js';

/** Those that people are asked for, see `workflows/draw-challenge.ts`. */
const DRAWN: readonly ChallengeAction[] = ['TURN_LEFT', 'TURN_RIGHT', 'NOD'];

/** Every way to ask for so many different movements of some actions, one after the other. */
export function listOrders(
  actions: readonly ChallengeAction[],
  count: number,
): readonly (readonly ChallengeAction[])[] {
  if (count === 0) return [[]];
  return actions.flatMap((action) => {
    const rest = actions.filter((other) => other !== action);
    return listOrders(rest, count - 1).map((order) => [action, ...order]);
  });
}

/** What might have been asked for instead. */
export function listOtherOrders(
  movements: readonly ChallengeAction[],
): readonly (readonly ChallengeAction[])[] {
  const all = listOrders(DRAWN, movements.length);
  return all.filter((order) => nameOrder(order) !== nameOrder(movements));
}

/** The movements that might have been asked for and are not. */
export function listUnasked(movements: readonly ChallengeAction[]): readonly ChallengeAction[] {
  return DRAWN.filter((action) => !movements.includes(action));
}

export function nameOrder(movements: readonly ChallengeAction[]): string {
  return movements.join(', ');
}
