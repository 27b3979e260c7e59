// The people of a concept as a prompt shows them, and what an answer calls them: ids, or names that plainly mean one of them.
import type { Person } from "../../manga/concept.ts";
import type { RepairCounter } from "../hosted/text-question.ts";

/** `[id, who they are, name, other names…]`. */
export type PersonRow = [id: string, is: string, ...names: string[]];

/** Other names of somebody that a prompt shows. */
const MOST_ALIASES = 4;

/** `72, female, human`. */
export function personRow({ id, kind, age, sex, name, aliases }: Person): PersonRow {
  return [id, [age, sex, kind].join(", "), name, ...aliases.slice(0, MOST_ALIASES)];
}

/** Letters of a name that are compared. */
const MOST_NAME = 80;

const HONORIFIC = /(?:さん|ちゃん|くん|君|様|さま|殿|先生|氏)$|^(?:mrs?|ms|miss|dr|sir|lady|the)\.? /iu;

const bare = (name: string): string =>
  name.normalize("NFKC").trim().toLowerCase().replace(HONORIFIC, "").replaceAll(/\s+/gu, " ");

export type FindPerson = (told: string, mends: RepairCounter) => string | undefined;

/** Finds the id that an answer means. A name is mended and counted; what means nobody, or several, is undefined, and counted too. */
export function personFinder(people: readonly Person[]): FindPerson {
  const ids = new Set(people.map(({ id }) => id));
  const byName = new Map<string, string | undefined>();
  for (const { id, name, aliases } of people) {
    for (const one of [name, ...aliases].map(bare)) {
      byName.set(one, byName.has(one) && byName.get(one) !== id ? undefined : id);
    }
  }
  const longer = (name: string): string | undefined => {
    if (name.length < 2) return undefined;
    const near = [...byName].filter(([one]) => one.length >= 2 && (one.includes(name) || name.includes(one)));
    const meant = new Set(near.map(([, id]) => id));
    return meant.size === 1 ? [...meant][0] : undefined;
  };
  return (told, mends) => {
    const id = told.trim();
    if (id === "") return undefined;
    if (ids.has(id)) return id;
    const name = bare(id.slice(0, MOST_NAME));
    const found = ids.has(name) ? name : byName.has(name) ? byName.get(name) : longer(name);
    mends.count(found === undefined ? "somebody whom nobody knows" : "a name in place of an id");
    return found;
  };
}

/** Finds the id of somebody whom a word names to the letter, by id, name or other name; counts nothing. */
export function exactPerson(people: readonly Person[]): (told: string) => string | undefined {
  const byName = new Map<string, string | undefined>();
  for (const { id, name, aliases } of people) {
    for (const one of [id, name, ...aliases].map(bare)) {
      byName.set(one, byName.has(one) && byName.get(one) !== id ? undefined : id);
    }
  }
  return (told) => byName.get(bare(told.slice(0, MOST_NAME)));
}
