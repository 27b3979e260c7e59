// Joins those whom the text calls differently with each other, where most of what one is called by can mean the other as well; and groups
// with those of whom they are (`two gentlemen`, of whom one and the other do something).
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { type Referent, realOf } from "./referent.ts";
import type { Register } from "./register.ts";
import { alreadyThere, namesake, ownerOf } from "./same.ts";
import type { Scene } from "./scene.ts";

/** The least share of somebody's nouns that mean the other, and the least number of them. A namesake counts for two. */
const MOST = 0.6;
const FEWEST = 2;

export class Votes {
  readonly #votes = new Map<Referent, Map<Referent, number>>();

  /** Asks of each noun of somebody without a name who else it could mean. */
  take(links: readonly Link[], scene: Scene): void {
    for (const { use, referents } of links) {
      const [one] = referents;
      if (one && referents.length === 1) this.#sameNoun(use, one, scene);
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

  /** `The robot Pip` is whom the text called the robot before. */
  #sameNoun(use: NounUse, one: Referent, { register }: Scene): void {
    if (!use.name || use.determiner !== "definite" || (use.facts?.family ?? "unknown") === "unknown") return;
    const alike = register.called(use).filter((other) => other !== one && other.names.size === 0);
    const [other] = alike;
    if (other && alike.length === 1 && !other.others?.has(one))
      this.#votes.set(other, new Map([[one, Number.POSITIVE_INFINITY]]));
  }

  join(register: Register, sentences: readonly { links: Link[] }[]): void {
    for (const [one, votes] of this.#votes) {
      const [[wanted, count] = [one, 0]] = [...votes].toSorted((a, b) => b[1] - a[1]);
      const other = realOf(wanted);
      const isMost = count >= FEWEST && count >= MOST * (one.told + one.spoken);
      if (isMost && one.is === undefined && other !== one) register.join(one, other);
    }
    for (const { links } of sentences)
      for (const link of links) link.referents = [...new Set(link.referents.map(realOf))];
  }
}

/** Members of groups are looked for among so many with one noun. */
const MOST_SINGLES = 12;

/** Gives groups of a told number their members, where just so many single people with their noun are known. */
export function settleGroups(register: Register): void {
  const singles = new Map<string, Referent[]>();
  for (const one of register.all())
    for (const noun of one.many ? [] : one.nouns.keys())
      singles.set(noun, [...(singles.get(noun) ?? []).slice(-MOST_SINGLES), one]);
  for (const group of register.all())
    for (const noun of group.many ? group.nouns.keys() : []) {
      const members = (singles.get(noun) ?? []).filter(({ actedIn, speaks }) => actedIn + speaks > 0);
      if (members.length === group.count) group.members = members;
    }
}
