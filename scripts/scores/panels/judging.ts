// The inputs and results of the verdicts on a panel.

import type { MadeBook, PagedPanel } from "../books/made-book.ts";
import type { AlignedLetters, LabelledStory } from "../labelled-story.ts";
import type { MatchedPeople } from "../matched-people.ts";
import type { LabelledSentence } from "../reading-labels.ts";

export interface JudgedStory extends Pick<LabelledStory, "labels" | "sentences"> {
  letters: ReadonlyMap<string, AlignedLetters>;
}

export interface Judging {
  at: PagedPanel;
  sentences: readonly LabelledSentence[];
  /** The other panels of its sentences. A sentence's required facts may be in any of them. */
  beside: readonly PagedPanel[];
  book: MadeBook;
  matched: MatchedPeople;
  story: JudgedStory;
}

/** A verdict on one aspect that is not `right`, with its reason. */
export type Faults = (readonly ["neutral" | "wrong", string])[];
