/**
 * @typedef {object} Outcome
 * @property {string} userId
 * @property {'VALID' | 'INVALID' | 'ERROR' | 'RETRY' | 'EXHAUST'} kind
 * @property {string | null} reasonCode
 * @property {string} flow
 * @property {number} delaySeconds
 */

const KINDS = {
  VALID: { title: 'Accepted', meaning: 'Every check passes: COMPLETED, VALID.' },
  INVALID: {
    title: 'Rejected at once',
    meaning:
      'COMPLETED, INVALID with the reason code. The browser still goes to the success address.',
  },
  ERROR: {
    title: 'Technical failure',
    meaning: 'ERROR without a result. Nothing was decided about the person.',
  },
  RETRY: {
    title: 'Asked for again once',
    meaning: 'The first pictures are refused with the code, the second are accepted.',
  },
  EXHAUST: {
    title: 'Asked for again until no attempt is left',
    meaning:
      'Every picture is refused. In the end INVALID, with the code if it is a verdict, else MAX_ATTEMPTS_REACHED.',
  },
};

/**
 * @param {Outcome['kind']} kind
 * @returns {{title: string, meaning: string}}
 */
export function sandboxWords(kind) {
  return KINDS[kind];
}
