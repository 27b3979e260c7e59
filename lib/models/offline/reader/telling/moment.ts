// A moment while it is being made: its parts, its words and where it is; and how units become its lines and parts.
import type { Line, Sound } from "../../../../manga/plot.ts";
import { mainClause } from "../text/clause.ts";
import type { CaptionPiece } from "./caption-pieces.ts";
import type { CaptionPart } from "./draft.ts";
import type { SentencePart } from "./figures.ts";
import type { Staged } from "./scenes.ts";
import { isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

/** What a moment may hold: characters of Japanese, words of English. */
export interface Room {
  caption: number;
  /** All lines together. */
  speech: number;
  /** A caption and lines. */
  both: number;
}

export interface Moment {
  staged: Staged;
  opens: boolean;
  units: string[];
  /** Of these, the headings before it. */
  headings: readonly string[];
  /** The sentences whose facts are seen. */
  parts: SentencePart[];
  lines: Line[];
  captions: CaptionPart[];
  /** Units that the picture tells without words. */
  claims: string[];
  sounds: Sound[];
  chapter?: string;
  /** Somebody does something for sure. */
  acts: boolean;
  /** Nobody and nothing that it tells of is seen. */
  isBlank: boolean;
  /** Paragraph in which it ends. */
  paragraph: number;
}

export interface Telling {
  facts: StoryFacts;
  staged: readonly Staged[];
  /** Who may be drawn. */
  drawable: ReadonlySet<string>;
  /** Units that are not told. */
  leftOut: ReadonlySet<string>;
  room: Room;
}

export const isTitle = (heading: string, { story }: Pick<StoryFacts, "story">): boolean =>
  story.title !== undefined && heading.includes(story.title);

export function stagedAt({ staged }: Telling, { index }: ToldUnit): Staged {
  const found = staged[index];
  if (found === undefined) throw new RangeError(`nothing says where unit ${index} is`);
  return found;
}

export function lineOf({ unit, spoken }: ToldUnit, { text, ruby }: CaptionPiece): Line {
  const speaker = spoken?.speaker;
  const sure = speaker !== undefined && isSure(speaker) && speaker.value !== null;
  return {
    ...{ unit: unit.id, text, ruby, speaker: speaker?.value ?? null, voice: spoken?.voice ?? "speech" },
    guessed: !(sure && spoken?.named === true),
  };
}

/** The sentences of a unit, or those of which a piece has letters. The piece with the main predicate has the deed. */
export function partsOf(unit: ToldUnit, piece?: CaptionPiece): SentencePart[] {
  return sentencesOf(unit).flatMap((at): SentencePart[] => {
    const sentence = unit.sentences[at.sentence];
    if (sentence === undefined) return [{ at, acts: true, from: 0, to: unit.unit.text.length }];
    const { from, to } = sentence;
    if (piece === undefined) return [{ at, acts: true, from, to }];
    if (to <= piece.from || from >= piece.to) return [];
    const deed = mainClause(sentence)?.predicate.from ?? from;
    const acts = deed >= piece.from && deed < piece.to;
    return [{ at, acts, from: Math.max(from, piece.from), to: Math.min(to, piece.to) }];
  });
}
