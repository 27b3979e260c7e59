// The characters of a concept as a prompt lists them, and the lookup of ids or names in answers.
import type { Person } from "../../manga/concept.ts";
import type { RepairCounter } from "../hosted/text-question.ts";

/** A character in a prompt: `[id, description, name, other names…]`. */
export type PersonRow = [id: string, is: string, ...names: string[]];

/** Most other names of a character in a prompt. */
const MOST_ALIASES = 4;

/** `72, female, human`. */
export function personRow({ id, kind, age, sex, name, aliases }: Person): PersonRow {
  return [id, [age, sex, kind].join(", "), name, ...aliases.slice(0, MOST_ALIASES)];
}

/** Most letters of a name that are compared. */
const MOST_NAME = 80;

const HONORIFIC = /(?:さん|ちゃん|くん|君|様|さま|殿|先生|氏)$|^(?:mrs?|ms|miss|dr|sir|lady|the)\.? /iu;

const bare = (name: string): string =>
  name.normalize("NFKC").trim().toLowerCase().replace(HONORIFIC, "").replaceAll(/\s+/gu, " ");

export type FindPerson = (told: string, repairs: RepairCounter) => string | undefined;

/**
 * Finds the id that an answer means. A misspelt name is repaired and counted; a name of nobody, or of several characters, gives undefined
 * and is counted too.
 */
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
  return (told, repairs) => {
    const id = told.trim();
    if (id === "") return undefined;
    if (ids.has(id)) return id;
    const name = bare(id.slice(0, MOST_NAME));
    const found = ids.has(name) ? name : byName.has(name) ? byName.get(name) : longer(name);
    repairs.count(found === undefined ? "somebody whom nobody knows" : "a name in place of an id");
    return found;
  };
}

/** Finds the id of a character by the exact id, name or other name; counts nothing. */
export function exactPerson(people: readonly Person[]): (told: string) => string | undefined {
  const byName = new Map<string, string | undefined>();
  for (const { id, name, aliases } of people) {
    for (const one of [id, name, ...aliases].map(bare)) {
      byName.set(one, byName.has(one) && byName.get(one) !== id ? undefined : id);
    }
  }
  return (told) => byName.get(bare(told.slice(0, MOST_NAME)));
}
