// Cuts the story into moments: what one picture can show and one look can read. A run of sentences of one deed is a moment, an exchange of
// a few lines is one, and each further deed begins another. Every unit ends up in a caption, a line, a sound, a heading or a checked claim.
import { captionPieces } from "./caption-pieces.ts";
import { type SentencePart, seenIn } from "./figures.ts";
import { isTitle, lineOf, type Moment, partsOf, stagedAt, type Telling } from "./moment.ts";
import { takesCaption, takesLine } from "./moment-room.ts";
import { isIdle, isSure, type StoryFacts, type ToldUnit } from "./story-facts.ts";
import { isClaim, isTagOf, leadsTo } from "./unlettered.ts";

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
    const goesOn = last()?.units.at(-1) === unit.unit.id;
    const moment: Moment = {
      ...{ staged, opens: !goesOn && (staged.opens || ahead.opens), units: ahead.units },
      ...{ headings: ahead.headings, parts: [], lines: [] },
      ...{
        captions: [],
        claims: ahead.claims,
        sounds: [],
        acts: false,
        isBlank: true,
        paragraph: unit.unit.paragraph,
      },
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
      const isNew = staged.opens && moment?.units.at(-1) !== own.id;
      return fits && moment.staged.scene === staged.scene && !isNew ? moment : undefined;
    };
    if (spoken !== undefined) {
      for (const piece of captionPieces(unit, telling.room.speech)) {
        const line = lineOf(unit, piece);
        const moment = open();
        const target = moment && takesLine(moment, line, { unit, telling }) ? moment : begin(unit);
        target.lines.push(line);
        addPart(target, unit, {
          at: { unit: unit.index, sentence: 0 },
          acts: true,
          from: piece.from,
          to: piece.to,
        });
      }
      continue;
    }
    if (own.form === "sound" && own.text.length <= LONGEST_SOUND) {
      const target = open() ?? begin(unit);
      target.sounds.push({ text: own.text, loudness: 3, hard: true });
      addPart(target, unit, ...partsOf(unit));
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
      const told = {
        unit,
        acts: parts.some((part) => part.acts && actsAt(part, telling)),
        isBlank: isBlank(parts, telling),
      };
      const moment = open();
      const target = moment && takesCaption(moment, piece, told, telling.room) ? moment : begin(unit);
      target.captions.push({ unit: own.id, text: piece.text, ruby: piece.ruby });
      target.acts ||= told.acts;
      target.isBlank &&= told.isBlank;
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

/** Once for each sentence. */
function addPart(moment: Moment, { unit }: ToldUnit, ...parts: readonly SentencePart[]): void {
  if (moment.units.at(-1) !== unit.id) moment.units.push(unit.id);
  moment.parts.push(...parts);
  moment.paragraph = unit.paragraph;
}

const actsAt = ({ at }: SentencePart, { facts }: Telling): boolean => {
  const { acting, reality } = facts.deeds.at(at);
  return reality.value === "told" && acting.some((one) => isSure(one) && !isIdle(one.value));
};

function isBlank(parts: readonly SentencePart[], { facts, drawable }: Telling): boolean {
  const { isOfNobody, things } = seenIn(parts, [], { facts, drawable });
  return isOfNobody && things.length === 0;
}
