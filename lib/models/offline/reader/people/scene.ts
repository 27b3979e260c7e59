// What resolving a phrase may look at: who is known, who is in mind, and where the story stands.
import type { Discourse } from "./discourse.ts";
import { formOf, type Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import type { Register } from "./register.ts";
import type { PeopleWords } from "./word-lists.ts";

export interface Scene {
  register: Register;
  discourse: Discourse;
  words: PeopleWords;
  /** Sentence, counted over the story. */
  now: number;
  narrator: { referent?: Referent };
  /** Named or addressed in the line that this tag belongs to: they do not say it. */
  talkedOf: ReadonlySet<Referent>;
  /** Who was said last to speak, and in which paragraph. */
  lastSpeaker: { referent?: Referent; paragraph: number };
  paragraph: number;
  /** Second walk: everybody is known, only pronouns are read anew. */
  isAgain: boolean;
  /** Of this sentence, by where the phrase ends. */
  linkAt(to: number): Link | undefined;
  /** What turn taking says of a subject of a verb of speaking: below 0 where the other speaks. */
  turn(use: Pick<NounUse, "spoken" | "role" | "clause">, one: Referent): number;
  /** What the first walk made of it. */
  before(use: NounUse): Link | undefined;
}

export const nobody = (use: NounUse): Link => ({ use, referents: [], sure: 0, form: formOf(use) });

export const link = (use: NounUse, referents: readonly Referent[], sure: number): Link => ({
  use,
  referents: [...referents],
  sure,
  form: formOf(use),
});
