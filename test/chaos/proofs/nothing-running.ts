import type { Proof } from './proof.js';

export const nothingRunning: Proof = {
  claim: 'No workflow is left running, and none has failed',
  count: ({ workflows }) => workflows.length,
  findProblems: ({ workflows }) =>
    workflows
      .filter(({ status }) => status !== 'COMPLETED')
      .map(({ id, status }) => `${id} is ${status}`),
};
