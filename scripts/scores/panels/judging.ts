// What the verdicts on a panel are found with, and what they say.

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
  /** The other panels that tell one of its sentences: what the sentence owes may be in any of them. */
  beside: readonly PagedPanel[];
  book: MadeBook;
  matched: MatchedPeople;
  story: JudgedStory;
}

/** What is not right in one aspect of a panel, and why. */
export type Faults = (readonly ["neutral" | "wrong", string])[];
