// What a noun phrase proved to mean: the bond between a use and the referents, which the walk makes and the answers are read from.
import type { Mention } from "../facts.ts";
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";

export interface Link {
  use: NounUse;
  /** Empty where it means nobody of the list, or who it means is for the speaker to say. */
  referents: Referent[];
  sure: number;
  form: Mention["form"];
}

export function formOf({ pronoun, name }: NounUse): Mention["form"] {
  if (pronoun?.person === 1) return "first-person";
  if (pronoun?.person === 2) return "second-person";
  if (pronoun) return "pronoun";
  return name ? "name" : "noun";
}
