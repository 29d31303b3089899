/**
 * A weight file cannot be had or is not the pinned one. The message names the file, what is wrong
 * and what to do; it is fit for an operator's terminal.
 */
export class WeightError extends Error {
  override readonly name = 'WeightError';
  readonly file: string;
  readonly remedy: string;

  constructor(file: string, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${file}: ${problem}. ${remedy}`, options);
    this.file = file;
    this.remedy = remedy;
  }
}
