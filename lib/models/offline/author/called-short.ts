// Things that a text calls by the last of their words once they are known: the can, where somebody had a watering can.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Prop } from "../closed/staging.ts";
import { type Found, findCues } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";

/** Sentences and lines over which the longer word is remembered. */
const REMEMBERED = 16;

/** The one of some things whose name ends in a thing's: the thing itself, where none does. */
export const wholeOf = (thing: Prop, among: readonly Prop[]): Prop =>
  among.includes(thing) ? thing : (among.find((one) => one.endsWith(`-${thing}`)) ?? thing);

/** All that is told before a unit. */
export const earlierThan = (id: string | undefined, { units }: Story): StoryUnit[] =>
  units.slice(
    0,
    Math.max(
      0,
      units.findIndex((unit) => unit.id === id),
    ),
  );

interface Called {
  /** The words that name the things. */
  text: string;
  earlier: readonly StoryUnit[];
  lexicon: Lexicon;
}

/** What a thing is that some words name: the one that was called in full before. 帽子, where somebody had a 麦わら帽子; the can. */
export function fullOf({ text, earlier, lexicon }: Called): (prop: Prop) => Prop {
  const own = findCues(text, lexicon.props);
  const before = earlier.slice(-REMEMBERED).toReversed();
  const known = (isMeant: (cue: Found<Prop>) => boolean): Prop | undefined => {
    for (const unit of before) {
      const cue = findCues(unit.text, lexicon.props).findLast(isMeant);
      if (cue) return cue.value;
    }
    return undefined;
  };
  return (prop) => {
    const cues = own.filter(({ value }) => value === prop);
    const [first] = cues;
    if (!first) return prop;
    if (prop === "newspaper" && PAPER.test(first.text))
      return known(({ text: cue }) => SHEET.test(cue) || NEWS.test(cue)) ?? prop;
    if (isDefinite(first, text)) {
      const isWhole = ({ value }: Found<Prop>) => value.endsWith(`-${prop}`);
      return own.find(isWhole)?.value ?? known(isWhole) ?? prop;
    }
    if (!cues.every((cue) => SHORT_JA.test(cue.text))) return prop;
    return known((one) => isLonger(one.text, first.text)) ?? prop;
  };
}

/** `the paper`, where a sheet of paper was put before somebody, is no newspaper. */
const PAPER = /\bpaper$/iu;
const SHEET = /\b(?:sheet|piece|slip|scrap|bit)s? of (?:[a-z]+ )?paper$/iu;
const NEWS = /newspaper$/iu;

/** Two letters or more: of one many words end that are none of it, 自転車 and 車. */
const SHORT_JA = /^[\p{Script=Han}ァ-ヴー]{2,}$/u;
const isLonger = (word: string, short: string): boolean =>
  word.length > short.length && word.endsWith(short) && !/^(?:段|ダン)ボール$/u.test(word);

/** Some words are known by their article alone: the can. */
const isDefinite = ({ at, text: cue }: Found<Prop>, text: string): boolean =>
  /^(?:the|his|her|their) /iu.test(cue) || OF_KNOWN.test(text.slice(0, at));

const OF_KNOWN = /\b(?:the|his|her|their|its|my|your) $/iu;
