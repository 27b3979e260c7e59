// What the parts of a reading share: their properties, and the mark of a guess.
import type { ReadingDraft, StoryReading } from "../../reading-draft.ts";
import type { ReadingWords } from "../../words/reading-words.ts";

/** A fact below this is a guess. */
const SURE_ENOUGH = 0.7;

export interface ReadingPartProps {
  found: StoryReading;
  draft: ReadingDraft;
  onChange: (draft: ReadingDraft) => void;
  r: ReadingWords;
}

export function Guessed({ sure, r }: { sure: number; r: ReadingWords }) {
  return sure < SURE_ENOUGH ? <span className="stamp stamp-guessed">{r("people.guessed")}</span> : null;
}
