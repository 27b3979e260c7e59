// Plans who is in a book: people who join it, people who leave it, and people whom a reader took for two and who are one.
import type { Cast, Character } from "../manga/cast.ts";
import { type Concept, ConceptSchema, type Person } from "../manga/concept.ts";
import { isNamed, type Replaced, withPeopleReplaced } from "../manga/merge-people.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { bookView } from "./book-view.ts";
import type { BookChange } from "./plan-revision.ts";
import { planAnswer } from "./plan-wish.ts";
import type { BookView, ResultChange } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import type { WorkRef } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor };

const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };

interface Casts {
  before: Cast;
  after: Cast;
}

const idsOf = ({ characters }: Cast) => new Set(characters.map(({ id }) => id));

export function arePeopleOthers(before: Cast, after: Cast): boolean {
  const [was, is] = [idsOf(before), idsOf(after)];
  return before.characters.length !== after.characters.length || [...is].some((id) => !was.has(id));
}

/**
 * Whoever joins gets a portrait and is in no panel yet. Whoever leaves is in no panel and has no line: `EditRefusedError` names the panels
 * otherwise. Of somebody who is merged every figure, line and beat is the other's, and the panels with it are drawn again. `changed` makes
 * the new cast of the stored one. All other results stay.
 */
export async function planPeople(
  ports: Ports,
  schedule: Schedule,
  { before, after, changed }: Casts & { changed: (output: unknown) => unknown },
): Promise<BookChange> {
  const book = bookView(ports, schedule);
  const concept = ConceptSchema.parse(await book.output(CONCEPT));
  const replaced = replacedBy({ before, after });
  checkIds(concept, { before, after });
  const boards = await boardsOf(book);
  checkUnnamed(boards, replaced);
  const isBound = boards.length > 0;
  const results: ResultChange[] = [
    { ref: CONCEPT, change: (output) => withPeople(ConceptSchema.parse(output), after, replaced) },
    { ref: CAST, change: changed },
    ...(book.standing.some(({ phase }) => phase === PLOT.phase) ? [storyOf(PLOT, replaced)] : []),
    ...(isBound ? boards.map(({ ref, page }) => boardOf(ref, page, replaced)) : []),
  ];
  return planAnswer(ports, schedule, { kind: "change", results });
}

/** Who takes the place of those who are gone. Throws `EditRefusedError` where that is nobody of the book. */
function replacedBy({ before, after }: Casts): Replaced {
  const is = idsOf(after);
  const gone = before.characters.filter(({ id }) => !is.has(id));
  return new Map(
    gone.map(({ id }) => {
      const into = after.merged?.findLast((one) => one.id === id)?.into;
      if (into !== undefined && !is.has(into)) {
        throw new EditRefusedError("invalid-edit", "merged", `nobody in this book is ${into}`);
      }
      return [id, into ?? null];
    }),
  );
}

function checkIds({ people, merged = [] }: Concept, { before, after }: Casts): void {
  const [was, is] = [idsOf(before), idsOf(after)];
  if (is.size !== after.characters.length) {
    throw new EditRefusedError(
      "invalid-edit",
      "characters",
      "two people have the same id; give each their own",
    );
  }
  const known = new Set([...people, ...merged].map(({ id }) => id));
  const taken = [...is].find((id) => !was.has(id) && known.has(id));
  if (taken !== undefined) {
    throw new EditRefusedError("invalid-edit", "characters", `${taken} was somebody else; take another id`);
  }
}

interface Board {
  ref: WorkRef;
  page: StoryboardPage;
}

async function boardsOf(book: BookView): Promise<Board[]> {
  const refs = book.standing.filter(({ phase, of }) => phase === "storyboard" && of === "page");
  return Promise.all(
    refs.map(async (ref) => ({ ref, page: StoryboardPageSchema.parse(await book.output(ref)) })),
  );
}

/** The most panels that a refusal lists. */
const MOST_LISTED = 8;

function checkUnnamed(boards: readonly Board[], replaced: Replaced): void {
  for (const [id, into] of replaced) {
    if (into !== null) continue;
    const panels = boards.flatMap(({ page }) =>
      page.panels.filter((panel) => isNamed(panel, id)).map((panel) => `page ${page.number}, ${panel.id}`),
    );
    if (panels.length === 0) continue;
    const listed = panels.slice(0, MOST_LISTED).join("; ");
    throw new EditRefusedError(
      "invalid-edit",
      "characters",
      `${id} is in ${panels.length} panels (${listed}): take ${id} out of them, or merge ${id} with somebody`,
    );
  }
}

/** The concept with the people of the cast: known ones keep what the concept has of them, new ones are added. */
function withPeople(concept: Concept, { characters }: Cast, replaced: Replaced): Concept {
  const gone = concept.people.filter(({ id }) => replaced.has(id));
  const namesOf = (id: string) =>
    gone.filter((one) => replaced.get(one.id) === id).flatMap(({ name, aliases }) => [name, ...aliases]);
  const people = characters.map((design): Person => {
    const told = concept.people.find(({ id }) => id === design.id) ?? newcomer(design);
    const { age, sex } = design;
    const aliases = [...new Set([...told.aliases, ...namesOf(design.id)])].filter(
      (name) => name !== told.name,
    );
    return { ...told, age, sex, aliases };
  });
  const merged = [
    ...(concept.merged ?? []),
    ...gone.map((person) => ({ ...person, into: person.id })),
  ].flatMap(({ into, ...person }) => {
    const other = replaced.has(into) ? replaced.get(into) : into;
    return other === null || other === undefined ? [] : [{ ...person, into: other }];
  });
  const { merged: _before, ...rest } = concept;
  return { ...rest, people, ...(merged.length > 0 && { merged }) };
}

const newcomer = ({ id, name, kind, age, sex }: Character): Person => ({
  ...{ id, name, kind, age, sex },
  ...{ aliases: [], role: "support", notes: "" },
});

const storyOf = (ref: WorkRef, replaced: Replaced): ResultChange =>
  replaced.size === 0 ? { ref } : { ref, change: (output) => withPeopleReplaced(output, replaced) };

/** A page that names none of them stays as it is. */
function boardOf(ref: WorkRef, page: StoryboardPage, replaced: Replaced): ResultChange {
  const isAbout = [...replaced.keys()].some((id) => isNamed(page, id));
  return isAbout ? storyOf(ref, replaced) : { ref };
}
