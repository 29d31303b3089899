import { z } from 'zod';

const DEFAULT_PAGE = 50;
const MAX_PAGE = 200;

/** How many entries a page holds at most. */
export const pageLimit = z.coerce.number().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE);

/** What the page before gave as `nextCursor`; absent for the first page. */
export const pageCursor = z.string().min(1).max(200).optional();

/** Null on the last page. */
export const nextCursor = z.string().nullable();

/** Of an entry, ISO 8601 in UTC. */
export const timestamp = z.iso.datetime();
