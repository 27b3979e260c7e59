// Plans a person's edit of a result by a JSON merge patch (RFC 7386). An edit of people's looks keeps everything that does not show them.
import * as z from "zod";
import { type Cast, CastSchema, type Character, CharacterSchema } from "../manga/cast.ts";
import { PlotSchema } from "../manga/plot.ts";
import { bookView } from "./book-view.ts";
import { canonicalJson } from "./canonical-json.ts";
import { carryResult, editResult } from "./edit-result.ts";
import { pastReviews } from "./graph.ts";
import { mergePatch } from "./merge-patch.ts";
import { areOutfitsOthers, type Casts, checkScenes, withOutfitsOfScenes } from "./plan-outfits.ts";
import { arePeopleOthers, planPeople } from "./plan-people.ts";
import type { BookChange, ResultEdit } from "./plan-revision.ts";
import { withRefits } from "./refit-redrawn.ts";
import type { BookView, Reviser } from "./reviser.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import type { StepEditor } from "./step-editor.ts";
import type { WorkRef } from "./step-kinds.ts";

type Ports = Pick<Services, "blobs"> & { editor: StepEditor; reviser: Pick<Reviser, "describe"> };

export interface Edit {
  step: WorkRef;
  patch: unknown;
  /** Hash of the output to which the patch applies, if the client knows it. */
  base?: string | undefined;
}

const CONCEPT: WorkRef = { phase: "concept", of: "book" };
const CAST: WorkRef = { phase: "characters", of: "book" };
const PLOT: WorkRef = { phase: "plot", of: "book" };

/** Throws as `editResult` does. */
export async function planEdit(ports: Ports, schedule: Schedule, edit: Edit): Promise<BookChange> {
  return withRefits(ports, schedule, await planPlainEdit(ports, schedule, edit));
}

async function planPlainEdit(ports: Ports, schedule: Schedule, edit: Edit): Promise<BookChange> {
  const { step, base } = edit;
  const isCast = step.phase === CAST.phase && step.of === CAST.of;
  const describe = (one: Omit<Character, "description">) =>
    ports.reviser.describe(one, schedule.params.language);
  const patch = isCast ? await withDescriptions(edit.patch, describe) : edit.patch;
  const read = isCast ? pastReviews(schedule) : schedule;
  let cast: { before?: Cast | undefined; after?: Cast | undefined } = {};
  const change = (output: unknown) => {
    const wanted = mergePatch(output, patch);
    if (isCast) cast = { before: castIn(output), after: castIn(wanted) };
    return wanted;
  };
  const plain = await editResult(ports, read, { ref: step, change, seen: base });
  const { before, after } = cast;
  if (before === undefined || after === undefined) return { results: [plain] };
  const book = bookView(ports, read);
  if (areOutfitsOthers({ before, after }) && book.standing.some(({ phase }) => phase === PLOT.phase)) {
    checkScenes({ before, after }, PlotSchema.parse(await book.output(PLOT)));
  }
  const sentences = await newSentences(before, after, describe);
  const changed = (output: unknown) => withSentences(mergePatch(output, patch), sentences);
  if (arePeopleOthers(before, after)) return planPeople(ports, read, { before, after, changed });
  return planCast(ports, read, { plain: sentences.size === 0 ? plain : undefined, changed, before, after });
}

const castIn = (output: unknown): Cast | undefined => CastSchema.safeParse(output).data;

/**
 * Portraits and panels of changed people are drawn again. The concept gets the same age and sex; storyboards stay, because they read only
 * who is in the book and of what kind.
 */
