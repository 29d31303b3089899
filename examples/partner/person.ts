import { z } from 'zod';

/** What a form hands in about a person, whether it was read from the card or typed. */
export const person = z.object({
  nik: z.string().regex(/^\d{16}$/, 'The NIK has 16 digits.'),
  name: z.string().trim().min(2, 'Please give the name as on the card.').max(100),
  dateOfBirth: z.iso.date('Please give the date of birth.').refine(isPast, {
    message: 'A date of birth is in the past.',
  }),
});
export type Person = z.infer<typeof person>;

/** The first problem of each field, in words for the person. */
export function describeProblems(error: z.ZodError): Readonly<Record<string, string>> {
  const problems = error.issues.map(
    (issue) => [String(issue.path[0] ?? ''), issue.message] as const,
  );
  return Object.fromEntries(problems.reverse());
}

/** The last four digits: enough to tell two cards apart, too few to tell the person. */
export function maskNik(nik: string): string {
  return '•'.repeat(Math.max(0, nik.length - 4)) + nik.slice(-4);
}

function isPast(date: string): boolean {
  return date < new Date().toISOString().slice(0, 10);
}
