// What resolving a phrase may look at: who is known, who is in mind, and where the story stands.
import type { Discourse } from "./discourse.ts";
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface Scene {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Sentence, counted over the story. */
  now: number;
  /** A later walk: everybody is known, only pronouns are read anew. */
  isAgain: boolean;
  /** A spoken line stands in its paragraph or beside it. */
  besideLine: boolean;
  /** Of this sentence, by where the phrase ends. */
  linkAt(to: number): Link | undefined;
  /** What the walk before made of it. */
  before(use: NounUse): Link | undefined;
}
