// Whether a moment has room for one more line or caption: what stays readable together, in the order of the text.
import type { Line } from "../../../../manga/plot.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import type { CaptionPiece } from "./caption-pieces.ts";
import { captionLength } from "./draft.ts";
import type { Moment, Room, Telling } from "./moment.ts";
import type { ToldUnit } from "./story-facts.ts";

const MOST_LINES = 3;
const MOST_SPEAKERS = 2;
const spokenIn = ({ lines }: Moment): number => lines.reduce((sum, { text }) => sum + lengthOf(text), 0);

export function takesLine(
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

/** A piece of narration, and what is seen of it. */
export interface ToldPiece {
  unit: ToldUnit;
  acts: boolean;
  isBlank: boolean;
}

export function takesCaption(
  moment: Moment,
  { text }: CaptionPiece,
  { unit, acts, isBlank: hasNothing }: ToldPiece,
  room: Room,
): boolean {
  const { lines, captions } = moment;
  if (isWordless(moment) || unit.unit.paragraph - moment.paragraph > 1) return false;
  const length = captionLength(captions) + lengthOf(text);
  if (lines.length > 0)
    return (
      captions.length === 0 &&
      (unit.unit.paragraph === moment.paragraph || saysWho(unit)) &&
      !startsWithCaption(moment) &&
      spokenIn(moment) + length <= room.both * (saysWho(unit) ? LONGER_WITH_TAG : 1)
    );
  const most = room.caption * (moment.isBlank && hasNothing ? LONGER_IF_BLANK : 1);
  return length <= most && !(acts && moment.acts);
}

/** Words of which nothing is seen share one picture of the place, or of the sky. */
const LONGER_IF_BLANK = 1.8;

/** A tag goes with the line before it where that is in reach. */
const LONGER_WITH_TAG = 1.5;
const saysWho = ({ sentences }: ToldUnit): boolean => sentences[0]?.clauses[0]?.speech === "says";
