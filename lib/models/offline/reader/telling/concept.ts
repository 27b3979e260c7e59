// The concept task: genre from the story's words, characters, and number of pages.
import { isStripGenre, STRIP_GENRE, wantsStrips } from "../../../../direction/strip-genre.ts";
import type { Concept, Person } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import type { Story } from "../../../../manga/story.ts";
import { storyPages } from "../../../../manga/story-pages.ts";
import { styleOf } from "../../../../manga/style-presets.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import type { Brief } from "../../../reader.ts";
import type { FoundPerson } from "../facts.ts";
import { wordTable } from "../text/word-table.ts";
import { isSure, MOST_WORD, type StoryFacts, toldUnits } from "./story-facts.ts";
import { moodOf, subjectsOf } from "./subjects.ts";

const MOST_TITLE = 255;
const MOST_NAME = 60;
const MOST_NOTES = 400;
const THEMES = 3;
/** Minimum number of genre words: one dog in a comparison does not make an animal story. */
const FEWEST_GENRE_WORDS = 2;

/** A text of the concept in the book's language. `*` is replaced by `name`. */
const say = (language: Language, what: string, name = ""): string =>
  (wordTable(language, "telling").value("concept", what) ?? "").split("*").join(name);

export function conceiveBook(story: Story, brief: Brief, facts: StoryFacts): Concept {
  const { language } = story;
  const people = peopleOf(facts);
  const mood = moodOf(facts.story.units, language);
  const genre = brief.genre?.trim() || genreOf(facts, people);
  const themes = subjectsOf(facts.story.units, "theme", language).slice(0, THEMES);
  const isStrips = wantsStrips(story, brief, mood === "comic" || genre === say(language, "comedy"));
  const places = new Set(facts.settings.places.flatMap(({ name }) => (name === "" ? [] : [name])));
  const where = [...places].slice(0, 3).join(language === "ja" ? "、" : ", ");
  return {
    ...{ language, mood, people },
    title: (brief.title?.trim() || story.title || titleOf(story, people)).slice(0, MOST_TITLE),
    genre: isStrips && !isStripGenre(genre) ? STRIP_GENRE[language] : genre,
    themes: themes.map(({ value }) => value),
    world: where === "" ? "" : say(language, "world", where),
    audience: audienceOf(facts, people),
    pages: brief.pages ?? storyPages(story, "whole", isStrips),
    style: styleOf(brief.style, brief.artDirection),
  };
}

/** Characters who certainly speak, or who certainly exist and appear in scenes. */
export function peopleOf(facts: StoryFacts): Person[] {
  const speakers = new Set(
    toldUnits(facts).flatMap(({ spoken }) =>
      spoken && isSure(spoken.speaker) ? (spoken.speaker.value ?? []) : [],
    ),
  );
  return facts.people.people
    .filter((one) => speakers.has(one.id) || (isSure(one) && one.part === "acts"))
    .map((one, at) => personOf(one, at));
}

function personOf({ id, name, aliases, kind, age, sex, notes }: FoundPerson, at: number): Person {
  return {
    ...{ id, name: name.slice(0, MOST_NAME), aliases: aliases.filter((alias) => alias.trim() !== "") },
    role: at === 0 ? "protagonist" : at === 1 ? "partner" : "support",
    kind: (isSure(kind) ? kind.value : "human").slice(0, MOST_WORD),
    age: isSure(age) ? age.value.slice(0, MOST_WORD) : "unknown",
    sex: isSure(sex) ? sex.value : "unknown",
    notes: quoted(notes),
  };
}

/** Joins the notes, without those that would exceed the maximum length. */
const quoted = (notes: readonly string[]): string =>
  notes.reduce((text, note) => {
    const longer = `${text} ${note}`.trimStart();
    return longer.length > MOST_NOTES ? text : longer;
  }, "");

function genreOf(facts: StoryFacts, people: readonly Person[]): string {
  const { language, units } = facts.story;
  const [first] = subjectsOf(units, "genre", language);
  if (first !== undefined && first.count >= FEWEST_GENRE_WORDS) return first.value;
  const [hero] = people;
  return say(language, hero !== undefined && hero.kind !== "human" ? "animals" : "everyday");
}

function audienceOf(facts: StoryFacts, people: readonly Person[]): string {
  const { language, units } = facts.story;
  if (subjectsOf(units, "grown", language).length > 0) return say(language, "grown");
  return say(language, people.length > 0 && people.every(({ age }) => age === "teen") ? "young" : "all");
}

/** Maximum length of an opening that serves as title: characters in Japanese, words in English. */
const OPENING: Readonly<Record<Language, number>> = { ja: 12, en: 6 };
const SENTENCE_MARKS = "、。，,.;:！？!?…—";

/** Title of a story without one: its opening up to the first mark, or its main character's name. */
function titleOf({ units, language }: Story, people: readonly Person[]): string {
  const [hero] = people;
  const first = units.find(({ kind }) => kind !== "heading")?.text ?? "";
  const end = [...first].findIndex((letter) => SENTENCE_MARKS.includes(letter));
  const opening = end < 0 ? first : [...first].slice(0, end).join("");
  if (opening.trim() !== "" && lengthOf(opening) <= OPENING[language]) return opening.trim();
  return hero === undefined ? say(language, "untitled") : say(language, "story-of", hero.name);
}
