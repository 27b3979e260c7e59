// Replaces people in a plot or a storyboard: two whom a reader took for two are one, or somebody is not in the book. Pure.
import type { Concept, Person } from "./concept.ts";

/** Who takes the place of whom; null: nobody. Ids of characters. */
export type Replaced = ReadonlyMap<string, string | null>;

/** Members that name a character, beside the one that acts. */
const NAMING = ["speaker", "carriedBy", "to", "gaze", "mount", "leads", "whose"] as const;
const FIGURES = ["figures", "around"];

type Members = Record<string, unknown>;

/** The output with every figure, line and reference of a person as another's. Whoever stands there already stays as he is. */
export function withPeopleReplaced<T>(output: T, replaced: Replaced): T {
  return inAny(output, replaced) as T;
}

function inAny(value: unknown, replaced: Replaced): unknown {
  if (Array.isArray(value)) return value.map((one) => inAny(one, replaced));
  return isMembers(value) ? inMembers(value, replaced) : value;
}

function inMembers(before: Members, replaced: Replaced): Members {
  const after: Members = {};
  for (const [name, value] of Object.entries(before)) {
    if (NAMING.some((one) => one === name) && typeof value === "string" && replaced.has(value)) {
      const other = replaced.get(value) ?? null;
      // A line without a speaker says so; whatever else nobody has is not told.
      if (other !== null || name === "speaker") after[name] = other;
    } else if (name === "people" && Array.isArray(value)) {
      after[name] = [...new Set(value.flatMap((id) => replacing(id, replaced) ?? []))];
    } else if (FIGURES.includes(name) && Array.isArray(value)) {
      const figures = value.filter(isMembers).map((one) => figureOf(one, replaced));
      after[name] = once(figures.filter((one) => one !== undefined));
    } else after[name] = inAny(value, replaced);
  }
  return after;
}

/** Whoever is there twice stands where the first one stands, and speaks where either does. */
function once(figures: readonly Members[]): Members[] {
  const kept = new Map<unknown, Members>();
  for (const figure of figures) {
    const { character, speaks } = figure;
    const first = kept.get(character);
    if (first === undefined) kept.set(character, figure);
    else if (speaks === true) kept.set(character, { ...first, speaks });
  }
  return [...kept.values()];
}

const replacing = (id: unknown, replaced: Replaced): unknown =>
  typeof id === "string" && replaced.has(id) ? replaced.get(id) : id;

/** Undefined: nobody is there any more. Nobody carries or looks at themselves. */
function figureOf(figure: Members, replaced: Replaced): Members | undefined {
  const character = replacing(figure.character, replaced);
  if (character === null) return undefined;
  const { outfit, ...acting } = inMembers(figure, replaced);
  // An outfit is one of the person's own.
  const own = character === figure.character && outfit !== undefined ? { outfit } : {};
  const kept = Object.entries({ ...acting, ...own, character }).filter(
    ([name, value]) => name === "character" || value !== character,
  );
  return Object.fromEntries(kept);
}

const isMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a panel shows, names or lets speak the person. */
export function isNamed(value: unknown, id: string): boolean {
  if (Array.isArray(value)) return value.some((one) => isNamed(one, id));
  if (!isMembers(value)) return false;
  return Object.entries(value).some(
    ([name, one]) =>
      (one === id && (name === "character" || NAMING.some((naming) => naming === name))) || isNamed(one, id),
  );
}

/** The concept as a reader of the story gets it: people who are one are still two in the text. */
export function asTold({ merged = [], ...concept }: Concept): Concept {
  if (merged.length === 0) return concept;
  return {
    ...concept,
    people: [...concept.people, ...merged.map(({ into: _into, ...person }): Person => person)],
  };
}

/** Who is whom, by the concept. */
export const mergedIn = ({ merged = [] }: Pick<Concept, "merged">): Replaced =>
  new Map(merged.map(({ id, into }) => [id, into]));
