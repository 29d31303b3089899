import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import {
  ERROR_CATALOGUE,
  type CataloguedError,
  type CataloguedErrorName,
} from '../../contract/error-catalogue.js';
import { failureEnvelope } from '../../contract/schema/envelope.js';
import type { WireError } from '../../contract/wire-error.js';

interface Success {
  readonly description: string;
  readonly schema: z.ZodType;
  readonly example: unknown;
}

/** Every call can be answered with these. */
const EVERYWHERE = [
  'TOO_MANY_REQUESTS',
  'GENERIC_SERVICE_ERROR',
  'SERVICE_UNAVAILABLE',
] as const satisfies readonly CataloguedErrorName[];

/** Every call with a body. */
export const BODY_ERRORS = [
  'BODY_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
] as const satisfies readonly CataloguedErrorName[];

const requestId = z.uuid().meta({
  description: 'Name it when you ask the operator about a call. Yours, if you sent a UUID.',
  header: { id: 'x-request-id' },
});

const retryAfter = z.string().meta({
  description: 'Seconds to wait before asking again.',
  header: { id: 'Retry-After' },
});

/** Answers of a call: what it gives, and each error with its meaning, its remedy and an example. */
export function answers(
  successes: Readonly<Partial<Record<200 | 201 | 202, Success>>>,
  errors: readonly CataloguedErrorName[],
): ZodOpenApiResponsesObject {
  const responses: ZodOpenApiResponsesObject = {};
  for (const [status, success] of Object.entries(successes)) {
    responses[toStatusKey(status)] = toSuccess(success);
  }
  const names = [...new Set([...errors, ...EVERYWHERE])];
  for (const status of new Set(names.map((name) => ERROR_CATALOGUE[name].status))) {
    const ofStatus = names.filter((name) => ERROR_CATALOGUE[name].status === status);
    const [only] = ofStatus;
    responses[toStatusKey(String(status))] =
      ofStatus.length === 1 && only !== undefined ? SHARED[only] : toFailure(ofStatus);
  }
  return responses;
}

function toSuccess({ description, schema, example }: Success): ZodOpenApiResponseObject {
  return {
    description,
    headers: z.object({ 'x-request-id': requestId }),
    content: { 'application/json': { schema, example } },
  };
}

function toFailure(names: readonly CataloguedErrorName[]): ZodOpenApiResponseObject {
  const entries = names.map((name): [string, CataloguedError] => [name, ERROR_CATALOGUE[name]]);
  const isTemporary = entries.some(([, { status }]) => status === 429 || status === 503);
  return {
    description: entries.map(([, entry]) => describe(entry)).join('\n'),
    headers: z.object({
      'x-request-id': requestId,
      ...(isTemporary && { 'Retry-After': retryAfter }),
    }),
    content: {
      'application/json': {
        schema: failureEnvelope,
        examples: Object.fromEntries(
          entries.map(([name, entry]) => [
            name,
            { summary: entry.meaning, value: { success: false, errors: [toExample(entry)] } },
          ]),
        ),
      },
    },
  };
}

function describe({ code, cause, meaning, remedy }: CataloguedError): string {
  return `- **${code}** \`${cause}\`: ${meaning}. ${remedy}`;
}

function toExample({ code, cause, example }: CataloguedError): WireError {
  return { code, cause, ...example };
}

type StatusKey = Extract<keyof ZodOpenApiResponsesObject, `${number}` | `${number}XX`>;

function isStatusKey(text: string): text is StatusKey {
  return /^[1-5]\d\d$/.test(text);
}

function toStatusKey(text: string): StatusKey {
  if (!isStatusKey(text)) throw new Error(`${text} is no status`);
  return text;
}

function isErrorName(name: string): name is CataloguedErrorName {
  return name in ERROR_CATALOGUE;
}

/** Of a status with one error: written once in the document, and referred to. */
const SHARED: Readonly<Record<string, ZodOpenApiResponseObject>> = Object.fromEntries(
  Object.keys(ERROR_CATALOGUE)
    .filter(isErrorName)
    .map((name) => [name, { ...toFailure([name]), id: name }]),
);
