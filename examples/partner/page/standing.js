/**
 * What to tell the person. The verdict is the callback's; the address says at most why the person
 * is back without one.
 *
 * @param {{status: string, result: string | null, reasonCode: string | null}} session
 * @param {string | null} errorCode `error_code` of the page's address
 * @returns {{headline: string, explanation: string}}
 */
export function describeStanding({ status, result, reasonCode }, errorCode) {
  if (result === 'VALID') {
    return {
      headline: 'You are verified',
      explanation: 'Thank you. From now on you can pay later.',
    };
  }
  if (result === 'INVALID') {
    return {
      headline: 'We could not verify you',
      explanation: `The reason is ${reasonCode ?? 'not given'}. You can visit us with your card.`,
    };
  }
  if (status === 'ERROR') {
    return {
      headline: 'The check could not be finished',
      explanation: `Nothing was decided about you (${reasonCode ?? 'no reason given'}). Please start again.`,
    };
  }
  if (errorCode !== null) {
    return {
      headline: 'Your check is not finished yet',
      explanation: `You came back early (${errorCode}). You can continue where you left.`,
    };
  }
  return {
    headline: 'Waiting for the result …',
    explanation: 'This page changes by itself when the callback arrives.',
  };
}
