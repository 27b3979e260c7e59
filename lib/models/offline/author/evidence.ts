// Gathers what a story says about somebody until there is enough to call them a person of it.
import type { Person } from "../closed/concept.ts";

/** Somebody whom the text may know: a name or a noun, and how strongly it acts like a person. */
export interface Candidate {
  name: string;
  aliases: Set<string>;
  /** A proper name, a common noun, or the pronoun of the one who tells. */
  type: "name" | "role" | "self";
  score: number;
  mentions: number;
  speaks: number;
  /** Index of the unit that mentions them first. */
  first: number;
  kind?: Person["kind"] | undefined;
  age?: Person["age"] | undefined;
  gender?: Person["gender"] | undefined;
  /** The sentence that shows them before they have a name. */
  introduced?: string;
}

export interface Roster {
  all(): Candidate[];
  get(name: string): Candidate | undefined;
  /** Adds to what is known of a name. */
  note(name: string, unit: number, fact: Partial<Omit<Candidate, "aliases" | "name">>): Candidate;
  /** The second becomes a name of the first. */
  merge(into: string, from: string): void;
}

export function emptyRoster(): Roster {
  const found = new Map<string, Candidate>();
  return {
    all: () => [...new Set(found.values())],
    get: (name) => found.get(name),
    note(name, unit, fact) {
      let candidate = found.get(name);
      if (!candidate) {
        candidate = {
          name,
          aliases: new Set(),
          type: fact.type ?? "name",
          score: 0,
          mentions: 0,
          speaks: 0,
          first: unit,
        };
        found.set(name, candidate);
      }
      candidate.score += fact.score ?? 0;
      candidate.mentions += fact.mentions ?? 0;
      candidate.speaks += fact.speaks ?? 0;
      candidate.first = Math.min(candidate.first, unit);
      candidate.kind ??= fact.kind;
      candidate.age ??= fact.age;
      candidate.gender ??= fact.gender;
      return candidate;
    },
    merge(into, from) {
      const target = found.get(into);
      const source = found.get(from);
      if (!target || target === source) return;
      target.aliases.add(from);
      if (source) {
        if (source.name !== into) target.aliases.add(source.name);
        target.score += source.score;
        target.mentions += source.mentions;
        target.speaks += source.speaks;
        target.first = Math.min(target.first, source.first);
        target.kind ??= source.kind;
        target.age ??= source.age;
        target.gender ??= source.gender;
        for (const alias of source.aliases) target.aliases.add(alias);
      }
      for (const [name, known] of found) if (known === source) found.set(name, target);
      found.set(from, target);
    },
  };
}

/** Whether a noun and a name cannot be one person's. */
export const disagree = (role: Candidate, name: Candidate): boolean =>
  (role.gender !== undefined && name.gender !== undefined && role.gender !== name.gender) ||
  (role.kind !== undefined && role.kind !== "human" && name.kind === undefined);
