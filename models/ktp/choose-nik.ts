import { hasBirthDate, isPossibleNik, type NikReading } from './nik.js';

/**
 * The reading of the NIK to trust. What two readers agree on is as sure as the surer of them. Where
 * they differ, rules and the printed date of birth arbitrate between what was read; no digit comes
 * from anywhere else.
 */
export function chooseNik(
  candidates: readonly NikReading[],
  dateOfBirth: string | null,
): NikReading | null {
  const rank = (candidate: NikReading) =>
    (isPossibleNik(candidate.nik) ? 4 : 0) +
    (dateOfBirth !== null && hasBirthDate(candidate.nik, dateOfBirth) ? 2 : 0) +
    candidate.confidence;
  return [...candidates].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}
