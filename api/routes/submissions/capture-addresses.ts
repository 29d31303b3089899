/**
 * The documentation prints the address of presign and confirm in these ways; all of them are the
 * same. The first is the one that our reference documents.
 */
export const CAPTURE_PATHS = [
  '/coe-partner/v1/submissions/url',
  '/coe-partner/v1/submissions/urls',
  '/coe-partner/v1/submissions-url',
  '/coe/v1/submissions/url',
  '/coe/v1/submissions/urls',
  '/coe/v1/submissions-url',
  '/submissions-url',
] as const;
