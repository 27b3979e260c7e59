// What somebody pushes or pulls along stays in their hands through its scene, wherever they walk or stand.
import type { Beat, Plot } from "../closed/plot.ts";
import type { Prop } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import { isPushed } from "../artist/wheeled.ts";
import { isFurniture } from "../thing-traits.ts";

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

/** A picture with what one of its people has brought along on wheels. */
export function withRolling(picture: Picture, plot: Plot, beat: Beat): Picture {
  const { character, prop } = rollingIn(plot, beat) ?? {};
  const { figures, props } = picture;
  const owner = figures.find((figure) => figure.character === character);
  const isFree = owner && FREE.test(owner.pose) && !owner.holds;
  if (!prop || !isFree || props.includes(prop) || figures.some(({ pose }) => TOUCHES.test(pose)))
    return picture;
  const holding = figures.map((figure): Figure => (figure === owner ? { ...figure, holds: prop } : figure));
  return { ...picture, figures: holding };
}
