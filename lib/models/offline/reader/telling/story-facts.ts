// All findings of the reader's parts on one story, with queries for the telling.
import type { Acting } from "../../../../manga/moment.ts";
import {
  type Deeds,
  type People,
  type ReadStory,
  type ReadUnit,
  type SentencePlace,
  type Settings,
  type Speakers,
  type Spoken,
  SURE_ENOUGH,
  type Sure,
} from "../facts.ts";
import { wordTable } from "../text/word-table.ts";

export interface StoryFacts {
  story: ReadStory;
  people: People;
  speakers: Speakers;
  settings: Settings;
  deeds: Deeds;
}

/** Maximum length of an open word, in characters (docs/develop/book-language.md). */
export const MOST_WORD = 120;

export const isSure = ({ sure }: { sure: number }): boolean => sure >= SURE_ENOUGH;

export interface ToldUnit extends ReadUnit {
  index: number;
  spoken: Spoken | undefined;
  /** A line whose tag is followed by another line ("That bird," said he, "is a criminal."): both stay in one picture. */
  goesOn: boolean;
}

export const toldUnits = ({ story, speakers }: StoryFacts): ToldUnit[] =>
  story.units.map((one, index) => ({
    ...one,
    index,
    goesOn: story.units[index + 1]?.unit.kind !== "speech" && isSpokenIn(one, story.units[index + 2]),
    spoken: one.unit.kind === "speech" ? speakers.of(index) : undefined,
  }));

const isSpokenIn = ({ unit }: ReadUnit, other: ReadUnit | undefined): boolean =>
  other?.unit.kind === "speech" && other.unit.paragraph === unit.paragraph;

/** Positions of a unit's sentences. A unit without sentences counts as one with one sentence. */
export const sentencesOf = ({ index, sentences }: Pick<ToldUnit, "index" | "sentences">): SentencePlace[] =>
  sentences.length === 0
    ? [{ unit: index, sentence: 0 }]
    : sentences.map((_, sentence) => ({ unit: index, sentence }));

/** The default acting of a character who is present. */
export const standing = (character: string): Acting => ({
  ...{ character, doing: "stand", feeling: "calm", hands: [] },
});

/** Whether the action looks like standing in a picture. Speech is shown by its balloon. */
export const isIdle = ({ doing }: Pick<Acting, "doing">): boolean =>
  doing === "stand" || wordTable("en").is("speak", doing.split(" ")[0] ?? doing);

/** The most likely fact, of equals the first. */
export const likeliest = <T>(facts: readonly Sure<T>[]): Sure<T> | undefined =>
  facts.toSorted((a, b) => b.sure - a.sure)[0];
