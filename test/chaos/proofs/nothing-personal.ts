import type { Proof } from './proof.js';

/** Says where something was found and of what kind it is, never what. */
export const nothingPersonal: Proof = {
  claim: 'No personal data in logs, histories (opened), workflow ids and search attributes',
  count: ({ texts, personal }) => texts.length * personal.length,
  findProblems: ({ texts, personal }) =>
    texts.flatMap(({ where, text }) =>
      personal.flatMap(({ what, value }) =>
        text.includes(value) ? [`${where} holds a ${what}`] : [],
      ),
    ),
};
