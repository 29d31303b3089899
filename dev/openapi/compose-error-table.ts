import { ERROR_CATALOGUE, type CataloguedError } from '../../contract/error-catalogue.js';

/** In Markdown. The table of the partner guide is between these two. */
export const TABLE_BEGIN = '<!-- The error table is written by `npm run openapi`. -->';
export const TABLE_END = '<!-- End of the error table. -->';

const HEADER = ['HTTP', 'Code', 'Cause', 'When', 'What to do'];

/** What an app meets that hands over to a phone, should have, or goes on beside one. */
const OF_APPS: readonly string[] = [
  'HANDOFF_NOT_ALLOWED',
  'HANDOFF_REQUIRED',
  'HANDOFF_IN_PROGRESS',
];

/** The others meet the capture app and operators. */
function isForPartners({ cause }: CataloguedError): boolean {
  return OF_APPS.includes(cause) || !/^(LAUNCH_|HANDOFF_|CONFLICT$)/.test(cause);
}

function composeErrorTable(): string {
  const rows = Object.values<CataloguedError>(ERROR_CATALOGUE)
    .filter(isForPartners)
    .map(({ status, code, cause, meaning, remedy }) => [
      String(status),
      `\`${code}\``,
      `\`${cause.replace('<NAME>', '…')}\``,
      meaning,
      remedy,
    ]);
  return [HEADER, HEADER.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** @throws where the guide has no place for the table */
export function replaceErrorTable(guide: string): string {
  const begin = guide.indexOf(TABLE_BEGIN);
  const end = guide.indexOf(TABLE_END);
  if (begin < 0 || end < begin) {
    throw new Error(`The partner guide has no "${TABLE_BEGIN}" with "${TABLE_END}" after it.`);
  }
  const before = guide.slice(0, begin + TABLE_BEGIN.length);
  return `${before}\n\n${composeErrorTable()}\n\n${guide.slice(end)}`;
}
