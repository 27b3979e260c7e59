// The things of a beat, held and lying about, as framing and blocking need them.
import type { Acting, Held, Thing } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { does } from "./deeds.ts";
import { isA } from "./nouns.ts";

/** Values of `how` for things that are not held in a hand: worn, pushed, or another person's arm. */
const BESIDES = new Set(["on the back", "over the shoulder", "round the shoulders", "pushed", "gripped"]);

/** Whether the character has held the thing since an earlier beat. */
const isKept = ({ how }: Held): boolean => how === "kept";

const isInHand = ({ how }: Held): boolean => how === undefined || !BESIDES.has(how);

/** The things that the beat itself puts into a character's hands, in order. */
export const newlyHeld = ({ hands }: Pick<Acting, "hands">): readonly Held[] =>
  hands.filter((held) => isInHand(held) && !isKept(held));

/** By character: the thing that the beat puts into their hands, which a close frame may show. */
export const handsOf = ({ figures }: Pick<Beat, "figures">): ReadonlyMap<string, string> =>
  new Map(
    figures.flatMap((figure) => {
      const [held] = newlyHeld(figure);
      return held ? [[figure.character, held.what] as const] : [];
    }),
  );

/** What the hands hold at once, with worn and pushed things. A kept thing that another character has taken is left out. */
export function heldThings(figure: Acting, beat: Pick<Beat, "figures">): Held[] {
  const others = new Set(
    beat.figures.flatMap((other) =>
      other.character === figure.character ? [] : newlyHeld(other).map(({ what }) => what),
    ),
  );
  const worn = figure.hands.filter((held) => !isInHand(held));
  const inHand = figure.hands.filter(
    (held, at, all) =>
      isInHand(held) &&
      !(isKept(held) && others.has(held.what)) &&
      all.findIndex(({ what }) => what === held.what) === at,
  );
  const [one, ...more] = inHand;
  if (!one) return worn;
  const isFree = does(figure.doing, "one-handed") && !isA(one.what, "both");
  const other = isFree ? more.find(({ what }) => !isA(what, "both")) : undefined;
  return [one, ...(other ? [other] : []), ...worn];
}

const isAnimal = ({ what }: Thing): boolean => isA(what, "animal");

/** Whether a thing is only mentioned (`meant`), or is part of the place: a `seen` window is part of its wall. */
const isPart = ({ what, how }: Thing): boolean =>
  how === "meant" || how === "seen" || how === "scattered" || isA(what, "scenery");

/** The things of a beat that can be the subject of a picture. Animals, parts of the place, and the boat that people are in cannot. */
export const thingsOf = ({ things, figures }: Pick<Beat, "things" | "figures">): readonly Thing[] =>
  things.filter(
    (thing) =>
      (!isAnimal(thing) || isA(thing.what, "food")) &&
      !isPart(thing) &&
      !(figures.length > 0 && isA(thing.what, "vessel")),
  );

/** Animals that nobody holds. */
export function animalsOf(beat: Pick<Beat, "things" | "figures">): readonly Thing[] {
  const held = new Set(beat.figures.flatMap(({ hands }) => hands.map(({ what }) => what)));
  return beat.things.filter((thing) => isAnimal(thing) && !held.has(thing.what));
}

export const hasFreeAnimals = (beat: Pick<Beat, "things" | "figures">): boolean => animalsOf(beat).length > 0;

const ON_SOMEBODY = ["arms", "lap", "shoulder", "hand", "palm", "knee"];

/** Whether the thing is on a character's arms, lap or shoulder, so that it can only be shown with them. */
export const isCarried = ({ where = "" }: Thing): boolean => ON_SOMEBODY.some((part) => where.includes(part));

/** Whether something moves beside the people that a close frame would cut off: an animal, a falling flag. */
export const hasMovingThing = (beat: Pick<Beat, "things" | "figures">): boolean =>
  animalsOf(beat).some((thing) => !isCarried(thing)) ||
  beat.things.some(({ what, how }) => how === "falls" && isA(what, "large"));

const UNDERFOOT = new Set(["under a shoe", "on a sole"]);

export const isUnderfoot = ({ where }: Thing): boolean => where !== undefined && UNDERFOOT.has(where);
