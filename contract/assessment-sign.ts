/**
 * One thing that was measured on a capture and what it says. Numbers alone, nothing about the
 * person: it is stored with the verdict and shown to operators.
 */
export interface AssessmentSign {
  /** Such as `network`; open, models come and go. */
  readonly name: string;
  /** On the sign's own scale; null for what is or is not. */
  readonly score: number | null;
  readonly threshold: number | null;
  /** Whether it speaks against the capture. */
  readonly isAgainst: boolean;
}
