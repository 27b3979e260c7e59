// What resolving a phrase may look at (who is known, who is in mind, where the story stands), and what it gives: the bond between a noun
// phrase and whom it means.
import type { Discourse } from "./discourse.ts";
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

/** Those who are meant, all of them, and how sure that is. */
export interface Found {
  referents: Referent[];
  sure: number;
}

/** No referents: it means nobody of the list, or who it means is for the speaker to say. */
export interface Link extends Found {
  use: NounUse;
}

export const link = (use: NounUse, referents: readonly Referent[], sure: number): Link => ({
  ...{ use, referents: [...referents], sure },
});

export const nobody = (use: NounUse): Link => link(use, [], 0);

export interface Scene {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Sentence, counted over the story. */
  now: number;
  /** A later walk: everybody is known, only pronouns are read anew. */
  isAgain: boolean;
  /** Of this sentence, by where the phrase ends. */
  linkAt(to: number): Link | undefined;
  /** What the walk before made of it. */
  before(use: NounUse): Link | undefined;
}
