// Things that a text calls by the last of their words once they are known: the can, where somebody had a watering can.
import type { Prop } from "../../../manga/staging.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { findCues, type Lexicon } from "./lexicon.ts";

/** Sentences and lines over which the longer word is remembered. */
const REMEMBERED = 16;

/** The one of some things whose name ends in a thing's: the thing itself, where none does. */
export const wholeOf = (thing: Prop, among: readonly Prop[]): Prop =>
  among.includes(thing) ? thing : (among.find((one) => one.endsWith(`-${thing}`)) ?? thing);

/** The things that a sentence names with `the`, each as what it was called in full before. */
export function inFull(
  props: readonly Prop[],
  { text, earlier, lexicon }: { text: string; earlier: readonly StoryUnit[]; lexicon: Lexicon },
): Prop[] {
  const known = earlier
    .slice(-REMEMBERED)
    .flatMap((unit) => findCues(unit.text, lexicon.props).map(({ value }) => value))
    .toReversed();
  const whole = (prop: Prop) => [...props, ...known].find((one) => one.endsWith(`-${prop}`)) ?? prop;
  const named = props.map((prop) => (isDefinite(prop, text, lexicon) ? whole(prop) : prop));
  return [...new Set(named)];
}

const isDefinite = (prop: Prop, text: string, lexicon: Lexicon): boolean => {
  const cue = findCues(text, lexicon.props).find(({ value }) => value === prop);
  if (!cue) return false;
  // Some words are known by their article alone: the can.
  return /^(?:the|his|her|their) /iu.test(cue.text) || OF_KNOWN.test(text.slice(0, cue.at));
};

const OF_KNOWN = /\b(?:the|his|her|their|its|my|your) $/iu;
