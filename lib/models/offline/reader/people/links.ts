// What a noun phrase proved to mean: the bond between a use and the referents, which the walk makes and the answers are read from.
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";

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
