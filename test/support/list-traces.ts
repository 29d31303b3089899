import type postgres from 'postgres';

/** Tables in which a value stands somewhere, in clear or as bytes: one entry for each such row. */
export async function listTraces(
  client: postgres.Sql,
  values: readonly string[],
): Promise<readonly string[]> {
  const tables = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const sought = values.flatMap((value) => [value, Buffer.from(value).toString('hex')]);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await client.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      return rows.filter(({ row }) => sought.some((one) => row.includes(one))).map(() => name);
    }),
  );
  return found.flat().toSorted();
}
