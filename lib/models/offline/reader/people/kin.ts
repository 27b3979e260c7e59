// Whose mother, husband or friend somebody is: a relation by its owner, and what two relations tell of a third.
import type { Link } from "./links.ts";
import type { NounUse } from "./noun-use.ts";
import { most, type Referent, settled, sexSeen } from "./referent.ts";
import { link, type Scene } from "./scene.ts";

/** `his mother`, `a farmer who had one daughter`; undefined for other nouns and where nobody is known as the owner. */
export function relation(use: NounUse, scene: Scene): Link | undefined {
  if (use.facts?.family !== "relation") return undefined;
  const owner = ownerOf(use, scene);
  if (owner === undefined) return byParent(use, scene);
  const { register } = scene;
  const known = register.related(owner, use) ?? parentOf(owner, use, scene);
  if (known) return link(use, [known], 0.9);
  const free = register
    .called(use)
    .find((other) => (other.owner === undefined || settled(other.owner) === other) && other !== owner);
  if (free && use.name === undefined) {
    free.owner = owner;
    return link(use, [free], 0.7);
  }
  // Two mothers of `her` are less likely than a pronoun that was misread.
  const sex = use.owner?.pronoun?.sex;
  const other =
    sex && register.called(use).find((one) => one.owner && sexSeen(settled(one.owner)).sex === sex);
  return other && other !== owner ? link(use, [other], 0.65) : link(use, [register.create(owner)], 0.8);
}

function ownerOf(use: NounUse, { linkAt }: Scene): Referent | undefined {
  const { owner, clause, role } = use;
  const had = clause?.predicate.lemma === "have" && role === "object" ? clause.subject : undefined;
  const by = owner ? linkAt(owner.to) : had && linkAt(had.to);
  const [one] = by?.referents ?? [];
  return one && by?.referents.length === 1 ? settled(one) : undefined;
}

/** The mother of a farmer's daughter is the farmer's wife. */
function parentOf(child: Referent, use: NounUse, { register, words }: Scene): Referent | undefined {
  const [spouse = "", sex] =
    words.value("parent", words.value("same", use.head) ?? use.head)?.split(" ") ?? [];
  const parent = child.owner && settled(child.owner);
  if (
    parent === undefined ||
    sex === undefined ||
    ![...child.nouns.keys()].some((noun) => words.is("child-of", noun))
  )
    return undefined;
  const own = sexSeen(parent).sex;
  if (own === sex) return parent;
  if (own === "unknown") return undefined;
  const other = sex === "female" ? "wife" : "husband";
  return spouse === "" ? undefined : register.related(parent, { ...use, head: other });
}

/** `the father`, where somebody in mind has a child. */
function byParent(use: NounUse, { discourse, register, words, now }: Scene): Link | undefined {
  const sex = words.value("parent", words.value("same", use.head) ?? use.head)?.split(" ")[1];
  if (sex === undefined || use.owner !== undefined || register.called(use).length > 0) return undefined;
  const children = register.children();
  const [best] = discourse.ranked(now, (one) => {
    const known = sexSeen(one).sex;
    if (known !== "unknown" && known !== sex) return undefined;
    if (most(one.kinds) !== "human" || one.narrator) return undefined;
    const isParent = children.some(
      ({ owner }) => owner !== undefined && (settled(owner) === one || one.owner === settled(owner)),
    );
    return isParent ? 0 : undefined;
  });
  return best && link(use, [best.referent], 0.7);
}
