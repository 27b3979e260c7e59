// The parts of a book that a wish concerns: existing results, results to keep or to change, and the person that the words name.
import { CastSchema, type Character } from "../../../manga/cast.ts";
import { type Concept, ConceptSchema, type Person } from "../../../manga/concept.ts";
import { type Plot, PlotSchema } from "../../../manga/plot.ts";
import { type Panel, type StoryboardPage, StoryboardPageSchema } from "../../../manga/storyboard.ts";
import type { Answer, BookView, CannotReason, ResultChange, Wish } from "../../../pipeline/reviser.ts";
import type { WorkRef } from "../../../pipeline/step-kinds.ts";

export const CONCEPT: WorkRef = { phase: "concept", of: "book" };
export const CAST: WorkRef = { phase: "characters", of: "book" };
export const PLOT: WorkRef = { phase: "plot", of: "book" };

export interface WishRequest {
  wish: Wish;
  book: BookView;
  /** The page and panel that the person pointed at or named. */
  page: number | undefined;
  panel: string | undefined;
}

/** The result of a wish. A reason without a message gets the default message of `refusals.ts`. */
export type Outcome = Answer | CannotReason;

/** The storyboard of a page. */
export interface Board {
  ref: WorkRef;
  page: StoryboardPage;
}

export const answerOf = (results: readonly ResultChange[]): Outcome =>
  results.length > 0 ? { kind: "change", results } : "nothing-to-change";

export const hasResult = ({ standing }: BookView, { phase, of }: WorkRef) =>
  standing.some((ref) => ref.phase === phase && ref.of === of);

/** Keeps or changes the designs. Portraits of changed people are not kept. */
export function keepCast(
  book: BookView,
  change?: (characters: Character[]) => Character[],
  changed: readonly string[] = [],
): ResultChange[] {
  if (!hasResult(book, CAST)) return [];
  const changeCast = change && {
    change: (output: unknown) => ({ characters: change(CastSchema.parse(output).characters) }),
  };
  const portraits = book.standing.filter((ref) => ref.of === "character" && !changed.includes(ref.character));
  return [{ ref: CAST, ...changeCast }, ...portraits.map((ref) => ({ ref }))];
}

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

/** The changed storyboard pages. Pages that the change leaves equal are not included. */
export function changePages(
  boards: readonly Board[],
  change: (page: StoryboardPage) => object,
): ResultChange[] {
  return boards
    .filter(({ page }) => JSON.stringify(change(page)) !== JSON.stringify(page))
    .map(({ ref }) => ({ ref, change: (output) => change(StoryboardPageSchema.parse(output)) }));
}

/** The changed storyboard pages for a change of one panel, or of all panels. */
export const changePanels = (
  boards: readonly Board[],
  panelId: string | undefined,
  change: (panel: Panel) => Panel,
): ResultChange[] =>
  changePages(boards, (page) => ({
    ...page,
    panels: page.panels.map((one) => (panelId === undefined || one.id === panelId ? change(one) : one)),
  }));

/** Changes a panel, all of a page, or all of the book. */
export const onPanels = async (
  { book, page, panel }: Pick<WishRequest, "book"> & Partial<WishRequest>,
  change: (panel: Panel) => Panel,
): Promise<Outcome> => answerOf(changePanels(await boardsOf(book, page), panel, change));

/** The panel with its picture changed. */
export const onPicture = (panel: Panel, change: (picture: Panel["picture"]) => Panel["picture"]): Panel => ({
  ...panel,
  picture: change(panel.picture),
});

/** The next free id: a letter and a number. */
export const nextId = (letter: string, all: readonly { id: string }[]): string =>
  `${letter}${Math.max(0, ...all.map(({ id }) => Number(id.slice(1)))) + 1}`;

/** All names of people, each with its person. */
export const namesOf = (people: readonly Person[]) =>
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
