import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { SearchAttribute } from '../contract/search-attribute.js';

const { IndexedValueType } = proto.temporal.api.enums.v1;

const INDEXED_TYPE = {
  KEYWORD: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  INT: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  DATETIME: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
} as const;

/** The part of a Temporal connection that registration needs. */
type OperatorConnection = Pick<Client['connection'], 'operatorService'>;

type Attribute = (typeof SearchAttribute)[keyof typeof SearchAttribute];

/**
 * Registers the search attributes that the server does not know yet. Safe to repeat. A workflow
 * that sets an unregistered attribute does not go on, so this comes before the first worker.
 */
export async function ensureSearchAttributes(
  connection: OperatorConnection,
  namespace: string,
): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({
    namespace,
  });
  const missing = Object.values(SearchAttribute).filter(({ name }) => !(name in customAttributes));
  if (missing.length > 0) await addSearchAttributes(connection, namespace, missing);
}

/** Registers them unseen, for a new server. */
export async function addSearchAttributes(
  connection: OperatorConnection,
  namespace: string,
  attributes: readonly Attribute[] = Object.values(SearchAttribute),
): Promise<void> {
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(
      attributes.map(({ name, type }) => [name, INDEXED_TYPE[type]]),
    ),
  });
}
