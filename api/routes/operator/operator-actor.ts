import type { Request, RequestHandler } from 'express';
import type { OperatorKeys } from '../../../administration/operator-keys.js';
import { unauthorized } from '../../errors.js';

const actors = new WeakMap<Request, string>();

/** Lets only requests with a good operator key pass: `Authorization: Bearer <key>`. */
export function requireOperator(operatorKeys: Pick<OperatorKeys, 'findActor'>): RequestHandler {
  return async (req, _res, next) => {
    const key = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(req.headers.authorization ?? '')?.[1];
    const actor = key === undefined ? null : await operatorKeys.findActor(key);
    if (actor === null) throw unauthorized();
    actors.set(req, actor);
    next();
  };
}

/** Who asks, as the audit log names it. */
export function actorOf(req: Request): string {
  const actor = actors.get(req);
  if (actor === undefined) throw unauthorized();
  return actor;
}
