// The concept task: what kind of story it is, by the evidence of its words, who is in it, and how many pages it needs.

import type { Story } from "../../../manga/story.ts";
import { storyPages, stripPages } from "../../../manga/story-pages.ts";
import type { Brief } from "../../reader.ts";
import type { Concept, Person } from "../closed/concept.ts";
import type { Mood } from "../closed/staging.ts";
import { type Cues, type Lexicon, strongestCue } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import type { Staging } from "./plot.ts";
import { isStripGenre, STRIP_GENRE, wantsStrips } from "./strips.ts";
import { hourName, placeName, WORDS } from "./wording.ts";

export function conceiveBook(
  story: Story,
  brief: Brief,
  people: readonly Person[],
  staging: Staging,
): Concept {
  const lexicon = lexiconOf(story.language);
  const text = story.units.map((unit) => unit.text).join("\n");
  const words = WORDS[story.language];
  const mood = bookMood(staging, text, lexicon);
  const genre = brief.genre?.trim() || genreOf(text, lexicon, people) || words.everyday;
  const strips = wantsStrips(story, brief, mood === "comic" || genre === words.comedy);
  return {
    title: (brief.title?.trim() || story.title || titleFrom(story, people)).slice(0, 255),
    language: story.language,
    genre: strips && !isStripGenre(genre) ? STRIP_GENRE[story.language] : genre,
    themes: ranked(text, lexicon.themes).slice(0, 3),
    mood,
    world: worldOf(story, staging),
    audience: audienceOf(text, people, words),
    people: [...people],
    pages: brief.pages ?? (strips ? stripPages(story) : storyPages(story)),
  };
}

/** One dog in a comparison makes no animal story. */
function genreOf(text: string, lexicon: Lexicon, people: readonly Person[]): string | undefined {
  const names = people
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter((name) => /^[\p{Lu}ァ-ヴ]/u.test(name));
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  const strongest = strongestCue(bare, lexicon.genres);
  return strongest && strongest.count >= 2 ? strongest.value : undefined;
}

function ranked(text: string, cues: Cues<string>): string[] {
  return cues
    .map(({ value, when }) => ({ value, count: text.match(when)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ value }) => value);
}

/** A story without a title is called after what it speaks of most, or by its first words. */
function titleFrom(story: Story, people: readonly Person[]): string {
  const hero = people[0];
  const first = story.units.find(({ text }) => /[\p{L}\p{N}]/u.test(text))?.text ?? "";
  const opening = (first.split(/[、。！？!?,.;:…—]/u).find((part) => part.trim() !== "") ?? first).trim();
  const short =
    story.language === "ja"
      ? opening.slice(0, 16).replace(/[はがをにでとも、]+$/u, "")
      : opening.split(/\s+/u).slice(0, 6).join(" ").replace(LOOSE_END, "");
  if (
    hero &&
    !/^(?:I|One|She|He|ひとり|彼女?|僕|私|俺)$/u.test(hero.name) &&
    [...short].length > (story.language === "ja" ? 12 : 28)
  ) {
    return WORDS[story.language].storyOf(hero.name);
  }
  return short || WORDS[story.language].untitled;
}

/** Words on which no title ends. */
const LOOSE_END =
  /(?: (?:the|a|an|of|in|on|at|to|and|or|with|behind|under|by|for|from|was|were|is|her|his|my|that|when))+$/iu;

function bookMood({ scenes }: Staging, text: string, lexicon: Lexicon): Mood {
  const tally = new Map<Mood, number>();
  for (const { scene, units } of scenes) tally.set(scene.mood, (tally.get(scene.mood) ?? 0) + units.length);
  const top = [...tally].filter(([mood]) => mood !== "neutral").toSorted((a, b) => b[1] - a[1])[0];
  return top?.[0] ?? strongestCue(text, lexicon.moods)?.value ?? "neutral";
}

function worldOf(story: Story, { scenes }: Staging): string {
  const places = [
    ...new Set(
      scenes
        .filter(({ scene }) => scene.place.kind !== "abstract")
        .map(({ scene }) => placeName(scene, story.language)),
    ),
  ];
  const first = scenes[0]?.scene;
  if (!first) return "";
  return WORDS[story.language].world(places.slice(0, 3), hourName(first, story.language));
}

function audienceOf(text: string, people: readonly Person[], words: (typeof WORDS)["ja"]): string {
  if (/死体|血|殺|\b(?:blood|murder|corpse|killed)\b/iu.test(text)) return words.audience.grown;
  if (people.some(({ age }) => age === "child") || people.some(({ kind }) => kind !== "human"))
    return words.audience.all;
  return people.some(({ age }) => age === "teen") ? words.audience.young : words.audience.all;
}
