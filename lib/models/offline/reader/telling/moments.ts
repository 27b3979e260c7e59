// Splits the story into moments: what one picture can show and one glance can read. Sentences about one action are one moment, an exchange
// of a few lines is one, and each further action starts another. Every unit is in a caption, a line, a sound or a heading; tags are
// omitted.
import type { Line } from "../../../../manga/plot.ts";
import { type Piece, splitText } from "../../../../manga/split-text.ts";
import type { StoryUnit } from "../../../../manga/story.ts";
import { isAllSound } from "../deeds/sounds.ts";
import { mainClause, type Span } from "../text/clause.ts";
import { type SentencePart, seenIn } from "./figures.ts";
import { addTo, hasRoomFor, type Moment, type Telling, type Told } from "./moment.ts";
import type { StagedUnit } from "./scenes.ts";
import { isIdle, isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";
import { isTagOf } from "./tags.ts";

/** A sentence is split only if it exceeds a caption by this factor: whole sentences read better than even pieces. */
const SLACK = 1.25;

/** The title is on the cover. Its unit belongs to the first moment. */
export function momentsOf(units: readonly StagedUnit[], telling: Telling): Moment[] {
  const { facts, leftOut, room } = telling;
  const gap = facts.story.language === "ja" ? "" : " ";
  const moments: Moment[] = [];
  /** Headings of the next moment, and whether an omitted unit opened a scene. */
  let ahead: StoryUnit[] = [];
  let isOpening = false;
  const chapterOf = (own: readonly StoryUnit[]) =>
    own.flatMap(({ text }) => (isTitle(text, facts) ? [] : [text])).join(gap);
  const begin = (unit: StagedUnit): Moment => {
    const { scene, setting } = unit;
    const { id, paragraph } = unit.unit;
    const goesOn = moments.at(-1)?.units.at(-1) === id;
    const chapter = chapterOf(ahead);
    const moment: Moment = {
      ...{ scene, setting, opens: !goesOn && (unit.opens || isOpening), paragraph },
      ...{ units: idsOf(ahead), headings: idsOf(ahead) },
      ...{ parts: [], lines: [], sounds: [], caption: "", captionRuby: [], acts: false, isBlank: true },
      ...(chapter !== "" && { chapter }),
    };
    ahead = [];
    isOpening = false;
    moments.push(moment);
    return moment;
  };
  /** The last moment, if the unit belongs to its scene and may continue it. */
  const open = ({ unit, scene, opens }: StagedUnit): Moment | undefined => {
    const moment = moments.at(-1);
    const goesOn = moment?.units.at(-1) === unit.id;
    if (moment?.scene !== scene || isOpening || ahead.length > 0) return undefined;
    return goesOn || !opens ? moment : undefined;
  };
  for (const [at, unit] of units.entries()) {
    if (leftOut.has(unit.unit.id)) isOpening ||= unit.opens;
    else if (unit.unit.kind === "heading") ahead.push(unit.unit);
    else {
      const all = toldOf(unit, units[at - 1], telling);
      if (all[0]?.kind !== "tag" && isTagBeforeLine(unit, units[at + 1], telling)) isOpening ||= unit.opens;
      else
        for (const told of all) {
          // A tag joins the last moment, which contains its line.
          const moment = told.kind === "tag" ? moments.at(-1) : open(unit);
          addTo(moment && hasRoomFor(moment, told, room) ? moment : begin(unit), told, gap);
        }
    }
  }
  // Headings at the end of a story have no moment after them. Some stories have headings only.
  const [opening] = units;
  const end = moments.at(-1) ?? (opening && begin(opening));
  end?.units.push(...idsOf(ahead));
  if (end) end.caption = [end.caption, chapterOf(ahead)].filter((text) => text !== "").join(gap);
  return moments;
}

const idsOf = (units: readonly StoryUnit[]): string[] => units.map(({ id }) => id);

export const isTitle = (heading: string, { story }: Pick<StoryFacts, "story">): boolean =>
  story.title !== undefined && heading.includes(story.title);

/** What a unit adds to moments: the whole unit, or pieces of it that fit. */
function toldOf(unit: StagedUnit, before: StagedUnit | undefined, telling: Telling): Told[] {
  const { text } = unit.unit;
  if (unit.spoken !== undefined)
    return piecesOf(unit, telling.room).map((piece, at) => {
      const part = { unit: unit.index, sentence: 0, acts: at === 0, from: piece.from, to: piece.to };
      return { unit, kind: "line", line: lineOf(unit, piece, telling), parts: [part] };
    });
  const whole = partsOf(unit, { from: 0, to: text.length });
  const [sound] = seenIn(whole, [], telling).sounds;
  if (sound !== undefined && isAllSound(unit.unit, [sound]))
    return [{ unit, kind: "sound", parts: whole, sound }];
  if (before?.spoken !== undefined && isTagOf(unit, lineOf(before, before.unit, telling), telling.facts))
    return [{ unit, kind: "tag", parts: whole }];
  return piecesOf(unit, telling.room).map((piece) => {
    const parts = partsOf(unit, piece);
    const { isOfNobody, things } = seenIn(parts, [], telling);
    return {
      ...{ unit, kind: "caption", parts, text: piece.text, ruby: piece.ruby },
      acts: parts.some((part) => part.acts && actsAt(part, telling)),
      isBlank: isOfNobody && things.length === 0,
    };
  });
}

/** Whether the unit is a tag before its line, in the same scene. */
function isTagBeforeLine(unit: StagedUnit, next: StagedUnit | undefined, telling: Telling): boolean {
  const { facts, leftOut } = telling;
  if (unit.spoken !== undefined || next?.spoken === undefined || leftOut.has(next.unit.id)) return false;
  return next.scene === unit.scene && isTagOf(unit, lineOf(next, next.unit, telling), facts);
}

/** A unit, or pieces of it that fit a beat, with their positions in the unit. */
function piecesOf({ unit: { text, ruby } }: ToldUnit, room: number): (Piece & Span)[] {
  const isLong = splitText(text, ruby, room * SLACK).length > 1;
  let from = 0;
  return splitText(text, ruby, isLong ? room : Number.POSITIVE_INFINITY).map((piece) => {
    from = text.indexOf(piece.text, from);
    const span = { from, to: from + piece.text.length };
    from = span.to;
    return { ...piece, ...span };
  });
}

/** A piece as a line of speech. Its speaker is null if they are not in the cast. */
function lineOf({ unit, spoken }: ToldUnit, { text, ruby }: Piece, { drawable }: Telling): Line {
  const { speaker, named = false, voice = "speech" } = spoken ?? {};
  const who = speaker?.value ?? "";
  const guessed = !named || who === "" || speaker === undefined || !isSure(speaker);
  return { unit: unit.id, text, ruby, speaker: drawable.has(who) ? who : null, voice, guessed };
}

/** The sentences that a piece covers. The piece with the main predicate has the action. */
function partsOf(unit: ToldUnit, piece: Span): SentencePart[] {
  return sentencesOf(unit).flatMap((at): SentencePart[] => {
    const sentence = unit.sentences[at.sentence];
    if (sentence === undefined) return [{ ...at, acts: true, from: piece.from, to: piece.to }];
    const { from, to } = sentence;
    if (to <= piece.from || from >= piece.to) return [];
    const deed = mainClause(sentence)?.predicate.from ?? from;
    const acts = deed >= piece.from && deed < piece.to;
    return [{ ...at, acts, from: Math.max(from, piece.from), to: Math.min(to, piece.to) }];
  });
}

const actsAt = (part: SentencePart, { facts }: Telling): boolean => {
  const { acting, reality } = facts.deeds.at(part);
  return reality.value === "told" && acting.some((one) => isSure(one) && !isIdle(one.value));
};
