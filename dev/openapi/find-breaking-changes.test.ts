import { describe, expect, it } from 'vitest';
import { findBreakingChanges } from './find-breaking-changes.js';

const DOCUMENT = {
  openapi: '3.1.0',
  paths: {
    '/sessions': {
      post: {
        operationId: 'start',
        security: [{ token: [] }],
        parameters: [
          { in: 'header', name: 'x-user', required: true, schema: { type: 'string' } },
          { in: 'header', name: 'x-device', required: false, schema: { type: 'string' } },
        ],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Start' } } },
        },
        responses: {
          200: {
            headers: { 'x-request-id': { schema: { type: 'string' } } },
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Session' } } },
          },
          400: { content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  webhooks: {
    ended: {
      post: {
        parameters: [
          { in: 'header', name: 'signature', required: true, schema: { type: 'string' } },
        ],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Session' } } },
        },
        responses: { 200: {} },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'x-token' } },
    schemas: {
      Start: {
        type: 'object',
        required: ['flow'],
        properties: {
          flow: { type: 'string', enum: ['SCAN', 'MATCH'] },
          age: { type: 'number', minimum: 0, maximum: 150 },
          note: { type: 'string', maxLength: 100 },
        },
      },
      Session: {
        type: 'object',
        required: ['id', 'status'],
        properties: {
          id: { type: 'string' },
          status: { type: 'string', enum: ['OPEN', 'DONE'] },
          reason: { anyOf: [{ type: 'string' }, { type: 'null' }] },
          captures: { type: 'array', items: { type: 'string', enum: ['KTP'] } },
          scores: { type: 'object', additionalProperties: { type: 'number', maximum: 1 } },
        },
      },
    },
  },
};

type Edit = [path: string, value: unknown];

/** The document with members set; `undefined` takes one out. Parts of a path are parted by `|`. */
function edited(...edits: Edit[]): unknown {
  const copy = structuredClone(DOCUMENT) as unknown;
  for (const [path, value] of edits) {
    const parts = path.split('|');
    const last = parts.pop()!;
    const owner = parts.reduce((at, part) => (at as Record<string, unknown>)[part], copy);
    if (value === undefined) Reflect.deleteProperty(owner as object, last);
    else Reflect.set(owner as object, last, value);
  }
  return copy;
}

const POST = 'paths|/sessions|post';
const HEADERS = `${POST}|parameters`;
const START = 'components|schemas|Start';
const SESSION = 'components|schemas|Session';
const OK = `${POST}|responses|200`;

describe('a change that breaks clients is found', () => {
  const breaking: [title: string, edit: Edit, told: string][] = [
    ['a path is removed', ['paths|/sessions', undefined], 'paths /sessions post: removed'],
    ['an operation is removed', [POST, undefined], 'post: removed'],
    ['an operation is renamed', [`${POST}|operationId`, 'begin'], 'operationId start renamed'],
    ['a success is removed', [OK, undefined], 'responses 200: removed'],
    ['an error is removed', [`${POST}|responses|400`, undefined], 'responses 400: removed'],
    ['a success is added', [`${POST}|responses|202`, {}], '202: a success'],
    ['a response type is removed', [`${OK}|content|application/json`, undefined], 'json: removed'],
    ['a response header is removed', [`${OK}|headers|x-request-id`, undefined], 'id: removed'],
    ['a header becomes required', [`${HEADERS}|1|required`, true], 'x-device: now required'],
    [
      'a required header is added',
      [`${HEADERS}|2`, { in: 'header', name: 'x-new', required: true }],
      'header x-new: now required',
    ],
    ['a header is removed', [`${HEADERS}|1|name`, 'x-else'], 'header x-device: removed'],
    [
      'a header is narrowed',
      [`${HEADERS}|0|schema|maxLength`, 5],
      'maxLength "none" no longer taken',
    ],
    ['a member becomes required', [`${START}|required`, ['flow', 'note']], 'note: may be absent'],
    ['a request member is removed', [`${START}|properties|note`, undefined], '.note: removed'],
    ['a request enum is narrowed', [`${START}|properties|flow|enum`, ['SCAN']], 'value "MATCH"'],
    ['a request type is changed', [`${START}|properties|age|type`, 'integer'], 'type number'],
    ['an upper bound is lowered', [`${START}|properties|age|maximum`, 99], 'maximum 150'],
    ['a lower bound is raised', [`${START}|properties|age|minimum`, 1], 'minimum 0'],
    ['a text is shortened', [`${START}|properties|note|maxLength`, 9], 'maxLength 100'],
    ['a pattern is added', [`${START}|properties|note|pattern`, '^a'], 'pattern "none"'],
    ['a response member is optional', [`${SESSION}|required`, ['id']], 'status: may be absent'],
    [
      'a response member is removed',
      [`${SESSION}|properties|captures`, undefined],
      '.captures: removed',
    ],
    ['a response enum is widened', [`${SESSION}|properties|status|enum|2`, 'LOST'], 'value "LOST"'],
    ['a response enum is opened', [`${SESSION}|properties|status|enum`, undefined], 'any value'],
    [
      'a response type is widened',
      [`${SESSION}|properties|id|type`, ['string', 'null']],
      'type null',
    ],
    ['items are widened', [`${SESSION}|properties|captures|items|enum|1`, 'FACE'], 'value "FACE"'],
    [
      'further members are widened',
      [`${SESSION}|properties|scores|additionalProperties|maximum`, 100],
      'maximum 100 was not sent before',
    ],
    [
      'an alternative is added to a response',
      [`${SESSION}|properties|reason|anyOf|2`, { type: 'number' }],
      'type number was not sent before',
    ],
    [
      'more is asked for',
      [`${POST}|security`, [{ token: [], key: [] }]],
      'security token no longer',
    ],
    [
      'something else is asked for',
      [`${POST}|security`, [{ key: [] }]],
      'security token no longer',
    ],
    ['a scheme moves', ['components|securitySchemes|token|name', 'x-key'], 'scheme token: name'],
    ['a webhook is removed', ['webhooks|ended', undefined], 'webhooks ended post: removed'],
    [
      'a webhook’s header may be absent',
      ['webhooks|ended|post|parameters|0|required', false],
      'signature: may be absent',
    ],
    [
      'a webhook’s answer is removed',
      ['webhooks|ended|post|responses|200', undefined],
      '200: removed',
    ],
  ];
  it.each(breaking)('%s', (_title, edit, told) => {
    expect(findBreakingChanges(DOCUMENT, edited(edit)).join('\n')).toContain(told);
  });

  it('in a webhook as in an answer, because we are the ones who send it', () => {
    const changes = findBreakingChanges(
      DOCUMENT,
      edited([`${SESSION}|properties|status|enum|2`, 'LOST']),
    );
    expect(changes).toHaveLength(2);
    expect(changes[1]).toContain('webhooks ended post requestBody');
  });

  it('when what was open asks for a token', () => {
    const open = edited([`${POST}|security`, []]);
    expect(findBreakingChanges(open, DOCUMENT).join()).toContain('security none no longer enough');
  });

  it('when a body becomes required', () => {
    const optional = edited([`${POST}|requestBody|required`, false]);
    expect(findBreakingChanges(optional, DOCUMENT)).toEqual([
      'paths /sessions post requestBody: now required',
    ]);
  });
});

describe('a change that clients survive is none', () => {
  const safe: [title: string, edit: Edit][] = [
    ['nothing', ['openapi', '3.1.0']],
    ['a new path', ['paths|/new', { get: { operationId: 'x' } }]],
    ['a new operation', ['paths|/sessions|get', { operationId: 'x' }]],
    ['a new error', [`${POST}|responses|409`, {}]],
    ['a new optional header', [`${HEADERS}|2`, { in: 'header', name: 'x-new' }]],
    ['a header that is no longer required', [`${HEADERS}|0|required`, false]],
    ['a new optional request member', [`${START}|properties|more`, { type: 'string' }]],
    ['a request member no longer required', [`${START}|required`, []]],
    ['a wider request enum', [`${START}|properties|flow|enum|2`, 'LITE']],
    ['a longer text', [`${START}|properties|note|maxLength`, 200]],
    ['a new response member', [`${SESSION}|properties|more`, { type: 'string' }]],
    ['a response member that is always there', [`${SESSION}|required`, ['id', 'status', 'reason']]],
    ['a narrower response enum', [`${SESSION}|properties|status|enum`, ['OPEN']]],
    ['a response that is never null', [`${SESSION}|properties|reason`, { type: 'string' }]],
    ['another way in', [`${POST}|security`, [{ token: [] }, { key: [] }]]],
    ['no credentials any more', [`${POST}|security`, []]],
    ['a new webhook', ['webhooks|more', { post: {} }]],
    ['other words', [`${POST}|summary`, 'Begin']],
  ];
  it.each(safe)('%s', (_title, edit) => {
    expect(findBreakingChanges(DOCUMENT, edited(edit))).toEqual([]);
  });
});
