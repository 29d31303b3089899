/** After which a list goes on; null where the page was not full, so that it is over. */
export function lastOfFullPage<Item>(page: readonly Item[], limit: number): Item | null {
  return page.length < limit ? null : (page.at(-1) ?? null);
}
