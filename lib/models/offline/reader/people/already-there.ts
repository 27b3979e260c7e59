// Nouns that mostly mean somebody who is already there (`the caller`, `the lady`, その男): who of those in mind fits them.
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { most, type Referent, sexSeen } from "./referent.ts";
import { link, type Scene } from "./scene.ts";

/** Undefined where nobody fits, or two do nearly as well. */
export function alreadyThere(use: NounUse, scene: Scene): Link | undefined {
  const { discourse, words, now } = scene;
  const isRole = words.is("scene-role", use.head);
  const isAnimal = use.facts?.family === "animal";
  if (!isRole && !isAnimal && !words.is("broad", use.head) && !words.is("generic", use.head))
    return undefined;
  if (use.determiner === "bare" && !use.addressed) return undefined;
  const ranked = discourse.ranked(now, (one) => {
    const fit = isAnimal ? fitsAnimal(one) : fits(use, one, isRole);
    return fit ? scene.turn(use, one) : undefined;
  });
  const [best, next] = ranked;
  if (best === undefined || best.score < (use.determiner === "that" ? 2 : 2.5)) return undefined;
  if (next !== undefined && best.score - next.score < 0.6) return undefined;
  return link(use, [best.referent], next === undefined ? 0.7 : 0.6);
}

/** A name whose kind nobody told, of somebody who barks. */
const fitsAnimal = (one: Referent): boolean =>
  one.names.size > 0 && (one.kinds.size === 0 || one.kinds.has("animal"));

function fits({ facts, many }: NounUse, one: Referent, isRole: boolean): boolean {
  if (one.many !== many || one.narrator) return false;
  if (facts === undefined) return true;
  const kind = most(one.kinds);
  if (kind !== undefined && facts.kind !== kind && facts.kind !== "unknown" && facts.family !== "animal")
    return false;
  const { sex } = sexSeen(one);
  if (facts.sex !== "unknown") {
    if (sex !== facts.sex && sex !== "unknown") return false;
    if (sex === "unknown" && !isRole && one.names.size === 0) return false;
  }
  const age = most(one.ages);
  const isYoung = facts.age === "child" || facts.age === "baby" || facts.age === "teen";
  if (isYoung) return age !== undefined && (age !== "adult" || one.modifiers.has("young"));
  return facts.age === "unknown" || (age !== "child" && age !== "baby");
}
