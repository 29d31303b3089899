import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { createOpenApiDocument } from './create-document.js';

interface Example {
  readonly at: string;
  readonly schema: string;
  readonly value: unknown;
}

const document = JSON.parse(JSON.stringify(createOpenApiDocument())) as object;

/** Every `example` and `examples` beside a `schema`, wherever in the document. */
function listExamples(value: unknown, at: readonly string[] = []): Example[] {
  if (typeof value !== 'object' || value === null) return [];
  const { schema, example, examples } = value as Record<string, unknown>;
  const named = Object.entries(
    (examples ?? {}) as Record<string, { readonly value?: unknown }>,
  ).map(([name, one]) => ({ name, value: one.value }));
  const found = [...(example === undefined ? [] : [{ name: 'example', value: example }]), ...named];
  const pointer = at.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  return [
    ...(schema === undefined ? [] : found).map(({ name, value: one }) => ({
      at: `${at.join(' ')} ${name}`,
      schema: `document#/${encodeURI(pointer)}/schema`,
      value: one,
    })),
    ...Object.entries(value).flatMap(([name, inner]) => listExamples(inner, [...at, name])),
  ];
}

describe('an example of the document', () => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, 'document');
  const examples = listExamples(document);

  it('is given for every call', () => {
    expect(examples.length).toBeGreaterThan(100);
  });

  it('is what its schema says', () => {
    const wrong = examples.flatMap(({ at, schema, value }) => {
      const validate = ajv.getSchema(schema);
      if (validate === undefined) return [`${at}: no schema`];
      return validate(value) === true ? [] : [`${at}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(wrong).toEqual([]);
  });
});
