export const Tag = {
  TOKENS: 'Tokens',
  SESSIONS: 'Sessions',
  CAPTURES: 'Captures',
  FACE_MATCH: 'Face match',
  CAPTURE_APP: 'Capture app',
  YOUR_BACKEND: 'Your backend',
  OPERATOR: 'Operator',
} as const;

export const TAGS = [
  { name: Tag.TOKENS, description: 'The Token Gateway. It may be on a host of its own.' },
  { name: Tag.SESSIONS, description: 'Calls of a partner’s backend about a person’s session.' },
  {
    name: Tag.CAPTURES,
    description:
      'For an app or SDK that takes the pictures itself; the capture app makes the same calls.',
  },
  { name: Tag.FACE_MATCH, description: 'Two faces, from backend to backend.' },
  { name: Tag.YOUR_BACKEND, description: 'What your backend offers for us to call.' },
  {
    name: Tag.CAPTURE_APP,
    description:
      'The capture app’s own calls, of the same origin. Those that are not under Captures as well are not for partners and may change.',
  },
  {
    name: Tag.OPERATOR,
    description:
      'For who runs the platform, not for partners. Members that are not listed are refused.',
  },
];
