import { z } from 'zod';
import { createOpenApiDocument } from '../../api/openapi/create-document.js';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

const content = z.object({
  example: z.unknown().optional(),
  examples: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
});
const operation = z.object({
  parameters: z.array(z.object({ in: z.string(), name: z.string() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), content) }).optional(),
});
const paths = z.record(z.string(), z.partialRecord(z.enum(METHODS), operation));

export interface DocumentedCall {
  readonly method: (typeof METHODS)[number];
  /** With `{name}` for what is part of it. */
  readonly path: string;
  readonly query: readonly string[];
  /** A body that is taken; undefined where there is none. */
  readonly body: unknown;
}

/** Every call of the API: `api/openapi/document.test.ts` sees to it that there are no others. */
export function listDocumentedCalls(): readonly DocumentedCall[] {
  const document: unknown = JSON.parse(JSON.stringify(createOpenApiDocument()));
  const parsed = z.object({ paths }).parse(document);
  return Object.entries(parsed.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const found = item[method];
      if (found === undefined) return [];
      const json = found.requestBody?.content['application/json'];
      const body = json?.example ?? Object.values(json?.examples ?? {})[0]?.value;
      const query = found.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      return [{ method, path, query, body }];
    }),
  );
}
