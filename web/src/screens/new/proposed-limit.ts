// Proposes a new spending limit for a book that has reached its limit.
import type { OwnedSession } from "../../documents.ts";

const CENT = 10_000;

/**
 * Micro-dollars in whole cents: the amount spent, plus what a whole book of this length needs. The amount spent is not subtracted, because
 * it may have been for redrawn pictures. For books without a stored estimate: twice the limit or the amount spent.
 */
export function proposedLimit({
  params: { budgetMicros = 0, expected },
  pages,
  costMicros,
}: Pick<OwnedSession, "params" | "pages" | "costMicros">): number {
  const twice = 2 * Math.max(budgetMicros, costMicros);
  const more = expected === undefined ? 0 : Math.max(1, pages / expected.pages) * expected.enoughMicros;
  const enough = expected === undefined ? Math.max(1_000_000, twice) : costMicros + more;
  return Math.ceil(enough / CENT) * CENT;
}
