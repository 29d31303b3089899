import { randomUUID } from 'node:crypto';
import { createOperatorKeys } from '../../../administration/operator-keys.js';
import { createTransact } from '../../../administration/administration-stores.js';
import type { PartnerEnvironment } from '../../../contract/sandbox.js';
import {
  createdPartnerAnswer,
  type CreatePartner,
} from '../../../contract/schema/operator/partner.js';
import { issuedKeyAnswer } from '../../../contract/schema/operator/partner-key.js';
import { partnerTokenAnswer } from '../../../contract/schema/partner-token.js';
import { connectDatabase } from '../../../db/client.js';
import { readKeyRing } from '../../../keys/key-ring.js';
import { createLocalSealing } from '../../../keys/sealing.js';
import type { PlatformContext } from '../platform-context.js';
import { call, type Answer, type Headers } from './wire.js';

export interface ContractPartner {
  readonly code: string;
  readonly callbackSecret: string | null;
  /** `client-id` and `pass-key` of each environment. */
  readonly keys: Readonly<Record<PartnerEnvironment, Headers>>;
  readonly tokens: Readonly<Record<PartnerEnvironment, string>>;
}

export interface Operator {
  /** A call of the operator API. */
  ask(request: string, json?: unknown): Promise<Answer>;
  /** A partner of its own for a test, with a key for each environment. */
  createPartner(options?: Omit<CreatePartner, 'code'>): Promise<ContractPartner>;
}

type OperatorPlace = Pick<PlatformContext, 'apiUrl' | 'databaseUrl' | 'sealingKeysPath'>;

/** Acts through the operator API; only its own key is made in the database. */
export async function createOperator(platform: OperatorPlace): Promise<Operator> {
  const key = await createKey(platform);
  const ask = (request: string, json?: unknown) =>
    call(platform.apiUrl, request, { authorization: `Bearer ${key}` }, json);
  return {
    ask,
    async createPartner(options = {}) {
      const code = `T_${randomUUID().slice(0, 8).toUpperCase()}`;
      const created = await ask('POST /operator/v1/partners', { code, ...options });
      const { callbackSecret, ...production } = createdPartnerAnswer.parse(created.body).data;
      const issued = await ask(`POST /operator/v1/partners/${code}/keys`, {
        environment: 'SANDBOX',
      });
      const keys = {
        PRODUCTION: toKeyHeaders(production),
        SANDBOX: toKeyHeaders(issuedKeyAnswer.parse(issued.body).data),
      };
      const tokens = {
        PRODUCTION: await readToken(platform.apiUrl, keys.PRODUCTION),
        SANDBOX: await readToken(platform.apiUrl, keys.SANDBOX),
      };
      return { code, callbackSecret, keys, tokens };
    },
  };
}

async function createKey({ databaseUrl, sealingKeysPath }: OperatorPlace): Promise<string> {
  const connection = connectDatabase(databaseUrl, 1);
  try {
    const transact = createTransact(
      connection.database,
      createLocalSealing(await readKeyRing(sealingKeysPath)),
    );
    const keys = createOperatorKeys({ transact, now: () => new Date() });
    return (await keys.create('test', `contract-${randomUUID()}`)).key;
  } finally {
    await connection.close();
  }
}

function toKeyHeaders(key: { readonly clientId: string; readonly passKey: string }): Headers {
  return { 'client-id': key.clientId, 'pass-key': key.passKey };
}

async function readToken(apiUrl: string, keys: Headers): Promise<string> {
  const answer = await call(apiUrl, 'GET /v1/coe/partner/authentication', keys);
  return partnerTokenAnswer.parse(answer.body).data.token;
}
