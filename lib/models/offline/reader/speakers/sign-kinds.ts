// Kinds of evidence for a line's speaker, the evidence of one line, and the data from which it is collected.
import type { People, ReadStory, Sure } from "../facts.ts";
import type { NounFacts, PeopleWords, PronounFacts } from "../people/word-lists.ts";
import type { Clause } from "../text/clause.ts";
import type { WordTable } from "../text/word-table.ts";

/**
 * `says…`: the clause is one of speaking, or quotes the line (と). `acts…`: its subject does something else. `…After`, `…Before`: it follows
 * or precedes the line. `…Open`: its sentence runs on into the line. `…Near`: it is in an adjacent paragraph.
 */
export type SignKind =
  | "saysAfter"
  | "saysBefore"
  | "saysNear"
  /** A tag that continues the sentence of the previous line, in the same paragraph. */
  | "saysRunOn"
  | "actsAfter"
  | "actsOpen"
  | "actsBefore"
  | "actsNear"
  | "actsAfterNear"
  /** It follows a shout: people who shout act at once more often than people who talk. */
  | "actsAfterShout"
  /** Its subject is newly introduced (が) and not the topic. */
  | "entersNear"
  | "entersAfterNear"
  /** The tag's subject is a pronoun, whose reference is less certain than a name's. */
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
  /** The clauses of the tag's sentence, which state how the line is uttered. */
  manner: Clause[];
  /** The addressee, if the tag names one. */
  to?: Sure<string>;
}

/** Kinds of evidence by which the text names the speaker. */
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
