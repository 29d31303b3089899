import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express } from 'express';
import supertest from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FullCallbackBody, MinimalCallbackBody } from '../../contract/callback.js';
import { ERROR_CATALOGUE, findCataloguedError } from '../../contract/error-catalogue.js';
import { callbackBody } from '../../contract/schema/callback.js';
import { failureEnvelope } from '../../contract/schema/envelope.js';
import { createApiUnderTest } from '../../test/support/api-under-test.js';
import { ApiError } from '../errors.js';
import * as errors from '../errors.js';
import { CAPTURE_PATHS } from '../routes/submissions/capture-addresses.js';
import { createOpenApiDocument } from './create-document.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

const parameter = z.object({
  in: z.enum(['header', 'query', 'path']),
  name: z.string(),
  required: z.boolean().optional(),
});
const operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(parameter).default([]),
  responses: z.record(z.string(), z.unknown()),
});
const document = z
  .object({
    tags: z.array(z.object({ name: z.string() })),
    paths: z.record(z.string(), z.partialRecord(z.enum(METHODS), operation)),
    components: z.object({
      securitySchemes: z.record(z.string(), z.object({ name: z.string().optional() })),
    }),
  })
  .parse(JSON.parse(JSON.stringify(createOpenApiDocument())));

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => {
    const found = item[method];
    return found === undefined ? [] : [{ ...found, path, method, call: `${method} ${path}` }];
  }),
);

/** Not part of the contract: probes, pages, and the document itself. */
const UNDOCUMENTED = [
  '/livez',
  '/readyz',
  '/s/:publicId',
  '/openapi.json',
  '/reference',
  '/reference/:file',
];

interface Layer {
  readonly route?: { readonly path: string | string[]; readonly methods: Record<string, boolean> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Paths of Express as the document writes them; the operator’s have lost their mount. */
function listRoutes(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) => {
    if (route === undefined) return listRoutes(handle?.stack ?? []);
    const paths = [route.path].flat();
    return paths.flatMap((path) =>
      Object.keys(route.methods).map((method) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
    );
  });
}

describe('the document', () => {
  let app: Express;
  beforeAll(async () => {
    ({ app } = await createApiUnderTest());
  });

  it('has every route of the API and no other', () => {
    const router = app.router as unknown as { readonly stack: readonly Layer[] };
    const undocumented = UNDOCUMENTED.map((path) => `get ${path.replace(/:(\w+)/g, '{$1}')}`);
    const aliases = CAPTURE_PATHS.slice(1).flatMap((path) => [`get ${path}`, `put ${path}`]);
    const routes = listRoutes(router.stack).filter(
      (route) => ![...undocumented, ...aliases].includes(route),
    );
    const documented = operations.map(({ call }) => call.replace('/operator/v1', ''));
    expect(routes.sort()).toEqual(documented.sort());
  });

  it('names each operation once and every tag that it uses', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    expect(operations.flatMap((one) => one.tags).filter((tag) => !tags.has(tag))).toEqual([]);
  });

  const strict = operations.filter(
    ({ path }) => !/^\/(operator|web\/v1\/(launch|handoff\/claim))/.test(path),
  );
  const ask = (method: Method, path: string) => supertest(app)[method](path);

  it.each(strict)('$call asks for the headers that it documents', async (documented) => {
    const answer = await ask(documented.method, documented.path);
    if (documented.security.length === 0) {
      expect(answer.status).toBe(200);
      return;
    }
    const { errors: told } = failureEnvelope.parse(answer.body);
    const missing = told
      .map(({ field }) => field ?? '')
      .filter((field) => field.includes('-'))
      .sort();
    const credentials = Object.keys(documented.security[0]!).map(
      (scheme) => document.components.securitySchemes[scheme]!.name!,
    );
    const headers = documented.parameters.filter((one) => one.in === 'header');
    const required = headers.filter((one) => one.required === true).map(({ name }) => name);
    expect(missing).toEqual(expect.arrayContaining([...credentials, ...required]));
    // What is asked for besides is one of the ways to name a submission.
    const known = [...credentials, ...headers.map(({ name }) => name)];
    expect(missing.filter((name) => !known.includes(name))).toEqual([]);
    expect(documented.responses).toHaveProperty(String(answer.status));
  });

  it.each(operations.filter(({ path }) => path.startsWith('/operator')))(
    '$call needs an operator key',
    async ({ method, path }) => {
      await ask(method, path.replaceAll(/\{\w+\}/g, 'SHOP')).expect(401);
    },
  );
});

describe('the error catalogue', () => {
  const isCatalogued = (cause: string) =>
    Object.values(ERROR_CATALOGUE).some(
      ({ status, code }) => findCataloguedError(status, { code, cause }) !== undefined,
    );

  it('knows every error that api/errors.ts can make', () => {
    const made = Object.entries(errors).flatMap(([name, make]) => {
      if (name === 'ApiError' || name === 'badRequest' || name === 'tooLargeDocument') return [];
      const error: unknown = (make as (...given: unknown[]) => unknown)('LAUNCH_TOKEN_INVALID');
      return error instanceof ApiError ? [error] : [];
    });
    expect(made.length).toBeGreaterThan(10);
    const unknown = made.flatMap(({ statusCode, errors: told }) =>
      told.filter((one) => findCataloguedError(statusCode, one) === undefined),
    );
    expect(unknown).toEqual([]);
  });

  it('knows every cause that is written in api/', async () => {
    const unknown: string[] = [];
    for (const file of await readdir('api', { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file.startsWith('openapi'))
        continue;
      const source = await readFile(join('api', file), 'utf8');
      for (const [, cause = ''] of source.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)) {
        const isCause = new RegExp(`(cause: |launchRefused\\(|\\| )'${cause}'`).test(source);
        if (isCause && !isCatalogued(cause)) unknown.push(`${file}: ${cause}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it('knows families by what surrounds the name', () => {
    const missing = { code: '1550', cause: 'SDK_SESSION_ID_CAN_NOT_BE_EMPTY' };
    expect(findCataloguedError(400, missing)).toBe(ERROR_CATALOGUE.MISSING);
    expect(findCataloguedError(400, { code: '1540', cause: 'INVALID_X' })).toBe(
      ERROR_CATALOGUE.INVALID_VALUE,
    );
    expect(findCataloguedError(400, { code: '1540', cause: 'INVALID_' })).toBeUndefined();
    expect(findCataloguedError(401, missing)).toBeUndefined();
  });
});

describe('the callback that is documented', () => {
  it('is what is sent', () => {
    const minimal: MinimalCallbackBody = {
      submissionId: '0198c7f0-0000-7000-8000-000000000001',
      status: 'ERROR',
      result: null,
      reasonCode: 'SESSION_TIMEOUT',
    };
    const full: FullCallbackBody = {
      ...minimal,
      submissionType: 'KYC_LITE',
      userId: 'u',
      userIdType: 'T',
      partnerSessionId: 's',
      processedAt: '2026-11-22T02:00:00.000Z',
      submissionDetails: {},
    };
    const documented: z.infer<typeof callbackBody>[] = [minimal, full];
    for (const body of documented) expect(callbackBody.parse(body)).toEqual(body);
  });
});
