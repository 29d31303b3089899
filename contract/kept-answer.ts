export interface KeptAnswerOptions<T> {
  readonly ask: () => Promise<T>;
  /** How long an answer is good for, from when it was asked for. */
  readonly keptMs: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * For what is dear to ask and much asked for: all who ask within a while share one answer, which may still
 * be under way. A question that failed is asked anew by the next.
 */
export function keepAnswer<T>({ ask, keptMs, now }: KeptAnswerOptions<T>): () => Promise<T> {
  let kept: { readonly answer: Promise<T>; readonly atMs: number } | null = null;
  return () => {
    const atMs = now();
    if (kept !== null && atMs - kept.atMs < keptMs) return kept.answer;
    const asked = { answer: ask(), atMs };
    kept = asked;
    asked.answer.catch(() => {
      if (kept === asked) kept = null;
    });
    return asked.answer;
  };
}
