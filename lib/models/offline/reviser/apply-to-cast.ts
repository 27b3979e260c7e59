// Applies wishes about the people of a book: names, looks, adding and removing.
import { CastSchema, type Character } from "../../../manga/cast.ts";
import type { Concept, Person } from "../../../manga/concept.ts";
import type { Plot } from "../../../manga/plot.ts";
import { renameEverywhere } from "../../../pipeline/rename-person.ts";
import type { BookView } from "../../../pipeline/reviser.ts";
import { withFigure } from "./apply-to-pages.ts";
import {
  answerOf,
  boardsOf,
  CAST,
  changeConcept,
  changePanels,
  conceptOf,
  findPersonByName,
  hasResult,
  keepCast,
  keepStory,
  type Outcome,
  plotOf,
  type WishRequest,
} from "./book-parts.ts";
import { applyTokens, designOf, LOOK_FIELDS, newPerson, restoreFields } from "./cast-changes.ts";
import { readLooks, textOf } from "./read-looks.ts";
import {
  refuseIncomplete,
  refuseIncompleteForPerson,
  refuseUnreadWords,
  refuseUnsupported,
} from "./refusals.ts";
import { changeDialogue } from "./texts.ts";
import { says } from "./wish-words.ts";

export async function replaceWords(
  { from, to }: { from: string; to: string },
  { book, wish }: WishRequest,
): Promise<Outcome> {
  const { people } = await conceptOf(book);
  const named = findPersonByName(from, people);
  if (named === undefined) return changeDialogue(from, to, book);
  if (findPersonByName(to, people) !== undefined || to.length > 60) return "nothing-to-change";
  if (!says(wish.text, "naming")) return refuseIncompleteForPerson(named.name, book);
  return renameEverywhere({ from: named.name, to }, book);
}

export async function removePerson(what: string, { book, wish }: WishRequest): Promise<Outcome> {
  const { people } = await conceptOf(book);
  const { character } = wish.target;
  const isOption = wish.option === "remove-character";
  const pointed = isOption ? people.find(({ id }) => id === character) : undefined;
  const person = pointed ?? findPersonByName(what, people)?.person;
  if (person === undefined && isOption) {
    return what === "" ? refuseIncomplete({ ...wish, text: what }, book) : "nothing-to-change";
  }
  if (person === undefined) return changeDialogue(what, undefined, book);
  if (people.length === 1) return "not-supported";
  const without = <T extends { id: string }>(all: readonly T[]) => all.filter(({ id }) => id !== person.id);
  const conceived = changeConcept((concept) => ({ ...concept, people: without(concept.people) }));
  return answerOf([conceived, ...keepCast(book, without, [person.id])]);
}

/** Adds a person. If the story names them, the reader finds and stages them. Otherwise they stand in the target panel. */
export async function addPerson(name: string, { book, page, panel }: WishRequest): Promise<Outcome> {
  const { language, seed } = book.params;
  const { people } = await conceptOf(book);
  if (name.length > 60 || findPersonByName(name, people) !== undefined) return "nothing-to-change";
  const person = newPerson(people, name);
  const conceived = changeConcept((concept) => ({ ...concept, people: [...concept.people, person] }));
  const cast = keepCast(book, (all) => [...all, designOf(person, all, { seed, language })]);
  const plot = await plotOf(book);
  if (plot !== undefined && isMentionedInPlot(name, plot)) return answerOf([conceived, ...cast]);
  if (page === undefined || panel === undefined) return "which";
  const boards = changePanels(await boardsOf(book, page), panel, (one) => withFigure(one, person.id));
  return boards.length === 0
    ? "nothing-to-change"
    : answerOf([conceived, ...cast, ...keepStory(book, boards)]);
}

const isMentionedInPlot = (name: string, { pages }: Plot): boolean =>
  pages
    .flatMap(({ beats }) => beats)
    .flatMap(({ action, caption, lines }) => [action, caption, ...lines.map(({ text }) => text)])
    .some((text) => text.includes(name));

/**
 * Changes the looks of people. Redraws their portraits and their panels, and nothing else. Undefined for a wish that is not about
 * looks.
 */
export async function changeLooks({ book, wish }: WishRequest): Promise<Outcome | undefined> {
  const concept = await conceptOf(book);
  const { language } = book.params;
  const read = readLooks(wish.text, { people: concept.people, character: wish.target.character });
  if (read.kind === "other") return undefined;
  if (read.kind === "whom") return "which";
  if (read.kind === "being") return refuseUnsupported("being", book);
  if (read.kind === "unclear") return refuseUnreadWords(read.words, book);
  if (!hasResult(book, CAST)) return "nothing-to-change";
  const { characters } = CastSchema.parse(await book.output(CAST));
  const looks = new Map(characters.map((one) => [one.id, one]));
  for (const { ids, tokens } of read.clauses) {
    for (const id of ids) {
      const look = looks.get(id);
      const changed = look && applyTokens(look, tokens, language);
      if (changed === undefined && read.isImplied) return undefined;
      const isIdle = changed === look && read.clauses.length > 1;
      if (changed === undefined || isIdle) return refuseUnreadWords(textOf(tokens), book);
      looks.set(id, changed);
    }
  }
  const wanted = characters.flatMap((before) => {
    const look = looks.get(before.id) ?? before;
    const fields = LOOK_FIELDS.filter((field) => wish.without?.includes(`${before.id}.${field}`));
    const kept = restoreFields(look, before, { fields, language });
    return kept === before ? [] : [kept];
  });
  return wanted.length === 0 ? "nothing-to-change" : redesignCast(wanted, concept, book);
}

/** Replaces designs in the cast, and updates age and sex in the concept. */
function redesignCast(looks: readonly Character[], { people }: Concept, book: BookView): Outcome {
  const lookOf = (id: string) => looks.find((look) => look.id === id);
  const told = ({ id, age, sex }: Person) => lookOf(id) ?? { age, sex };
  const conceived = changeConcept((concept) => ({
    ...concept,
    people: concept.people.map((one) => ({ ...one, age: told(one).age, sex: told(one).sex })),
  }));
  const isConceived = people.some((one) => told(one).age !== one.age || told(one).sex !== one.sex);
  const ids = looks.map(({ id }) => id);
  const cast = keepCast(book, (characters) => characters.map((one) => lookOf(one.id) ?? one), ids);
  return answerOf([...(isConceived ? [conceived] : []), ...cast, ...keepStory(book)]);
}
