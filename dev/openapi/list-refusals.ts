import { asArray, asObject, asStrings, resolve, type JsonObject } from './json.js';

/** A schema together with the document that its references point into. */
export interface Place {
  readonly schema: unknown;
  readonly document: JsonObject;
}

const UPPER_BOUNDS = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'];
const LOWER_BOUNDS = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'];
const EXACT = ['pattern', 'format'];

/** Deeper than any schema of ours; ends where a schema holds itself. */
const MAX_DEPTH = 20;

/**
 * What `accepting` refuses of that which `given` allows, in words; empty when it accepts all.
 * Knows the keywords that our documents use.
 */
export function listRefusals(given: Place, accepting: Place, at: string, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const from = resolve(given.schema, given.document);
  const to = resolve(accepting.schema, accepting.document);
  const inner = (fromSchema: unknown, toSchema: unknown, where: string) =>
    listRefusals(
      { schema: fromSchema, document: given.document },
      { schema: toSchema, document: accepting.document },
      where,
      depth + 1,
    );

  const givenBranches = branches(from);
  if (givenBranches.length > 0) {
    return givenBranches.flatMap((branch) => inner(branch, to, at));
  }
  const acceptingBranches = branches(to);
  if (acceptingBranches.length > 0) {
    return fewest(acceptingBranches.map((branch) => inner(from, branch, at)));
  }
  return [
    ...refusedTypes(from, to, at),
    ...refusedValues(from, to, at),
    ...refusedLimits(from, to, at),
    ...refusedMembers(from, to, at, inner),
    ...('items' in to ? inner(from.items, to.items, `${at}[]`) : []),
  ];
}

type Inner = (from: unknown, to: unknown, at: string) => string[];

function branches(schema: JsonObject): readonly unknown[] {
  return [...asArray(schema.anyOf), ...asArray(schema.oneOf)];
}

function fewest(lists: readonly string[][]): string[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best));
}

function typesOf({ type }: JsonObject): readonly string[] {
  return typeof type === 'string' ? [type] : asStrings(type);
}

function refusedTypes(from: JsonObject, to: JsonObject, at: string): string[] {
  const accepted = typesOf(to);
  if (accepted.length === 0) return [];
  const types = typesOf(from);
  if (types.length === 0 && !('const' in from) && !('enum' in from)) return [`${at}: any type`];
  return types
    .filter((type) => !accepted.includes(type))
    .filter((type) => type !== 'integer' || !accepted.includes('number'))
    .map((type) => `${at}: type ${type}`);
}

/** The closed set of values; null for an open one. */
function valuesOf(schema: JsonObject): readonly unknown[] | null {
  if ('const' in schema) return [schema.const];
  return 'enum' in schema ? asArray(schema.enum) : null;
}

function refusedValues(from: JsonObject, to: JsonObject, at: string): string[] {
  const accepted = valuesOf(to);
  if (accepted === null) return [];
  const values = valuesOf(from);
  if (values === null) return [`${at}: any value`];
  return values
    .filter((value) => !accepted.includes(value))
    .map((value) => `${at}: value ${JSON.stringify(value)}`);
}

function refusedLimits(from: JsonObject, to: JsonObject, at: string): string[] {
  // A closed set of values was compared value by value.
  if (valuesOf(from) !== null) return [];
  const tells = (name: string) => `${at}: ${name} ${JSON.stringify(from[name] ?? 'none')}`;
  const exceeds = (name: string, sign: 1 | -1) => {
    const limit = to[name];
    const value = from[name];
    return (
      typeof limit === 'number' && !(typeof value === 'number' && value * sign <= limit * sign)
    );
  };
  return [
    ...UPPER_BOUNDS.filter((name) => exceeds(name, 1)),
    ...LOWER_BOUNDS.filter((name) => exceeds(name, -1)),
    ...EXACT.filter((name) => name in to && to[name] !== from[name]),
  ].map(tells);
}

function refusedMembers(from: JsonObject, to: JsonObject, at: string, inner: Inner): string[] {
  const fromMembers = asObject(from.properties);
  const toMembers = asObject(to.properties);
  const always = asStrings(from.required);
  const absent = asStrings(to.required)
    .filter((name) => !always.includes(name))
    .map((name) => `${at}.${name}: may be absent`);
  const refused = Object.entries(fromMembers).flatMap(([name, schema]) => {
    const accepted = toMembers[name] ?? to.additionalProperties;
    if (accepted === false) return [`${at}.${name}: not known`];
    return accepted === undefined ? [] : inner(schema, accepted, `${at}.${name}`);
  });
  const further =
    typeof from.additionalProperties === 'object' && typeof to.additionalProperties === 'object'
      ? inner(from.additionalProperties, to.additionalProperties, `${at}.*`)
      : [];
  return [...absent, ...refused, ...further];
}
