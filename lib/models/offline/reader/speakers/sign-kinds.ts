// Kinds of evidence for a line's speaker, the collection of one line's evidence, and its inputs.
import type { People, ReadStory, Sure } from "../facts.ts";
import type { NounFacts, PeopleWords, PronounFacts } from "../people/word-lists.ts";
import type { Clause } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";

/**
 * `says…`: the clause is one of speaking, or the line is quoted by it (と). `acts…`: its subject does something else. `…After`: it follows
 * the line; `…Before`: it precedes it. `…Open`: its sentence runs on into the line. `…Near`: in the paragraph beside the line's.
 */
export type SignKind =
  | "saysAfter"
  | "saysBefore"
  | "saysNear"
  /** A tag that runs on from the line before, in the same paragraph. */
  | "saysRunOn"
  | "actsAfter"
  | "actsOpen"
  | "actsBefore"
  | "actsNear"
  | "actsAfterNear"
  /** It follows a shout: people who shout act at once more often than people who talk. */
  | "actsAfterShout"
  /** Its subject is not the topic: somebody comes into view (が). */
  | "entersNear"
  | "entersAfterNear"
  /** The tag's subject is a pronoun, whose meaning is less certain than a name's. */
  | "pronounTag"
  | "calls"
  | "names"
  | "label";

export interface Sign {
  kind: SignKind;
  who: string;
  share: number;
}

export interface LineSigns {
  signs: Sign[];
  /** Facts of the tag's subject, or of the noun whose voice is heard. */
  tag?: { pronoun: PronounFacts | undefined; noun: NounFacts | undefined };
  /** The clause of speaking that tells how the line is uttered, and its sentence. */
  manner: Clause[];
  /** Whom the tag says it is said to. */
  to?: Sure<string>;
}

/** Evidence by which the text itself names the speaker. */
export const NAMING: ReadonlySet<SignKind> = new Set([
  "saysAfter",
  "saysBefore",
  "saysNear",
  "actsOpen",
  "pronounTag",
  "label",
]);

export interface Reading {
  story: ReadStory;
  people: People;
  words: WordTable;
  nouns: PeopleWords;
}
