// Matches found people with labelled people by the number of common mentions. Each found person is at most one labelled person. Each
// labelled person is one found person, unless doubles are allowed.
import type { FoundPerson, People, ReadStory } from "../../lib/models/offline/reader/facts.ts";

/** The labelled id of each found id. Found people without a match are absent. */
export function samePeople(
  story: ReadStory,
  found: People,
  labelled: People,
  doubles: "same" | "others" = "others",
): Map<string, string> {
  const counts = new Map<string, { found: string; label: string; count: number }>();
  for (const [unit, { sentences }] of story.units.entries())
    for (const [sentence] of sentences.entries()) {
      const at = { unit, sentence };
      const labels = labelled.mentions(at).filter(({ form }) => form !== "left-out");
      for (const mention of found.mentions(at)) {
        if (mention.form === "left-out") continue;
        // Two mentions have the same head if they end together, or overlap and one is longer.
        const same =
          labels.find(({ to }) => to === mention.to) ??
          labels.find(({ from, to }) => from < mention.to && mention.from < to);
        const [one, other] = [mention.who.value, same?.who.value ?? []];
        if (one.length !== 1 || other.length !== 1) continue;
        const key = `${one[0]} ${other[0]}`;
        const count = counts.get(key) ?? { found: one[0] ?? "", label: other[0] ?? "", count: 0 };
        count.count += mention.form === "pronoun" ? 0.5 : 1;
        counts.set(key, count);
      }
    }
  for (const one of found.people)
    for (const label of labelled.people) {
      const [own, their] = [namesOf(one), namesOf(label)];
      const shared = own.filter((name) => their.includes(name)).length;
      if (shared === 0) continue;
      const key = `${one.id} ${label.id}`;
      const count = counts.get(key) ?? { found: one.id, label: label.id, count: 0 };
      count.count += Math.min(shared, 3) + (own[0] === their[0] ? SAME_NAME : 0);
      counts.set(key, count);
    }
  const same = new Map<string, string>();
  const taken = new Set<string>();
  for (const one of [...counts.values()].toSorted((a, b) => b.count - a.count)) {
    if (same.has(one.found) || (doubles === "others" && taken.has(one.label))) continue;
    same.set(one.found, one.label);
    taken.add(one.label);
  }
  return same;
}

/** The weight of an equal main name, in mentions. */
const SAME_NAME = 4;

/** Names without articles and possessives, in lower case, the main name first. */
const namesOf = ({ name, aliases }: FoundPerson): string[] =>
  [name, ...aliases].map((one) => one.toLowerCase().replace(/^(?:the|a|an|his|her|my|their) /u, ""));
