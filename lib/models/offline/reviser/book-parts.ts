// The parts of a book that wishes are about: what stands, what stays good, whom and which panel the words name.
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import { StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { BookView, ResultChange, Wish } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import type { Heard } from "./intent.ts";
import type { Board } from "./page-changes.ts";

export const CONCEPT: WorkRef = { phase: "concept", of: "book" };
export const CAST: WorkRef = { phase: "characters", of: "book" };
export const PLOT: WorkRef = { phase: "plot", of: "book" };

export interface Request {
  wish: Wish;
  heard: Heard;
  book: BookView;
}

export const stands = ({ standing }: BookView, { phase, of }: WorkRef) =>
  standing.some((ref) => ref.phase === phase && ref.of === of);

/** The pictures of people stay good: nothing of what they show changes. */
export const portraits = ({ standing }: BookView): ResultChange[] =>
  standing.filter(({ of }) => of === "character").map((ref) => ({ ref }));

/** The designs stay as they are, whatever else changes about the concept. */
export const sameCast = (book: BookView): ResultChange[] =>
  stands(book, CAST) ? [{ ref: CAST }, ...portraits(book)] : [];

/** The pages stay as they are, but for those that change. */
export const samePages = ({ standing }: BookView, changed: readonly ResultChange[] = []): ResultChange[] => {
  const byPage = new Map(
    changed.flatMap((one) => (one.ref.of === "page" ? [[one.ref.page, one] as const] : [])),
  );
  return standing.flatMap((ref): ResultChange[] =>
    ref.phase === "storyboard" && ref.of === "page" ? [byPage.get(ref.page) ?? { ref }] : [],
  );
};

/** The plot and the pages stay as they are, but for those that change. */
export const sameStory = (book: BookView, changed: readonly ResultChange[] = []): ResultChange[] => [
  ...(stands(book, PLOT) ? [{ ref: PLOT }] : []),
  ...samePages(book, changed),
];

export async function conceptOf(book: BookView): Promise<Concept> {
  return ConceptSchema.parse(await book.output(CONCEPT));
}

export async function boardsOf(book: BookView, page?: number): Promise<Board[]> {
  const refs = book.standing.filter(
    (ref) => ref.phase === "storyboard" && ref.of === "page" && ref.page === (page ?? ref.page),
  );
  return Promise.all(
    refs.map(async (ref) => ({ ref, page: StoryboardPageSchema.parse(await book.output(ref)) })),
  );
}

/** The page and panel that the person pointed at or named. */
export function targetOf({ wish, heard }: Request): { page: number | undefined; panel: string | undefined } {
  const { page = heard.page, panel = heard.panel } = wish.target;
  return { page, panel };
}

/** The person of that name, and the name as the story spells it. */
export function whoIs(said: string, people: Concept["people"]): { person: Person; name: string } | undefined {
  const key = (name: string) => name.toLowerCase().replace(/^the /u, "");
  for (const person of people) {
    const name = [person.name, ...person.aliases].find((one) => key(one) === key(said));
    if (name !== undefined) return { person, name };
  }
  return undefined;
}

/** Somebody whom words mention, by the longest name that fits. */
export function mentioned(said: string, people: Concept["people"]): Person | undefined {
  const named = people.flatMap((person) =>
    [person.name, ...person.aliases].map((name) => ({ person, name })),
  );
  const found = named.filter(({ name }) => said.toLowerCase().includes(name.toLowerCase()));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0]?.person;
}

/** The name of whom a wish speaks of or points at; undefined for nobody. */
export async function nameIn({ wish, book }: Request): Promise<string | undefined> {
  const { people } = await conceptOf(book);
  return (people.find(({ id }) => id === wish.target.character) ?? mentioned(wish.text, people))?.name;
}
