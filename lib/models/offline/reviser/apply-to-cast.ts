// Applies wishes about the people of a book: names, looks, adding and removing.
import { CastSchema, type Character } from "../../../manga/cast.ts";
import { ConceptSchema, type Person } from "../../../manga/concept.ts";
import { PlotSchema } from "../../../manga/plot.ts";
import type { Figure, Panel } from "../../../manga/storyboard.ts";
import { renameEverywhere } from "../../../pipeline/rename-person.ts";
import type { Answer, BookView, ResultChange } from "../../../pipeline/reviser.ts";
import { changeDialogue } from "./apply-to-words.ts";
import {
  boardsOf,
  CAST,
  CONCEPT,
  conceptOf,
  findPersonByName,
  hasResult,
  keepPortraits,
  keepStory,
  PLOT,
  targetOf,
  type WishRequest,
} from "./book-parts.ts";
import { applyClause, designOf, LOOK_FIELDS, newPerson, restoreFields } from "./cast-changes.ts";
import { changePanels } from "./page-changes.ts";
import { readLooks, textOf } from "./read-looks.ts";
import {
  refuse,
  refuseIncomplete,
  refuseIncompleteForPerson,
  refuseUnreadWords,
  refuseUnsupported,
} from "./refusals.ts";
import { isNaming } from "./renaming.ts";

export async function replaceWords(
  { from, to }: { from: string; to: string },
  { book, wish }: WishRequest,
): Promise<Answer> {
  const { people } = await conceptOf(book);
  const named = findPersonByName(from, people);
  if (named === undefined) return changeDialogue(from, to, book);
  if (findPersonByName(to, people) !== undefined || to.length > 60) return refuse("nothing-to-change", book);
  if (!isNaming(wish.text)) return refuseIncompleteForPerson(named.name, book);
  return renameEverywhere({ from: named.name, to }, book);
}

export async function removePerson(what: string, { book, wish }: WishRequest): Promise<Answer> {
  const { people } = await conceptOf(book);
  const { character } = wish.target;
  const isPointed = wish.option === "remove-character" && character !== undefined;
  const person = isPointed
    ? people.find(({ id }) => id === character)
    : findPersonByName(what, people)?.person;
  if (person === undefined && wish.option === "remove-character") {
    return what === "" ? refuseIncomplete(wish.option, what, book) : refuse("nothing-to-change", book);
  }
  if (person === undefined) return changeDialogue(what, undefined, book);
  if (people.length === 1) return refuse("not-supported", book);
  const without = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => id !== person.id);
  const withoutPerson = (output: unknown) => {
    const concept = ConceptSchema.parse(output);
    return { ...concept, people: without(concept.people) };
  };
  const withoutDesign = (output: unknown) => ({ characters: without(CastSchema.parse(output).characters) });
  const cast: ResultChange[] = hasResult(book, CAST)
    ? [
        { ref: CAST, change: withoutDesign },
        ...keepPortraits(book).filter(({ ref }) => ref.of === "character" && ref.character !== person.id),
      ]
    : [];
  return { kind: "change", results: [{ ref: CONCEPT, change: withoutPerson }, ...cast] };
}

/**
 * Somebody whom the story names is found in it and staged by the reader; somebody else stands in the panel that the person
 * points at.
 */
export async function addPerson(name: string, request: WishRequest): Promise<Answer> {
  const { book } = request;
  const { language, seed } = book.params;
  const { people } = await conceptOf(book);
  const { page, panel } = targetOf(request);
  if (name.length > 60 || findPersonByName(name, people) !== undefined)
    return refuse("nothing-to-change", book);
  const person = newPerson(people, name, language);
  const isTold = hasResult(book, PLOT) && isMentionedInPlot(name, PlotSchema.parse(await book.output(PLOT)));
  const appears = isTold
    ? []
    : changePanels(await boardsOf(book, page), panel, (one) => withFigure(one, person.id));
  if (!isTold && (page === undefined || panel === undefined)) return refuse("which", book);
  if (!isTold && appears.length === 0) return refuse("nothing-to-change", book);
  const withPerson = (output: unknown) => {
    const concept = ConceptSchema.parse(output);
    return { ...concept, people: [...concept.people, person] };
  };
  const withDesign = (output: unknown) => {
    const { characters } = CastSchema.parse(output);
    return { characters: [...characters, designOf(person, characters, { seed, language })] };
  };
  const cast: ResultChange[] = hasResult(book, CAST)
    ? [{ ref: CAST, change: withDesign }, ...keepPortraits(book)]
    : [];
  const story = isTold ? [] : keepStory(book, appears);
  return { kind: "change", results: [{ ref: CONCEPT, change: withPerson }, ...cast, ...story] };
}

