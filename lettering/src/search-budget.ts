// The budgets of the searches that letter a page. They count tries (a place costed, two places compared, a tail followed), never
// time, so that the same page ends at the same try on every machine. A million tries are about half a second of CPU.

/** The most tries of each kind of work. Ordinary pages need less than 50,000. */
export const MOST_TRIES = {
  /** Lettering one panel: its words, their tails and its sounds. */
  panel: 500_000,
  /** The same while a page is laid out, where it only judges the frames. */
  draftPanel: 300_000,
  /** Lettering a page once. */
  page: 2_000_000,
  /** All layouts of a page together. */
  layout: 2_500_000,
  /** All repairs of a lettered page. */
  mending: 1_500_000,
} as const;

/** What a look over a page counts as, for each of its texts: it takes as long as so many tries. */
export const CHECKED_TEXT = 500;

/** What is kept for each later panel of a page, whatever the panels before it took. */
const LATER_PANEL = 60_000;

/** Tries that a search may still make. A part of a search has a budget of its own, which also takes from the whole's. */
export interface SearchBudget {
  readonly limit: number;
  spent: number;
  /** Tries were refused: what was found is the best of what had been looked at. */
  limited: boolean;
  readonly whole: SearchBudget | null;
  /** The whole had less left than the part was to have: where the part is spent, so is the whole. */
  readonly isCut: boolean;
}

/** Of a part: no more than is left of the whole. */
export function searchBudget(limit: number, whole: SearchBudget | null = null): SearchBudget {
  const most = whole === null ? limit : Math.min(limit, leftOf(whole));
  return { limit: Math.max(0, Math.floor(most)), spent: 0, limited: false, whole, isCut: most < limit };
}

export function leftOf({ limit, spent }: SearchBudget): number {
  return limit - spent;
}

/** Takes tries from a budget and from the wholes that it is part of. False where fewer are left: none are taken, and the budget is marked as limited. */
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

/** A panel's part of its page's budget; `later` panels that follow it keep enough to be lettered simply. */
export function panelBudget(
  page: SearchBudget,
  { limit, later }: { limit: number; later: number },
): SearchBudget {
  const kept = Math.min(LATER_PANEL, page.limit / (later + 1)) * later;
  const free = leftOf(page) - kept;
  return { ...searchBudget(Math.min(limit, free), page), isCut: free < limit };
}
