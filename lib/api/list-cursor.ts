// Cursors of session lists: a time and an id, opaque to clients.
import { z } from "@hono/zod-openapi";
import { EventCursorError, readCursor, writeCursor } from "./event-reader.ts";
import { ApiProblem } from "./problems.ts";
import type { ListPlace } from "./session-reader.ts";

const AS_LIMIT = { type: "integer", minimum: 1, maximum: 100, default: 20 } as const;

export const PageQuery = z.object({
  /** `next` of the previous page. */
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(20).openapi(AS_LIMIT),
});

/** Throws `ApiProblem` (422) for a malformed cursor. */
export function placeOf(cursor: string | undefined): ListPlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    return readCursor(cursor);
  } catch (error) {
    if (!(error instanceof EventCursorError)) throw error;
    throw new ApiProblem(422, "invalid-cursor", "cursor: use `next` of the previous page.", {
      field: "cursor",
    });
  }
}

/** Drops the extra item that was read beyond the page, and returns the cursor of the next page if there was one. */
export function cutPage<T>(
  read: readonly T[],
  limit: number,
  placeIn: (item: T) => ListPlace,
): { items: T[]; next?: string } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return read.length > limit && last !== undefined ? { items, next: writeCursor(placeIn(last)) } : { items };
}
