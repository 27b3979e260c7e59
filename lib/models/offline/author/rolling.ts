// What somebody pushes or pulls along stays in their hands through its scene, wherever they walk or stand.
import type { Beat, Plot } from "../closed/plot.ts";
import type { Prop } from "../closed/staging.ts";
import { isFurniture } from "../thing-traits.ts";
import { isPushed } from "./told/hands.ts";

interface Rolling {
  character: string;
  prop: Prop;
}

const PUSHES = /^(?:walk|push|stand|run|hold|carry)$/u;

/** From here on it goes, or stands, without their hands. */
const PARTS =
  /\b(?:parked|leaned|leant|propped|left|laid|dropped|tipped|emptied|let go|locked|chained|got on|got off|mounted|rode|gave|climbed|sold|returned)\b|停め|止め|とめ|立てかけ|置[いき]|乗[っり]|またが|倒[しれ]|渡し|返し|手を離/iu;

const known = new WeakMap<Plot, ReadonlyMap<string, Rolling>>();

/** Who still has what by its handle in a beat whose own words do not say so. */
function rollingIn(plot: Plot, beat: Beat): Rolling | undefined {
  const all = known.get(plot) ?? rollAll(plot);
  known.set(plot, all);
  return all.get(beat.id);
}

function rollAll({ pages }: Plot): ReadonlyMap<string, Rolling> {
  const all = new Map<string, Rolling>();
  const inScene = new Map<string, Rolling>();
  for (const beat of pages.flatMap((page) => page.beats)) {
    const before = inScene.get(beat.scene);
    if (PARTS.test(beat.action)) inScene.delete(beat.scene);
    else if (before) all.set(beat.id, before);
    const prop = beat.props.find((one) => isFurniture(one) && isPushed(one, beat.action));
    const mover = beat.people.filter(({ pose }) => PUSHES.test(pose));
    const [character = mover[0]] = mover.filter(({ pose }) => pose !== "stand");
    if (prop && character) inScene.set(beat.scene, { character: character.character, prop });
  }
  return all;
}

/** Arms that are free to hold a handle. */
const FREE = /^(?:walk|stand|look-up|look-down|look-back)$/u;
const TOUCHES = /^(?:fight|embrace|push|offer|reach)$/u;

interface Hands {
  character: string;
  pose: Beat["people"][number]["pose"];
  holds: readonly Prop[];
}

/** What one of a beat's people has brought along on wheels, where they have a hand for it. */
export function rollingWith(
  plot: Plot,
  beat: Beat,
  people: readonly Hands[],
): { character: string; prop: Prop } | undefined {
  const rolling = rollingIn(plot, beat);
  const owner = people.find(({ character }) => character === rolling?.character);
  const isFree = owner && FREE.test(owner.pose) && owner.holds.length === 0;
  const isBusy = people.some(({ pose }) => TOUCHES.test(pose));
  return rolling && isFree && !isBusy && !beat.props.includes(rolling.prop) ? rolling : undefined;
}
