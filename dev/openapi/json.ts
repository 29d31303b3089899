import { isRecord } from '../../contract/is-record.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** `{}` for whatever is no object: what is absent from a document has no members. */
export function asObject(value: unknown): JsonObject {
  return isRecord(value) ? value : {};
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function asStrings(value: unknown): readonly string[] {
  return asArray(value).filter((one) => typeof one === 'string');
}

/** Follows a `$ref` within the document. What cannot be found is `{}`, which allows everything. */
export function resolve(value: unknown, document: JsonObject): JsonObject {
  const object = asObject(value);
  const { $ref: reference } = object;
  if (typeof reference !== 'string') return object;
  const target = reference
    .replace(/^#\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => asObject(at)[part], document);
  return resolve(target, document);
}
