import { listMovements, type AskedMovements } from '../../contract/challenge.js';

/** As a person is told: `NOD`, or `NOD then TURN_LEFT`. */
export function describeMovements(asked: AskedMovements): string {
  return listMovements(asked).join(' then ');
}
