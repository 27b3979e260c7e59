// The parts of a book that a wish concerns: existing results, results to keep, and the person or panel that the words name.
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import { StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { BookView, ResultChange, Wish } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import type { ParsedWish } from "./intent.ts";
import type { Board } from "./page-changes.ts";

export const CONCEPT: WorkRef = { phase: "concept", of: "book" };
export const CAST: WorkRef = { phase: "characters", of: "book" };
export const PLOT: WorkRef = { phase: "plot", of: "book" };

export interface WishRequest {
  wish: Wish;
  parsed: ParsedWish;
  book: BookView;
}

export const hasResult = ({ standing }: BookView, { phase, of }: WorkRef) =>
  standing.some((ref) => ref.phase === phase && ref.of === of);

/** Keeps the portraits. */
export const keepPortraits = ({ standing }: BookView): ResultChange[] =>
  standing.filter(({ of }) => of === "character").map((ref) => ({ ref }));

/** Keeps the designs and portraits when the concept changes. */
export const keepCast = (book: BookView): ResultChange[] =>
  hasResult(book, CAST) ? [{ ref: CAST }, ...keepPortraits(book)] : [];

/** Keeps all storyboard pages except the changed ones. */
export const keepPages = ({ standing }: BookView, changed: readonly ResultChange[] = []): ResultChange[] => {
  const byPage = new Map(
    changed.flatMap((one) => (one.ref.of === "page" ? [[one.ref.page, one] as const] : [])),
  );
  return standing.flatMap((ref): ResultChange[] =>
    ref.phase === "storyboard" && ref.of === "page" ? [byPage.get(ref.page) ?? { ref }] : [],
  );
};

/** Keeps the plot and all storyboard pages except the changed ones. */
export const keepStory = (book: BookView, changed: readonly ResultChange[] = []): ResultChange[] => [
  ...(hasResult(book, PLOT) ? [{ ref: PLOT }] : []),
  ...keepPages(book, changed),
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
export function targetOf({ wish, parsed }: WishRequest): {
  page: number | undefined;
  panel: string | undefined;
} {
  const { page = parsed.page, panel = parsed.panel } = wish.target;
  return { page, panel };
}

/** The person of that name, and the name as the story spells it. */
export function findPersonByName(
  said: string,
  people: Concept["people"],
): { person: Person; name: string } | undefined {
  const key = (name: string) => name.toLowerCase().replace(/^the /u, "");
  for (const person of people) {
    const name = [person.name, ...person.aliases].find((one) => key(one) === key(said));
    if (name !== undefined) return { person, name };
  }
  return undefined;
}

/** The person whom the words mention, by the longest matching name. */
export function findMentionedPerson(said: string, people: Concept["people"]): Person | undefined {
  const named = people.flatMap((person) =>
    [person.name, ...person.aliases].map((name) => ({ person, name })),
  );
  const found = named.filter(({ name }) => said.toLowerCase().includes(name.toLowerCase()));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0]?.person;
}

/** The name of the person that a wish mentions or points at, if any. */
export async function findTargetName({ wish, book }: WishRequest): Promise<string | undefined> {
  const { people } = await conceptOf(book);
  return (people.find(({ id }) => id === wish.target.character) ?? findMentionedPerson(wish.text, people))
    ?.name;
}
