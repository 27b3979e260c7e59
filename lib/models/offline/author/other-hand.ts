// What somebody has in the other hand: 傘と鞄を持って, `a knife and a loaf`, `cut the bread with a knife`, 左手に提灯.
import type { Pose, Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";
import { isLarge } from "./things.ts";

/** `and a big umbrella`, but not `and took the umbrella`. */
const LISTED_EN =
  /^(?: of [a-z]+)?(?:,? and|,) (?:(?:an?|the|his|her|its|my|their|some|two|three|another|one) (?:(?!(?:an?|the|his|her|my)\b)[a-z'’-]+ ){0,3}|(?:(?![a-z]+(?:ed|ing)\b)[a-z'’-]+ ){0,1})$/iu;
const LISTED_JA = /^[^。、をがはにでへと]{0,4}(?:と、?|や|、)[^。、をがはにでへと]{0,8}$/u;

/** Between what something is done to and what it is done with. */
const TOOL =
  /^(?: of [a-z]+)? (?:[a-z]+ )?with (?:an?|the|his|her|its|my|their) (?:[a-z'’-]+ ){0,2}$|^(?:の[^。、をでがはに]{1,6})?[をで][^。、]{0,6}$/iu;

/** Between what is borne and what it is borne on; what goes into a thing and the thing: both have a hand. */
const BORNE = /^ (?:[a-z]+,? )?on (?:an?|the|his|her) (?:[a-z'’-]+ ){0,2}$/iu;
const OWN = /\b(?:his|her|my)\b/iu;
const INTO = /^ (?:[a-z]+ )?in(?:to|side)? (?:his|her|my|an?) (?:[a-z'’-]+ ){0,2}$/iu;
/** 湯飲みに酒をついだ: what is filled, before what fills it. */
const FILLED_JA = /^(?:のふた)?に[^。、をに]{0,6}$/u;
const POURED_JA = /^を[^。、]{0,4}(?:注[いぎぐ]|つ[いぎぐ](?=[でだ])|入れ)/u;
/** `a coin from her purse`, 財布から小銭を: whoever takes money out has the purse in the other hand. */
const OUT_OF = /^ (?:out of|from) (?:his|her|my|the|an?) (?:[a-z'’-]+ ){0,2}$/iu;
const OUT_OF_JA = /^の?(?:中|奥|底)?から[^。、をがは]{0,8}$/u;
const VESSELS: ReadonlySet<Prop> = new Set([
  ...([
    "book",
    "bag",
    "sack",
    "basket",
    "box",
    "bucket",
    "envelope",
    "wallet",
    "cup",
    "glass",
    "bowl",
    "jar",
  ] as const),
  ...(["thermos", "can", "bottle", "backpack"] as const),
]);

/** Before what the other hand has, and after what an arm or a shoulder has. */
const ASIDE_BEFORE =
  /\b(?:in|with) (?:his|her|the|its|my|their) (?:other|free|left|right)(?: (?:hand|arm))?,? (?:(?:was|were|he held|she held|he had|she had) )?(?:an?|the|his|her|my) (?:[a-z'’-]+ ){0,2}$|\b(?:under|over|on) (?:his|her) (?:[a-z]+ )?(?:arm|shoulder) (?:was|were|hung) (?:an?|the|his|her) (?:[a-z'’-]+ ){0,2}$|(?:左手|右手|片手|もう(?:片方|一方)(?:の手)?|反対の手|肩|背中?|小?脇)に(?:は)?[^。、]{0,8}$/iu;
/** 片手に帽子を: what else is worn is not. */
const IN_HAND_JA = /(?:[左右片]手|もう(?:片方|一方)の手|反対の手)に(?:は)?[^。、をがは]{0,6}$/u;
const ASIDE_AFTER =
  /^,? (?:[a-z]+ )?(?:in|under|over|on) (?:the other\b|(?:his|her|the|one|its|my|their) (?:other |left |right |free )?(?:hand|arm|shoulder|back)\b)|^を(?:肩に|背に|小?脇に|背負|腕に|提げ|下げ|ぶら下げ|抱え)/iu;

/** What hangs on an arm leaves the hand for what else the sentence gives it: `a basket on her arm and a dog on a leash`. */
const ON_ARM = /^ (?:on|over|under|around) (?:his|her|one) (?:[a-z]+ )?(?:arm|shoulder|back)s? and\b/iu;

/** The thing that words put into the other hand of whoever holds one, with `handled` as all that they do something to. */
export function otherHandIn(
  words: string,
  lexicon: Lexicon,
  { holds, handled }: { holds: Prop; handled: readonly Prop[] },
): Prop | undefined {
  const cues = findThings(words, lexicon).filter(({ value }) => !isLarge(value));
  const main = cues.find(({ value }) => value === holds);
  if (!main || traitsOf(holds).both) return undefined;
  return cues.find((cue) => {
    if (cue.value === holds || traitsOf(cue.value).both) return false;
    if (traitsOf(cue.value).worn) return IN_HAND_JA.test(words.slice(0, cue.at));
    const [first, second] = cue.at < main.at ? [cue, main] : [main, cue];
    const between = words.slice(first.at + first.text.length, second.at);
    const isHad = handled.includes(cue.value);
    if (LISTED_EN.test(between) || LISTED_JA.test(between))
      return isHad || (handled.includes(holds) && !between.startsWith(", "));
    if (BORNE.test(between)) return isHad || handled.includes(holds);
    if (VESSELS.has(cue.value) && cue === second && INTO.test(between)) return isHad || OWN.test(between);
    if (VESSELS.has(cue.value) && cue === first && FILLED_JA.test(between))
      return POURED_JA.test(words.slice(main.at + main.text.length));
    if (cue.value === "wallet" && (cue === second ? OUT_OF : OUT_OF_JA).test(between)) return true;
    if (TOOL.test(between)) return isHad && traitsOf(cue.value).rests === undefined;
    return (
      (isHad && cue === second && ON_ARM.test(words.slice(main.at + main.text.length))) ||
      ASIDE_BEFORE.test(words.slice(0, cue.at)) ||
      ASIDE_AFTER.test(words.slice(cue.at + cue.text.length))
    );
  })?.value;
}

/** Poses that leave a hand for a second thing. */
const ONE_HANDED = new Set<Pose>([
  ...([
    "stand",
    "walk",
    "run",
    "sit",
    "crouch",
    "kneel",
    "hold",
    "carry",
    "offer",
    "reach",
    "point",
    "wave",
  ] as const),
  ...(["read", "eat", "drink", "phone", "throw", "fight", "look-back", "look-up", "look-down"] as const),
]);

/** As much of some things as hands have in a pose, the first first. */
export function handful(things: readonly Prop[], pose: Pose): Prop[] {
  const [one, ...more] = new Set(things);
  if (!one) return [];
  const other = more.find((prop) => !traitsOf(prop).both);
  return other && !traitsOf(one).both && ONE_HANDED.has(pose) ? [one, other] : [one];
}
