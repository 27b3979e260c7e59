// What somebody has in their hands, and how they have it.
import type { Held } from "../../../../manga/moment.ts";
import type { Prop } from "../closed/staging.ts";
import type { AnimalTold, FigureTold } from "../closed/told.ts";
import { animalCalled, isYoungWord } from "./animal.ts";
import { type Notices, withArticle } from "./notices.ts";
import { nameIn, plain, says } from "./phrase.ts";
import { PROPS, thingCalled } from "./thing.ts";

export interface Hands {
  holds: Prop | null;
  alsoHolds?: Prop;
  told: FigureTold;
  /** What is no thing: a cat on the arm. */
  animals: AnimalTold[];
  /** They hold somebody by the hand or the arm. */
  somebody: boolean;
}

const GRIPPED = says(
  "gripped|gripping|grips|clutched|clenched|clutching|tight(?:ly)?|in a fist|握り?しめ|握っ|固く|しっかり",
);

/** How it is had: `pushed` is told of the thing itself, `kept` and what is plain of nothing. */
const HOW: readonly (readonly [told: FigureTold, when: (how: string) => boolean])[] = [
  [
    { lift: "over" },
    says(
      "over (?:the|his|her|their|one's)? ?head|above (?:the|his|her|their) head|on (?:the|his|her|their) head|overhead|頭の?上|頭上|頭に",
    ),
  ],
  [
    { lift: "eye" },
    says(
      "(?:before|to|at|up to|in front of) (?:the|his|her|their|one|an)? ?eyes?|raised to (?:the|his|her) eye|aimed|構え|目の前|目に",
    ),
  ],
  [
    { worn: "back" },
    says(
      "on (?:the|his|her|their) back|strapped to (?:the|his|her|their) back|shouldered|worn on the back|背中|背負",
    ),
  ],
  [
    { worn: "round" },
    says(
      "(?:a?round|about) (?:the|his|her|their) (?:shoulders|neck)|wrapped|draped|羽織|くるま|首に|肩にかけ",
    ),
  ],
  [
    { worn: "shoulder" },
    says("(?:over|on|from|across) (?:the|his|her|their|one)? ?(?:left |right )?shoulders?|slung|shoulder|肩"),
  ],
  [{ grips: true }, GRIPPED],
  [
    { carries: "together" },
    says(
      "together|between them|with (?:him|her|them|somebody|someone|c\\d+)|each end|一緒に|二人で|ふたりで",
    ),
  ],
  [
    { carries: "load" },
    says("carried|carrying|in both arms|in (?:his|her|their) arms|hauled|lugged|hefted|抱え|運[びぶん]|担"),
  ],
];

const PUSHED = says(
  "pushed|pushing|pulled|wheeled|wheeling|dragged|towed|rolled|steered|押[しす]|引[いくき]|転がし",
);
/** Nothing to draw besides the thing in the hand. */
const PLAIN = says(
  "kept|held|holding|in (?:the|his|her|their|one|both|right|left)? ?(?:left |right )?hands?|loosely|raised|open(?:ed)?|closed|lit|unlit|at (?:his|her|their) side|ready|drawn|手に|持っ|片手|両手|右手|左手|開い|構え",
);

/** What is in the hands, of at most two things. */
export function closedHands(hands: readonly Held[], notices: Notices): Hands {
  const told: FigureTold = {};
  const animals: AnimalTold[] = [];
  const held: Prop[] = [];
  let somebody = false;
  for (const { what, how } of hands) {
    if (isNothing(what)) continue;
    if (LIMB.test(plain(what))) {
      if (how !== undefined && GRIPPED(how)) told.grips = true;
      else somebody = true;
      continue;
    }
    const animal = nameIn(what, PROPS) ? undefined : animalCalled(what);
    const thing = animal && animal.by !== "kin" ? undefined : thingCalled(what);
    if (!thing && animal) {
      notices.drawn(what, animal, withArticle(animal.value));
      const young = isYoungWord(what) ? { young: true } : {};
      animals.push({ animal: animal.value, count: 1, perch: "arms", ...young });
      continue;
    }
    if (!thing && how !== undefined && GRIPPED(how) && OF_SOMEBODY.test(plain(what))) {
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
  return { holds, ...(alsoHolds === undefined ? {} : { alsoHolds }), told, animals, somebody };
}

function seeHow(
  how: string,
  { thing, told, notices }: { thing: Prop; told: FigureTold; notices: Notices },
): void {
  if (PUSHED(how)) {
    told.pushes ??= thing;
    return;
  }
  const found = HOW.find(([, when]) => when(how))?.[0];
  if (found) Object.assign(told, { ...found, ...told });
  else if (!PLAIN(how)) notices.nothing(how);
}

/** What of somebody is held: `hands of Bob`, `his arm`, 母の手. */
export const LIMB =
  /^(?:(?:both |left |right )?(?:hands?|arms?|wrists?|elbows?|fingers?)(?: of .{1,60})?|[a-z. ]{1,60}'s? (?:left |right )?(?:hands?|arms?|wrists?|elbows?|fingers?)|.{1,60}の(?:手|腕|手首|指))$/u;

/** What of somebody's clothes a hand grips. */
const OF_SOMEBODY = /(?:^|[ '’])(?:sleeve|shoulder|collar)s?$|(?:^|の)(?:肩|袖|襟)$/u;

const isNothing = (what: string): boolean => /^(?:nothing|none|empty|no|なし|無し|素手)?$/u.test(plain(what));