async function planCast(
  ports: Ports,
  schedule: Schedule,
  {
    plain,
    changed,
    before,
    after,
  }: { plain: ResultEdit | undefined; changed: (output: unknown) => unknown; before: Cast; after: Cast },
): Promise<BookChange> {
  const results: ResultEdit[] = [];
  if (!isSame(toldOf(before), toldOf(after))) {
    const change = (concept: unknown) => withTold(concept, after);
    results.push(await editResult(ports, schedule, { ref: CONCEPT, change }));
  }
  results.push(plain ?? (await editResult(ports, schedule, { ref: CAST, change: changed })));
  if (!isSame(stagedOf(before), stagedOf(after))) return { results };
  const book = bookView(ports, schedule);
  const plot = carryResult(schedule, PLOT);
  if (plot !== undefined) results.push(plot);
  for (const ref of book.standing.filter(({ phase }) => phase === "storyboard")) {
    const page = await dressedPage(book, ref, { before, after });
    const board =
      page === undefined
        ? carryResult(schedule, ref)
        : await editResult(ports, schedule, { ref, change: () => page, beside: results });
    if (board !== undefined) results.push(board);
  }
  return { results };
}

/** The page's storyboard, where somebody in it wears another outfit after the edit; undefined otherwise. */
async function dressedPage(book: BookView, ref: WorkRef, casts: Casts): Promise<unknown> {
  if (!areOutfitsOthers(casts)) return undefined;
  const page = await book.output(ref);
  const dressed = withOutfitsOfScenes(page, casts, book.params.sheets === true);
  return isSame(dressed, page) ? undefined : dressed;
}

const isSame = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** The fields about people that the concept has too. */
const toldOf = ({ characters }: Cast) => characters.map(({ id, age, sex }) => ({ id, age, sex }));

/** What a storyboard reads of the cast. */
const stagedOf = ({ characters }: Cast) => characters.map(({ id, kind }) => ({ id, kind }));

const PeopleSchema = z.looseObject({ people: z.array(z.looseObject({ id: z.string() })) });

function withTold(concept: unknown, { characters }: Cast): unknown {
  const told = PeopleSchema.parse(concept);
  const people = told.people.map((person) => {
    const design = characters.find(({ id }) => id === person.id);
    return design === undefined ? person : { ...person, age: design.age, sex: design.sex };
  });
  return { ...told, people };
}

/** The description of each changed person, by id: the user's own, or one generated from the new look. */
async function newSentences(
  before: Cast,
  after: Cast,
  describe: (design: Character) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const sentences = new Map<string, string>();
  for (const is of after.characters) {
    const was = before.characters.find(({ id }) => id === is.id);
    if (was === undefined) continue;
    if (was.description !== is.description) sentences.set(is.id, is.description);
    else if (!isSame(lookOf(was), lookOf(is))) sentences.set(is.id, await describe(is));
  }
  return sentences;
}

function lookOf({ name: _name, description: _text, words: _words, ...look }: Character) {
  return look;
}

const NewcomersSchema = z.looseObject({ characters: z.array(z.unknown()) });
const UndescribedSchema = CharacterSchema.omit({ description: true }).strict();

/** The patch with a sentence about everybody who has none yet. */
async function withDescriptions(
  patch: unknown,
  describe: (design: Omit<Character, "description">) => Promise<string>,
): Promise<unknown> {
  const read = NewcomersSchema.safeParse(patch).data;
  if (read === undefined) return patch;
  const characters: unknown[] = [];
  for (const one of read.characters) {
    const design = UndescribedSchema.safeParse(one).data;
    characters.push(design === undefined ? one : { ...design, description: await describe(design) });
  }
  return { ...read, characters };
}

const LooseCastSchema = z.looseObject({ characters: z.array(z.looseObject({ id: z.string() })) });

/** A model's own words about a changed person describe the old look. */
function withSentences(wanted: unknown, sentences: ReadonlyMap<string, string>): unknown {
  const loose = LooseCastSchema.parse(wanted);
  const characters = loose.characters.map((person) => {
    const description = sentences.get(person.id);
    if (description === undefined) return person;
    const { words: _old, ...look } = person;
    return { ...look, description };
  });
  return { ...loose, characters };
}