function isMentionedInPlot(name: string, { pages }: ReturnType<typeof PlotSchema.parse>): boolean {
  const texts = pages.flatMap(({ beats }) =>
    beats.flatMap(({ action, caption, lines }) => [action, caption, ...lines.map(({ text }) => text)]),
  );
  return texts.some((text) => text.includes(name));
}

/** Adds a figure where the panel has most room between its figures. */
function withFigure(panel: Panel, character: string): Panel {
  const { figures } = panel.picture;
  if (figures.some((one) => one.character === character) || figures.length >= 5) return panel;
  const taken = figures.map(({ side }) => side);
  const room = (side: number) => Math.min(1, ...taken.map((one) => Math.abs(one - side)));
  const side = [0.5, 0.2, 0.8, 0.35, 0.65].toSorted((a, b) => room(b) - room(a))[0] ?? 0.5;
  const figure: Figure = {
    ...{ character, side, doing: "stand", feeling: "calm", hands: [], view: "three-quarter", depth: 1 },
    facing: side > 0.5 ? "left" : "right",
  };
  return { ...panel, picture: { ...panel.picture, figures: [...figures, figure] } };
}

/**
 * Changes the looks of people. Redraws their portraits and their panels, and nothing else. Undefined for a wish that is not about
 * looks.
 */
export async function changeLooks({ book, wish }: WishRequest): Promise<Answer | undefined> {
  const { people } = await conceptOf(book);
  const { language } = book.params;
  const read = readLooks(wish.text, { people, character: wish.target.character });
  if (read.kind === "other") return undefined;
  if (read.kind === "whom") return refuse("which", book);
  if (read.kind === "being") return refuseUnsupported("being", book);
  if (read.kind === "unclear") return refuseUnreadWords(read.words, book);
  if (!hasResult(book, CAST)) return refuse("nothing-to-change", book);
  const { characters } = CastSchema.parse(await book.output(CAST));
  const looks = new Map(characters.map((one) => [one.id, one]));
  for (const clause of read.clauses) {
    for (const id of clause.ids) {
      const look = looks.get(id);
      const changed = look && applyClause(look, clause, language);
      if (changed === undefined && read.isImplied) return undefined;
      const isIdle = changed === look && read.clauses.length > 1;
      if (changed === undefined || isIdle) return refuseUnreadWords(textOf(clause.tokens), book);
      looks.set(id, changed);
    }
  }
  const wanted = characters.flatMap((before) => {
    const look = looks.get(before.id) ?? before;
    const fields = LOOK_FIELDS.filter((field) => wish.without?.includes(`${before.id}.${field}`));
    const kept = restoreFields(look, before, { fields, language });
    return kept === before ? [] : [kept];
  });
  return wanted.length === 0 ? refuse("nothing-to-change", book) : redesignCast(wanted, { people, book });
}

/** Replaces designs in the cast, and age and sex in the concept where they changed. */
function redesignCast(
  looks: readonly Character[],
  { people, book }: { people: readonly Person[]; book: BookView },
): Answer {
  const lookOf = (id: string) => looks.find((look) => look.id === id);
  const redesign = (output: unknown) => ({
    characters: CastSchema.parse(output).characters.map((one) => lookOf(one.id) ?? one),
  });
  const conceive = (output: unknown) => {
    const concept = ConceptSchema.parse(output);
    const people = concept.people.map((one) => {
      const { age, sex } = lookOf(one.id) ?? one;
      return { ...one, age, sex };
    });
    return { ...concept, people };
  };
  const isConceived = people.some((one) => {
    const look = lookOf(one.id);
    return look !== undefined && (look.age !== one.age || look.sex !== one.sex);
  });
  const conceived: ResultChange[] = isConceived ? [{ ref: CONCEPT, change: conceive }] : [];
  const others = keepPortraits(book).filter(
    ({ ref }) => ref.of === "character" && lookOf(ref.character) === undefined,
  );
  return {
    kind: "change",
    results: [...conceived, { ref: CAST, change: redesign }, ...others, ...keepStory(book)],
  };
}
