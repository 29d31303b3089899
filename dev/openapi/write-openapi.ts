import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import {
  composeArtefacts,
  DOCUMENT_PATH,
  PUBLISHED_PATH,
  type Artefact,
} from './compose-artefacts.js';

/**
 * `npm run openapi` writes everything that is made from the contract's schemas.
 * `npm run openapi -- --publish`, part of a release, also makes it what later changes may not break.
 */
async function main(): Promise<void> {
  const artefacts = await composeArtefacts();
  const isPublished = process.argv.includes('--publish');
  const document = artefacts.filter(({ path }) => path === DOCUMENT_PATH);
  const published = document.map(({ text }): Artefact => ({ path: PUBLISHED_PATH, text }));
  for (const { path, text } of [...artefacts, ...(isPublished ? published : [])]) {
    await writeFile(path, text);
    console.log(`wrote ${relative(process.cwd(), path)}`);
  }
}

await main();
