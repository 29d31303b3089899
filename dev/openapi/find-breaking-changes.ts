import { asArray, asObject, resolve, type JsonObject } from './json.js';
import { listRefusals } from './list-refusals.js';
import { listRemovedMembers } from './list-removed-members.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** Who sends: with a call the caller does, with a webhook we do. */
type Sender = 'caller' | 'us';

interface Change {
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly documents: { readonly before: JsonObject; readonly after: JsonObject };
  readonly at: string;
}

/**
 * What of `after` breaks a client that was written against `before`, in words. Only additions are
 * safe: whatever could be sent must still be taken, and whatever is answered must still be known.
 */
export function findBreakingChanges(before: unknown, after: unknown): string[] {
  const documents = { before: asObject(before), after: asObject(after) };
  const part = (name: string): Change => ({
    before: asObject(documents.before[name]),
    after: asObject(documents.after[name]),
    documents,
    at: name,
  });
  return [
    ...findInPaths(part('paths'), 'caller'),
    ...findInPaths(part('webhooks'), 'us'),
    ...findInSecuritySchemes(documents),
  ];
}

function step(change: Change, name: string): Change {
  return {
    ...change,
    before: resolve(change.before[name], change.documents.before),
    after: resolve(change.after[name], change.documents.after),
    at: `${change.at} ${name}`,
  };
}

function findInPaths(change: Change, sender: Sender): string[] {
  return Object.keys(change.before).flatMap((path) => {
    const item = step(change, path);
    return METHODS.filter((method) => method in item.before).flatMap((method) =>
      method in item.after
        ? findInOperation(step(item, method), sender)
        : [`${item.at} ${method}: removed`],
    );
  });
}

function findInOperation(change: Change, sender: Sender): string[] {
  const { before, after, at } = change;
  const isRenamed = before.operationId !== after.operationId;
  return [
    ...(isRenamed ? [`${at}: operationId ${String(before.operationId)} renamed`] : []),
    ...findInSecurity(change),
    ...findInParameters(change, sender),
    ...findInRequestBody(step(change, 'requestBody'), sender),
    ...findInResponses(step(change, 'responses'), sender),
  ];
}

/** Whoever had what a call asks for must still have it. */
function findInSecurity({ before, after, documents, at }: Change): string[] {
  const alternatives = (operation: JsonObject, document: JsonObject) =>
    asArray(operation.security ?? document.security).map((one) => Object.keys(asObject(one)));
  const old = alternatives(before, documents.before);
  const now = alternatives(after, documents.after);
  if (now.length === 0) return [];
  return (old.length === 0 ? [[]] : old)
    .filter((had) => !now.some((asked) => asked.every((scheme) => had.includes(scheme))))
    .map((had) => `${at}: security ${had.join(' and ') || 'none'} no longer enough`);
}

function findInParameters({ before, after, documents, at }: Change, sender: Sender): string[] {
  const old = byName(before, documents.before);
  const now = byName(after, documents.after);
  const removed = [...old.keys()]
    .filter((name) => !now.has(name))
    .map((name) => `${name}: removed`);
  const differing = [...now].flatMap(([name, parameter]) => {
    const previous = old.get(name);
    const isRequired = parameter.required === true;
    const wasRequired = previous?.required === true;
    if (sender === 'caller' && isRequired && !wasRequired) return [`${name}: now required`];
    if (sender === 'us' && wasRequired && !isRequired) return [`${name}: may be absent`];
    if (previous === undefined) return [];
    const schemas = {
      before: { schema: previous.schema, document: documents.before },
      after: { schema: parameter.schema, document: documents.after },
    };
    return compareSchemas(schemas, sender, name);
  });
  return [...removed, ...differing].map((problem) => `${at} parameter ${problem}`);
}

function byName(operation: JsonObject, document: JsonObject): Map<string, JsonObject> {
  return new Map(
    asArray(operation.parameters)
      .map((parameter) => resolve(parameter, document))
      .map((parameter) => [`${String(parameter.in)} ${String(parameter.name)}`, parameter]),
  );
}

function findInRequestBody(change: Change, sender: Sender): string[] {
  const { before, after, at } = change;
  const becameRequired = after.required === true && before.required !== true;
  return [
    ...(sender === 'caller' && becameRequired ? [`${at}: now required`] : []),
    ...findInContent(change, sender),
  ];
}

function findInResponses(change: Change, sender: Sender): string[] {
  const { before, after, at } = change;
  const answerer: Sender = sender === 'caller' ? 'us' : 'caller';
  const kept = Object.keys(before).flatMap((status) => {
    if (!(status in after)) return [`${at} ${status}: removed`];
    const response = step(change, status);
    const headers = step(response, 'headers');
    const lost = Object.keys(headers.before).filter((name) => !(name in headers.after));
    return [
      ...lost.map((name) => `${headers.at} ${name}: removed`),
      ...findInContent(response, answerer),
    ];
  });
  const unknown = Object.keys(after)
    .filter((status) => sender === 'caller' && status.startsWith('2') && !(status in before))
    .map((status) => `${at} ${status}: a success that clients do not know`);
  return [...kept, ...unknown];
}

function findInContent(change: Change, sender: Sender): string[] {
  const content = step(change, 'content');
  return Object.keys(content.before).flatMap((type) => {
    if (!(type in content.after)) return [`${content.at} ${type}: removed`];
    const media = step(content, type);
    const schemas = {
      before: { schema: media.before.schema, document: change.documents.before },
      after: { schema: media.after.schema, document: change.documents.after },
    };
    return compareSchemas(schemas, sender, media.at);
  });
}

type Schemas = Record<'before' | 'after', Parameters<typeof listRefusals>[0]>;

function compareSchemas({ before, after }: Schemas, sender: Sender, at: string): string[] {
  const refusals =
    sender === 'caller'
      ? listRefusals(before, after, at).map((one) => `${one} no longer taken`)
      : listRefusals(after, before, at).map((one) => `${one} was not sent before`);
  return [...new Set([...refusals, ...listRemovedMembers(before, after, at)])];
}

function findInSecuritySchemes(documents: Change['documents']): string[] {
  const schemesOf = (document: JsonObject) =>
    asObject(asObject(document.components).securitySchemes);
  const now = schemesOf(documents.after);
  return Object.entries(schemesOf(documents.before)).flatMap(([name, scheme]) => {
    const kept = asObject(now[name]);
    const differs = ['type', 'in', 'name', 'scheme'].filter(
      (member) => asObject(scheme)[member] !== kept[member],
    );
    return differs.map((member) => `security scheme ${name}: ${member} changed`);
  });
}
