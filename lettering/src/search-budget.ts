// Budgets of the searches that letter a page. They count tries (a place costed, two places compared, a tail followed), not time, so that
// the same page ends at the same try on every machine. A million tries take about half a second of CPU.

/** The most tries for each kind of work. Ordinary pages need less than 50,000. */
export const MOST_TRIES = {
  /** Lettering one panel: its words, their tails and its sounds. */
  panel: 500_000,
  /** The same for a draft while a page is laid out, which only rates the frames. */
  draftPanel: 300_000,
  /** Lettering a page once. */
  page: 2_000_000,
  /** All candidate layouts of a page together. */
  layout: 2_500_000,
  /** All repairs of a lettered page. */
  repairs: 1_500_000,
} as const;

/** Tries that a check of a whole page counts as, for each of its texts; a check takes about as long. */
export const CHECKED_TEXT = 500;

/** Tries reserved for each later panel of a page. */
const LATER_PANEL = 60_000;

/** Tries that a search may still make. A part of a search has its own budget, which also takes from that of the whole. */
export interface SearchBudget {
  readonly limit: number;
  spent: number;
  /** Tries were refused, so the result is the best of what was tried until then. */
  limited: boolean;
  readonly whole: SearchBudget | null;
  /** The whole had less left than this part's limit: when the part is spent, the whole is too. */
  readonly isCut: boolean;
}

/** A budget of `limit` tries, or of what is left of `whole` where that is less. */
export function searchBudget(limit: number, whole: SearchBudget | null = null): SearchBudget {
  const most = whole === null ? limit : Math.min(limit, leftOf(whole));
  return { limit: Math.max(0, Math.floor(most)), spent: 0, limited: false, whole, isCut: most < limit };
}

export function leftOf({ limit, spent }: SearchBudget): number {
  return limit - spent;
}

/**
 * Takes tries from a budget and from the wholes to which it belongs. False where fewer are left: then none are taken, and the budget is
 * marked as limited.
 */
export function take(budget: SearchBudget, tries: number): boolean {
  if (budget.spent + tries > budget.limit) {
    let one: SearchBudget | null = budget;
    one.limited = true;
    for (; one.isCut && one.whole !== null; one = one.whole) one.whole.limited = true;
    return false;
  }
  for (let one: SearchBudget | null = budget; one !== null; one = one.whole) one.spent += tries;
  return true;
}

/** A panel's part of its page's budget; each of the `later` panels keeps enough to be lettered simply. */
export function panelBudget(
  page: SearchBudget,
  { limit, later }: { limit: number; later: number },
): SearchBudget {
  const kept = Math.min(LATER_PANEL, page.limit / (later + 1)) * later;
  const free = leftOf(page) - kept;
  return { ...searchBudget(Math.min(limit, free), page), isCut: free < limit };
}
