// What a moment goes on about: the thing that `it` stands for, and what hangs on the wall that somebody looks at.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Prop } from "../closed/staging.ts";
import { gripsIn, isInHand, PAIRS } from "./grips.ts";
import type { Reading } from "./scenes.ts";
import { readProps } from "./things.ts";

/** `Wren held it up.`: the thing that somebody had last, else the one that was just spoken of. */
export function lastThing(units: readonly StoryUnit[], { story, lexicon, roll }: Reading): Prop | undefined {
  const at = story.units.findIndex(({ id }) => id === units[0]?.id);
  const before = story.units.slice(Math.max(0, at - REMEMBERED), at).toReversed();
  const isTwo = (thing: Prop) => PAIRS.has(thing) && !units.some(({ text }) => THEM.test(text));
  const things = before.flatMap(({ kind, text }, back) => {
    const had =
      kind === "narration"
        ? gripsIn(text, lexicon).findLast((grip) => isInHand(grip) && !isTwo(grip.thing))?.thing
        : undefined;
    return had ?? (back < 2 ? readProps(text, lexicon, roll.mentions(text), true).slice(0, 1) : []);
  });
  return things[0];
}

/** Sentences and lines over which `it` is known. */
const REMEMBERED = 5;

/** それを見つめていた: what hangs on the wall, and the words that say so. */
export function hungBefore(
  units: readonly StoryUnit[],
  { story, lexicon, roll }: Reading,
): { prop: Prop; where: string } | undefined {
  const at = story.units.findIndex(({ id }) => id === units[0]?.id);
  const told = story.units.slice(Math.max(0, at - 3), at).findLast(({ text }) => HUNG.test(text));
  const [prop] = told ? readProps(told.text, lexicon, roll.mentions(told.text), true) : [];
  return told && prop ? { prop, where: told.text } : undefined;
}

const HUNG = /壁[^。]*(?:貼[っらり]|掛か[っり]|飾[っらり])/u;
const THEM = /\bthem\b|それ/u;
