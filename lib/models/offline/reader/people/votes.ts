// Joins those whom the text calls differently with each other, where most of what one is called by can mean the other as well.
import { ownerOf } from "./kin.ts";
import { type Referent, realOf } from "./referent.ts";
import type { Register } from "./register.ts";
import { alreadyThere, namesake } from "./same.ts";
import type { Scene } from "./scene.ts";
import type { ReadSentence } from "./walk.ts";

/** The least share of somebody's nouns that mean the other. */
const MOST = 0.6;

export class Votes {
  readonly #votes = new Map<Referent, Map<Referent, number>>();

  /** Asks of each noun of somebody without a name who else it could mean. */
  take({ links }: ReadSentence, scene: Scene): void {
    for (const { use, referents } of links) {
      const [one] = referents;
      if (use.pronoun || one === undefined || referents.length > 1 || one.names.size > 0 || one.narrator)
        continue;
      const owner = ownerOf(use, scene);
      const named = owner && namesake(use, owner, scene);
      const other = named ?? alreadyThere(use, scene, owner)?.referents[0];
      if (other === undefined) continue;
      const votes = this.#votes.get(one) ?? new Map<Referent, number>();
      votes.set(other, (votes.get(other) ?? 0) + (other === named ? 2 : 1));
      this.#votes.set(one, votes);
    }
  }

  join(register: Register, sentences: readonly ReadSentence[]): void {
    for (const [one, votes] of this.#votes) {
      const [[wanted, count] = [one, 0]] = [...votes].toSorted((a, b) => b[1] - a[1]);
      const other = realOf(wanted);
      if (realOf(one) !== one || other === one || count < 2 || count < MOST * (one.told + one.spoken))
        continue;
      register.join(one, other);
    }
    for (const { links } of sentences)
      for (const link of links) link.referents = [...new Set(link.referents.map(realOf))];
  }
}
