// The spending limit that is proposed for a book that has used up its own.
import type { ClientSession } from "../documents.ts";

const CENT = 10_000;

/**
 * In whole cents, as micro-dollars: what was spent, and as much again as a whole book of so many pages needs. What was spent may have
 * gone into pictures that were drawn anew, so it is not taken off. Books begun before that was kept: twice what was allowed or spent.
 */
export function proposedLimit({
  params: { budgetMicros = 0, expected },
  pages,
  costMicros,
}: Pick<ClientSession, "params" | "pages" | "costMicros">): number {
  const twice = 2 * Math.max(budgetMicros, costMicros);
  const more = expected === undefined ? 0 : Math.max(1, pages / expected.pages) * expected.enoughMicros;
  const enough = expected === undefined ? Math.max(1_000_000, twice) : costMicros + more;
  return Math.ceil(enough / CENT) * CENT;
}
