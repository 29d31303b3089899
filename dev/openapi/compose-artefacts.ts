import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { createOpenApiDocument } from '../../api/openapi/create-document.js';
import { replaceErrorTable } from './compose-error-table.js';

/** A file that is written from the document, and has to be committed with it. */
export interface Artefact {
  readonly path: string;
  readonly text: string;
}

export const DOCUMENT_PATH = inRepository('docs/openapi.json');

/** The document of the last release: what must not be broken. */
export const PUBLISHED_PATH = inRepository('docs/openapi-published.json');

const TYPES_PATH = inRepository('examples/partner/kenali-api.d.ts');
const GUIDE_PATH = inRepository('docs/partner-guide.md');

/** The document, the types of the sample partner’s client, and the guide with its error table. */
export async function composeArtefacts(): Promise<readonly Artefact[]> {
  const json = JSON.stringify(createOpenApiDocument());
  const types = astToString(await openapiTS(json));
  const guide = replaceErrorTable(await readFile(GUIDE_PATH, 'utf8'));
  return Promise.all([
    formatted(DOCUMENT_PATH, json),
    formatted(TYPES_PATH, types),
    formatted(GUIDE_PATH, guide),
  ]);
}

async function formatted(path: string, text: string): Promise<Artefact> {
  return { path, text: await format(text, { ...(await resolveConfig(path)), filepath: path }) };
}

function inRepository(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
