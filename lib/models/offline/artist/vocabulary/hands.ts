// The things in a figure's hands, and how they are held.

import type { Held } from "../../../../manga/moment.ts";
import type { Prop } from "../closed/staging.ts";
import type { AnimalTold, FigureTold } from "../closed/told.ts";
import { animalCalled, isYoungWord } from "./animal.ts";
import { factsCalled, says } from "./listed-kin.ts";
import { type Notices, nameIn, plain, withArticle } from "./phrase.ts";
import { PROPS, thingCalled } from "./thing.ts";

export interface Hands {
  holds: Prop | null;
  alsoHolds: Prop | undefined;
  told: FigureTold;
  /** Held animals, such as a cat on the arm. */
  animals: AnimalTold[];
  /** Whether the figure holds another person by the hand or arm. */
  somebody: boolean;
}

/** The contents of the hands, at most two things. */
export function closedHands(hands: readonly Held[], notices: Notices): Hands {
  const told: FigureTold = {};
  const animals: AnimalTold[] = [];
  const held: Prop[] = [];
  let somebody = false;
  for (const { what, how } of hands) {
    if (isNothing(what)) continue;
    if (LIMB.test(plain(what))) {
      if (how !== undefined && says("gripped", how)) told.grips = true;
      else somebody = true;
      continue;
    }
    const animal = nameIn(what, PROPS) ? undefined : animalCalled(what);
    const thing = animal && animal.by !== "kin" ? undefined : thingCalled(what);
    if (!thing && animal) {
      notices.drawn(what, animal, withArticle(animal.value));
      const young = isYoungWord(what) || undefined;
      animals.push({ animal: animal.value, count: 1, perch: "arms", young });
      continue;
    }
    if (!thing && how !== undefined && says("gripped", how) && says("clothing-gripped", what)) {
      told.grips = true;
      continue;
    }
    notices.drawn(what, thing);
    if (!thing) continue;
    if (held.length < 2) held.push(thing.value);
    else notices.nothing(what);
    if (how !== undefined) seeHow(how, { thing: thing.value, told, notices });
  }
  const [holds = null, alsoHolds] = held;
  return { holds, alsoHolds, told, animals, somebody };
}

/** The fact for a way of holding something. The table contains `somebody` instead of ids of the cast. */
const factOf = (how: string): FigureTold | undefined =>
  factsCalled<FigureTold>("hand-facts", how.replaceAll(/\bc\d+\b/gu, "somebody"));

function seeHow(
  how: string,
  { thing, told, notices }: { thing: Prop; told: FigureTold; notices: Notices },
): void {
  if (says("pushed", how)) {
    told.pushes ??= thing;
    return;
  }
  const found = factOf(how);
  if (found) Object.assign(told, { ...found, ...told });
  // The plain way of holding needs no notice.
  else if (!says("plain", how)) notices.nothing(how);
}

/** Whether a way of holding is drawn, or is the plain one. */
export const isGrip = (how: string): boolean =>
  says("pushed", how) || factOf(how) !== undefined || says("plain", how);

/** A hand or arm of a person that is held: `hands of Bob`, `his arm`, 母の手. */
export const LIMB =
  /^(?:(?:both |left |right )?(?:hands?|arms?|wrists?|elbows?|fingers?)(?: of .{1,60})?|[a-z. ]{1,60}'s? (?:left |right )?(?:hands?|arms?|wrists?|elbows?|fingers?)|.{1,60}の(?:手|腕|手首|指))$/u;

const isNothing = (what: string): boolean => /^(?:nothing|none|empty|no|なし|無し|素手)?$/u.test(plain(what));
