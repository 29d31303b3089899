import type { Request, RequestHandler } from 'express';
import { notOnThisHost } from './errors.js';

/** Which of the two gateways a request's `Host` asks for, where each has a host of its own. */
export interface GatewayHosts {
  readonly isTokenGateway: (req: Request) => boolean;
  readonly isMainGateway: (req: Request) => boolean;
}

export interface GatewayAddresses {
  readonly publicUrl: string;
  /** Null where one origin serves all. */
  readonly tokenGatewayUrl: string | null;
}

/**
 * A host that is neither of the two, such as a probe by container name, is both and neither: it is
 * refused nothing. So is everybody when there is one origin. Telling the hosts apart guides
 * callers; it is no barrier, since anybody can send any `Host`.
 */
export function createGatewayHosts(addresses: GatewayAddresses): GatewayHosts {
  const main = new URL(addresses.publicUrl).host;
  const token = new URL(addresses.tokenGatewayUrl ?? addresses.publicUrl).host;
  const isSplit = main !== token;
  return {
    isTokenGateway: (req) => isSplit && hostOf(req) === token,
    isMainGateway: (req) => isSplit && hostOf(req) === main,
  };
}

/** Refuses what is asked for at the wrong one of the two. */
export function refuseAt(isWrongHost: (req: Request) => boolean): RequestHandler {
  return (req, _res, next) => {
    if (isWrongHost(req)) throw notOnThisHost();
    next();
  };
}

/** As `URL.host` has it: lower case, without the protocol's own port. */
function hostOf(req: Request): string | null {
  const address = `${req.protocol}://${req.host}`;
  return URL.canParse(address) ? new URL(address).host : null;
}
