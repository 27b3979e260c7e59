// The parts of a book that a wish concerns: existing results, results to keep, and the person or panel that the words name.
import { type Cast, CastSchema } from "../../../manga/cast.ts";
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import { type Plot, PlotSchema } from "../../../manga/plot.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { Answer, BookView, ResultChange, Wish } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";
import type { ParsedWish } from "./intent.ts";
import { refuse } from "./refusals.ts";

export const CONCEPT: WorkRef = { phase: "concept", of: "book" };
export const CAST: WorkRef = { phase: "characters", of: "book" };
export const PLOT: WorkRef = { phase: "plot", of: "book" };

export interface WishRequest {
  wish: Wish;
  parsed: ParsedWish;
  book: BookView;
}

/** A page's storyboard, as the book has it. */
export interface Board {
  ref: WorkRef;
  page: StoryboardPage;
}

export const answerOf = (results: readonly ResultChange[], book: BookView): Answer =>
  results.length > 0 ? { kind: "change", results } : refuse("nothing-to-change", book);

export const hasResult = ({ standing }: BookView, { phase, of }: WorkRef) =>
  standing.some((ref) => ref.phase === phase && ref.of === of);

/** Keeps the portraits, but for those of the people who change. */
export const keepPortraits = ({ standing }: BookView, changed: readonly string[] = []): ResultChange[] =>
  standing.flatMap((ref) => (ref.of === "character" && !changed.includes(ref.character) ? [{ ref }] : []));

/** Keeps the designs and portraits when the concept changes. */
export const keepCast = (book: BookView): ResultChange[] =>
  hasResult(book, CAST) ? [{ ref: CAST }, ...keepPortraits(book)] : [];

/** Keeps all storyboard pages except the changed ones. */
export const keepPages = ({ standing }: BookView, changed: readonly ResultChange[] = []): ResultChange[] =>
  standing.flatMap((ref): ResultChange[] => {
    if (ref.phase !== "storyboard" || ref.of !== "page") return [];
    return [changed.find((one) => one.ref.of === "page" && one.ref.page === ref.page) ?? { ref }];
  });

/** Keeps the plot and all storyboard pages except the changed ones. */
export const keepStory = (book: BookView, changed: readonly ResultChange[] = []): ResultChange[] => [
  ...(hasResult(book, PLOT) ? [{ ref: PLOT }] : []),
  ...keepPages(book, changed),
];

export const changeConcept = (change: (concept: Concept) => Concept): ResultChange => ({
  ref: CONCEPT,
  change: (output) => change(ConceptSchema.parse(output)),
});

export const changeCast = (change: (characters: Cast["characters"]) => Cast["characters"]): ResultChange => ({
  ref: CAST,
  change: (output) => ({ characters: change(CastSchema.parse(output).characters) }),
});

export async function conceptOf(book: BookView): Promise<Concept> {
  return ConceptSchema.parse(await book.output(CONCEPT));
}

export async function plotOf(book: BookView): Promise<Plot | undefined> {
  return hasResult(book, PLOT) ? PlotSchema.parse(await book.output(PLOT)) : undefined;
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
export function targetOf({ wish, parsed }: WishRequest): Pick<ParsedWish, "page" | "panel"> {
  const { page = parsed.page, panel = parsed.panel } = wish.target;
  return { page, panel };
}

const namesOf = (people: readonly Person[]) =>
  people.flatMap((person) => [person.name, ...person.aliases].map((name) => ({ person, name })));

/** The person of that name, and the name as the story spells it. */
export function findPersonByName(
  said: string,
  people: readonly Person[],
): { person: Person; name: string } | undefined {
  const key = (name: string) => name.toLowerCase().replace(/^the /u, "");
  return namesOf(people).find(({ name }) => key(name) === key(said));
}

/** The person whom the words mention, by the longest matching name. */
export function findMentionedPerson(said: string, people: readonly Person[]): Person | undefined {
  const found = namesOf(people).filter(({ name }) => said.toLowerCase().includes(name.toLowerCase()));
  return found.toSorted((a, b) => b.name.length - a.name.length)[0]?.person;
}

/** The person that a wish mentions or points at, if any. */
export async function findTarget({ wish, book }: WishRequest): Promise<Person | undefined> {
  const { people } = await conceptOf(book);
  return people.find(({ id }) => id === wish.target.character) ?? findMentionedPerson(wish.text, people);
}
