/** One thing that is wrong with what an operator asked for. */
export interface AdministrationProblem {
  /** The dotted member, such as `settings.lifetimes.userToken`; null for the whole. */
  readonly field: string | null;
  /** For people: what is allowed. Never what was given. */
  readonly message: string;
}

/** `UNAVAILABLE`: something behind it is away; asking again is safe. */
export type AdministrationRefusal = 'NOT_FOUND' | 'INVALID' | 'CONFLICT' | 'UNAVAILABLE';

/** An operator asked for something that cannot be. Messages are meant to be shown. */
export class AdministrationError extends Error {
  override readonly name = 'AdministrationError';
  readonly refusal: AdministrationRefusal;
  readonly problems: readonly AdministrationProblem[];

  constructor(
    refusal: AdministrationRefusal,
    problems: readonly AdministrationProblem[],
    options?: ErrorOptions,
  ) {
    super(problems.map(describeProblem).join(' '), options);
    this.refusal = refusal;
    this.problems = problems;
  }
}

export function notFound(message: string): AdministrationError {
  return new AdministrationError('NOT_FOUND', [{ field: null, message }]);
}

export function conflict(message: string): AdministrationError {
  return new AdministrationError('CONFLICT', [{ field: null, message }]);
}

/** `cause` says what is away, for the log. */
export function unavailable(message: string, cause: unknown): AdministrationError {
  return new AdministrationError('UNAVAILABLE', [{ field: null, message }], { cause });
}

export function invalid(field: string, message: string): AdministrationError {
  return new AdministrationError('INVALID', [{ field, message }]);
}

/** As it is shown, with the member that it is about. */
export function describeProblem({ field, message }: AdministrationProblem): string {
  return field === null ? message : `${field}: ${message}`;
}
