// Groups that are told of one by one as well: `two gentlemen`, of whom one and the other do something, are those two.
import type { Referent } from "./referent.ts";
import type { Register } from "./register.ts";

/** Gives groups of a told number their members, where just so many single people with their noun are known. */
export function settleGroups(register: Register): void {
  const all = register.all();
  const singles = new Map<string, Referent[]>();
  for (const one of all) {
    if (one.many) continue;
    for (const noun of one.nouns.keys())
      singles.set(noun, [...(singles.get(noun) ?? []).slice(-MOST_SINGLES), one]);
  }
  for (const group of all) {
    if (!group.many || group.count === undefined) continue;
    for (const noun of group.nouns.keys()) {
      const members = (singles.get(noun) ?? []).filter(({ actedIn, speaks }) => actedIn + speaks > 0);
      if (members.length === group.count) group.members = members;
    }
  }
}

/** Members of groups are looked for among so many with one noun. */
const MOST_SINGLES = 12;

/** A group that is told of one by one is these; everybody else is themselves. */
export function membersOf(referent: Referent): readonly Referent[] {
  const one = referent;
  return one.members.length > 0 ? one.members : [one];
}
