// Cuts the story into moments: what one picture can show and one look can read. A run of sentences of one deed is a moment, an exchange of
// a few lines is one, and each further deed begins another. Every unit ends up in a caption, a line, a sound, a heading or a checked claim.
import type { Line, Sound } from "../../../../manga/plot.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { mainClause } from "../text/clause.ts";
import { type CaptionPiece, captionPieces } from "./caption-pieces.ts";
import { isShown } from "./claims.ts";
import { type CaptionPart, captionLength } from "./draft.ts";
import { type SentencePart, seenIn } from "./figures.ts";
import type { Staged } from "./scenes.ts";
import { isIdle, isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

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

const MOST_LINES = 3;
const MOST_SPEAKERS = 2;
/** Letters of a sound; a longer one is a caption. */
const LONGEST_SOUND = 12;

/** The title stands on the cover, and is a unit of the first moment. */
export function momentsOf(units: readonly ToldUnit[], telling: Telling): Moment[] {
  const { facts, leftOut } = telling;
  const moments: Moment[] = [];
  const ahead = nothingAhead();
  const last = () => moments.at(-1);
  const begin = (unit: ToldUnit): Moment => {
    const staged = stagedAt(telling, unit);
    const moment: Moment = {
      ...{
        staged,
        opens: staged.opens || ahead.opens,
        units: ahead.units,
        headings: ahead.headings,
        parts: [],
        lines: [],
      },
      ...{ captions: [], claims: ahead.claims, sounds: [], acts: false, paragraph: unit.unit.paragraph },
      ...(ahead.chapter.length === 0 ? {} : { chapter: ahead.chapter.join(gap(facts)) }),
    };
    Object.assign(ahead, nothingAhead());
    moments.push(moment);
    return moment;
  };
  for (const [at, unit] of units.entries()) {
    const { unit: own, spoken } = unit;
    const staged = stagedAt(telling, unit);
    if (leftOut.has(own.id)) {
      ahead.opens ||= staged.opens;
      continue;
    }
    if (own.kind === "heading") {
      ahead.units.push(own.id);
      ahead.headings.push(own.id);
      if (!isTitle(own.text, facts)) ahead.chapter.push(own.text);
      continue;
    }
    const open = () => {
      const moment = last();
      const fits = moment !== undefined && !ahead.opens && ahead.units.length === 0;
      return fits && moment.staged.scene === staged.scene && !staged.opens ? moment : undefined;
    };
    if (spoken !== undefined) {
      for (const piece of captionPieces(unit, telling.room.speech)) {
        const line = lineOf(unit, piece);
        const moment = open();
        const target = moment && takesLine(moment, line, { unit, telling }) ? moment : begin(unit);
        target.lines.push(line);
        addPart(target, unit, { at: { unit: unit.index, sentence: 0 }, acts: true });
      }
      continue;
    }
    if (own.form === "sound" && own.text.length <= LONGEST_SOUND) {
      const target = open() ?? begin(unit);
      target.sounds.push({ text: own.text, loudness: 3, hard: true });
      addPart(target, unit, { at: { unit: unit.index, sentence: 0 }, acts: true });
      continue;
    }
    const before = open();
    const next = units[at + 1];
    if (before && isTagOf(unit, before, telling)) {
      addPart(before, unit, ...partsOf(unit));
      before.claims.push(own.id);
      continue;
    }
    if (next && leadsTo(unit, next, telling)) {
      ahead.units.push(own.id);
      ahead.claims.push(own.id);
      continue;
    }
    if (isClaim(unit, telling)) {
      const moment = begin(unit);
      moment.acts = true;
      moment.claims.push(own.id);
      addPart(moment, unit, ...partsOf(unit));
      continue;
    }
    for (const piece of captionPieces(unit, telling.room.caption)) {
      const parts = partsOf(unit, piece);
      const acts = parts.some((part) => part.acts && actsAt(part, telling));
      const moment = open();
      const target = moment && takesCaption(moment, piece, { unit, acts, telling }) ? moment : begin(unit);
      target.captions.push({ unit: own.id, text: piece.text, ruby: piece.ruby });
      target.acts ||= acts;
      addPart(target, unit, ...parts);
    }
  }
  // Headings at the end of a story have nothing behind them; of some stories nothing else is left.
  const [opening] = units;
  if (moments.length === 0 && opening !== undefined) begin(opening);
  const end = last();
  if (ahead.units.length > 0 && end !== undefined) {
    end.units.push(...ahead.units);
    end.claims.push(...ahead.claims);
    const unit = ahead.units.at(-1) ?? "";
    const text = ahead.chapter.join(gap(facts));
    if (text !== "") end.captions.push({ unit, text, ruby: [] });
  }
  return moments;
}

interface Ahead {
  units: string[];
  headings: string[];
  claims: string[];
  chapter: string[];
  opens: boolean;
}

/** What was read and belongs to the next moment. */
const nothingAhead = (): Ahead => ({ units: [], headings: [], claims: [], chapter: [], opens: false });

const gap = ({ story }: StoryFacts): string => (story.language === "ja" ? "" : " ");

export const isTitle = (heading: string, { story }: Pick<StoryFacts, "story">): boolean =>
  story.title !== undefined && heading.includes(story.title);

function stagedAt({ staged }: Telling, { index }: ToldUnit): Staged {
  const found = staged[index];
  if (found === undefined) throw new RangeError(`nothing says where unit ${index} is`);
  return found;
}

function lineOf({ unit, spoken }: ToldUnit, { text, ruby }: CaptionPiece): Line {
  const speaker = spoken?.speaker;
  const sure = speaker !== undefined && isSure(speaker) && speaker.value !== null;
  return {
    ...{ unit: unit.id, text, ruby, speaker: speaker?.value ?? null, voice: spoken?.voice ?? "speech" },
    guessed: !(sure && spoken?.named === true),
  };
}

/** Once for each sentence. */
function addPart(moment: Moment, { unit }: ToldUnit, ...parts: readonly SentencePart[]): void {
  if (moment.units.at(-1) !== unit.id) moment.units.push(unit.id);
  moment.parts.push(...parts);
  moment.paragraph = unit.paragraph;
}

/** The sentences of a unit, or those of which a piece has letters. The piece with the main predicate has the deed. */
function partsOf(unit: ToldUnit, piece?: CaptionPiece): SentencePart[] {
  return sentencesOf(unit).flatMap((at): SentencePart[] => {
    const sentence = unit.sentences[at.sentence];
    if (piece === undefined || sentence === undefined) return [{ at, acts: true }];
    if (sentence.to <= piece.from || sentence.from >= piece.to) return [];
    const deed = mainClause(sentence)?.predicate.from ?? sentence.from;
    return [{ at, acts: deed >= piece.from && deed < piece.to }];
  });
}

const actsAt = ({ at }: SentencePart, { facts }: Telling): boolean => {
  const { acting, reality } = facts.deeds.at(at);
  return reality.value === "told" && acting.some((one) => isSure(one) && !isIdle(one.value));
};

const spokenIn = ({ lines }: Moment): number => lines.reduce((sum, { text }) => sum + lengthOf(text), 0);

function takesLine(
  moment: Moment,
  line: Line,
  { unit, telling }: { unit: ToldUnit; telling: Telling },
): boolean {
  const { lines, captions } = moment;
  const { room } = telling;
  if (isWordless(moment) || lines.length >= MOST_LINES || unit.unit.paragraph - moment.paragraph > 1)
    return false;
  const length = spokenIn(moment) + lengthOf(line.text);
  if (lines.length === 0)
    return (
      captionLength(captions) + length <= room.both &&
      (unit.unit.paragraph === moment.paragraph || introduces(unit))
    );
  // A caption behind the lines ends the moment.
  if (captions.length > 0 && !startsWithCaption(moment)) return false;
  const speakers = new Set([...lines.map(({ speaker }) => speaker), line.speaker]);
  return (
    length <= room.speech && captionLength(captions) + length <= room.both && speakers.size <= MOST_SPEAKERS
  );
}

/** The picture alone tells it. */
const isWordless = ({ lines, captions, claims }: Moment): boolean =>
  lines.length === 0 && captions.length === 0 && claims.length > 0;

/** What is told before a line in another paragraph says who speaks. */
const introduces = ({ spoken }: ToldUnit): boolean => spoken?.named === true;

/** Whether the caption is read before the lines. */
const startsWithCaption = ({ units, lines }: Moment): boolean => {
  const spoken = new Set(lines.map(({ unit }) => unit));
  return !spoken.has(units[0] ?? "");
};

function takesCaption(
  moment: Moment,
  { text }: CaptionPiece,
  { unit, acts, telling }: { unit: ToldUnit; acts: boolean; telling: Telling },
): boolean {
  const { lines, captions } = moment;
  const { room } = telling;
  if (isWordless(moment) || unit.unit.paragraph - moment.paragraph > 1) return false;
  const length = captionLength(captions) + lengthOf(text);
  if (lines.length > 0)
    return (
      captions.length === 0 &&
      unit.unit.paragraph === moment.paragraph &&
      !startsWithCaption(moment) &&
      spokenIn(moment) + length <= room.both * (saysWho(unit) ? LONGER_WITH_TAG : 1)
    );
  return length <= room.caption && !(acts && moment.acts);
}

/** A tag goes with the line before it where that is in reach. */
const LONGER_WITH_TAG = 1.5;
const saysWho = ({ sentences }: ToldUnit): boolean => sentences[0]?.clauses[0]?.speech === "says";

/** A tag that says no more than who spoke the moment's last line, which its balloon says by itself. */
function isTagOf(unit: ToldUnit, moment: Moment, { facts, drawable }: Telling): boolean {
  const line = moment.lines.at(-1);
  const before = facts.story.units[unit.index - 1];
  if (line === undefined || before?.unit.id !== line.unit) return false;
  const { lines, staged } = moment;
  const seen = seenIn([...moment.parts, ...partsOf(unit)], lines, { facts, drawable });
  return isShown(unit, { ...seen, lines: [line], placeName: staged.place?.name ?? "" }, facts);
}

/** The same of a tag before its line. */
function leadsTo(unit: ToldUnit, next: ToldUnit, { facts, drawable, staged, leftOut }: Telling): boolean {
  if (next.spoken === undefined || leftOut.has(next.unit.id)) return false;
  if (staged[next.index]?.scene !== staged[unit.index]?.scene) return false;
  const line = lineOf(next, { text: next.unit.text, ruby: [], from: 0, to: 0 });
  const seen = seenIn(partsOf(unit), [line], { facts, drawable });
  return isShown(unit, { ...seen, lines: [line], placeName: "" }, facts);
}

/** Whether a unit of narration needs no words. */
function isClaim(unit: ToldUnit, telling: Telling): boolean {
  if (unit.unit.form !== undefined || unit.unit.kind !== "narration") return false;
  const { facts, drawable } = telling;
  const seen = seenIn(partsOf(unit), [], { facts, drawable });
  if (seen.guessed.length > 0) return false;
  return isShown(unit, { ...seen, lines: [], placeName: stagedAt(telling, unit).place?.name ?? "" }, facts);
}
