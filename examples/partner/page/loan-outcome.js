/**
 * @typedef {{outcome: string, fields?: string[]}} Outcome
 *
 * @typedef {{title: string, text: string, tone: 'good' | 'bad' | 'waiting'}} OutcomeWords
 */

/** @type {Readonly<Record<string, string>>} */
const FIELD_NAMES = { name: 'the name', dateOfBirth: 'the date of birth' };

/**
 * What the applicant is told. Only a match is a yes; a registry that does not answer is no reason
 * to refuse anybody.
 *
 * @param {Outcome} outcome
 * @returns {OutcomeWords}
 */
export function outcomeWords({ outcome, fields = [] }) {
  const named = fields.map((field) => FIELD_NAMES[field] ?? field).join(' and ');
  switch (outcome) {
    case 'MATCH':
      return {
        title: 'Your particulars are confirmed',
        text: 'The registry knows you as your card does. Your application goes on.',
        tone: 'good',
      };
    case 'MISMATCH':
      return {
        title: 'Something differs',
        text: `The registry has ${named === '' ? 'something' : named} otherwise. Please check the form; if your card is right, visit us with it.`,
        tone: 'bad',
      };
    case 'NOT_FOUND':
      return {
        title: 'The registry does not know this NIK',
        text: 'Please check the number against your card.',
        tone: 'bad',
      };
    default:
      return {
        title: 'The registry does not answer',
        text: 'Nothing was decided. We keep your application and ask again later.',
        tone: 'waiting',
      };
  }
}
