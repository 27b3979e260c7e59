// Whose mother, husband or friend somebody is: a relation is known by its owner.
import { type Link, link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import type { Referent } from "./referent.ts";
import type { Scene } from "./scene.ts";

/** `his mother`, `a farmer who had one daughter`; undefined for other nouns and where nobody is known as the owner. */
export function relation(use: NounUse, scene: Scene): Link | undefined {
  const owner = ownerOf(use, scene);
  if (owner === undefined) return undefined;
  const known = scene.register.related(owner, use);
  return known ? link(use, [known], 0.9) : link(use, [scene.register.create(owner)], 0.8);
}

export function ownerOf({ owner, clause, role, facts }: NounUse, { linkAt }: Scene): Referent | undefined {
  if (facts?.family !== "relation") return undefined;
  const had = clause?.predicate.lemma === "have" && role === "object" ? clause.subject : undefined;
  const by = owner ? linkAt(owner.to) : had && linkAt(had.to);
  const [one] = by?.referents ?? [];
  return one && by?.referents.length === 1 ? one : undefined;
}
