// What somebody does to things, read from the words of their own acts: each thing that a verb, an instrument or a place on the body
// has to do with, in the order of the text. Who does it is not asked here; `acting.ts` gives everybody their own words.
import type { Language } from "../../../manga/language.ts";
import type { Prop } from "../closed/staging.ts";
import { isFurniture, traitsOf } from "../thing-traits.ts";
import { type Deed, type NamedThing, OUTCOMES } from "./grip-words.ts";
import { deedEn, isToolEn } from "./grips-en.ts";
import { deedJa, elidedJa, goesOnJa, isToolJa } from "./grips-ja.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

export interface Grip {
  thing: Prop;
  deed: Deed;
  /** Something else is done with it: 包丁で, `with a brush`. */
  tool: boolean;
}

/** All that is done to things in some words; `it` is what such a word stands for where no thing comes before it. */
export function gripsIn(words: string, lexicon: Lexicon, it?: Prop): Grip[] {
  const language = languageOf(words);
  const grips: Grip[] = [];
  let joined: Deed | undefined;
  let end = 0;
  let before: Prop | undefined;
  const all = namedIn(words, lexicon, it);
  for (const named of all) {
    const tool = language === "ja" ? isToolJa(named) : isToolEn(named);
    // `a bag of apples`: what it is full of is not in the hand besides.
    const isOf = OF.test(words.slice(end, named.at)) && end > 0;
    if (isOf && !STRUNG.has(before ?? named.thing)) continue;
    if (isOf && grips.at(-1)?.thing === before) grips.pop();
    // `the pages of a heavy book`: a part of the thing goes with the whole of it.
    if (PAGES_OF.test(named.before) && before === "letter") grips.pop();
    const own = tool ? "uses" : language === "ja" ? deedJa(named) : deedEn(named);
    const deed = own ?? (isJoined(words.slice(end, named.at), named.after) ? joined : undefined);
    joined = tool ? undefined : deed;
    end = named.at + named.text.length;
    before = named.thing;
    if (!deed) continue;
    grips.push({ thing: named.thing, deed, tool });
    const next = language === "ja" && !tool ? goesOnJa(named) : undefined;
    if (next) grips.push({ thing: named.thing, deed: next, tool });
  }
  const first = language === "ja" && it ? elidedJa(words.slice(0, all[0]?.at)) : undefined;
  return it && first ? [{ thing: it, deed: first, tool: false }, ...grips] : grips;
}

const OF = /^ of (?:[a-z]+ )?$/u;

/** What only holds many together: of `a string of lanterns` the hand has the lanterns. */
const STRUNG: ReadonlySet<Prop> = new Set(["rope"]);
const PAGES_OF = /\b(?:pages?|leaves) of (?:an?|the|his|her) (?:[a-z]+ )?$/iu;

export const isInHand = ({ deed }: Grip): boolean => OUTCOMES[deed].inHand;

/** All things that have to do with a hand. */
export const inHandIn = (grips: readonly Grip[]): Prop[] => grips.filter(isInHand).map(({ thing }) => thing);

/** What the hand has in a picture of some words: a tool first, since what it is used on lies before whoever uses it. */
export function heldBy(grips: readonly Grip[]): Grip | undefined {
  const inHand = grips.filter(isInHand);
  return inHand.find(({ thing }) => thing === "tray") ?? inHand.find(({ tool }) => tool) ?? inHand[0];
}

export type Fate = (typeof OUTCOMES)[Deed]["after"];

/** Where a thing is after some words: the last thing that is done to it decides. */
export const afterwards = (grips: readonly Grip[], thing: Prop): Fate => {
  const last = grips.findLast((grip) => grip.thing === thing && OUTCOMES[grip.deed].after !== "same");
  return last ? OUTCOMES[last.deed].after : "same";
};

const languageOf = (words: string): Language => (/\p{Script=Latin}{2}/u.test(words) ? "en" : "ja");

function namedIn(words: string, lexicon: Lexicon, it: Prop | undefined): NamedThing[] {
  const cues = findThings(words, lexicon).filter(
    ({ value, at }) =>
      !isFurniture(value) && !(traitsOf(value).worn === "clothes" && WITH_OWN_EN.test(words.slice(0, at))),
  );
  // `a tin of sardines`: what is opened, carried, put down is the tin.
  const isContent = (start: number) =>
    cues.some(({ value, at, text }) => !STRUNG.has(value) && OF.test(words.slice(at + text.length, start)));
  const pronouns = [...words.matchAll(IT)].flatMap(({ 0: text, index }) => {
    // `cut the ribbon with them`: what something is done with is not what it is done to.
    const start = /\bwith $/u.test(words.slice(0, index)) ? words.slice(0, index).search(/[^.!?]*$/u) : index;
    const isOne = (thing: Prop) => !PAIRS.has(thing) || !/^its?\b/iu.test(text);
    const before = cues.filter(({ at, value }) => at < start && isOne(value) && !isContent(at));
    const main = before.findLast(({ at }) => !PLACED_EN.test(words.slice(0, at)));
    const value = main?.value ?? (it && isOne(it) ? it : undefined) ?? before.at(-1)?.value;
    return value ? [{ value, at: index, text }] : [];
  });
  return [...cues, ...pronouns]
    .toSorted((a, b) => a.at - b.at)
    .map((found, index, all) => {
      const { value } = found;
      // Words for things may begin with an article, or a verb and an article: `lit a match`.
      const lead = LEAD_EN.exec(found.text)?.[0] ?? "";
      const at = found.at + lead.length;
      const cue = found.text.slice(lead.length);
      // 飴玉, 傘立て: a compound goes on to its particle.
      const compound = COMPOUND.exec(words.slice(at + cue.length))?.[0] ?? "";
      const text = cue + compound;
      return {
        ...{ thing: value, at, text },
        before: words.slice(0, at).split(SENTENCES).at(-1) ?? "",
        after: words.slice(at + text.length).split(SENTENCES)[0] ?? "",
        next: (all[index + 1]?.at ?? words.length) - at - text.length,
      };
    });
}

/** `wiped the glass with his shirt`, which stays on. */
export const WITH_OWN_EN = /\bwith (?:the [a-z]+ of )?(?:his|her|my) (?:[a-z]+ )?$/iu;

/** What nobody calls `it`. */
export const PAIRS: ReadonlySet<Prop> = new Set([
  ...(["glasses", "scissors", "pliers", "binoculars", "headphones", "boots", "chopsticks", "cards"] as const),
]);

/** `it`, and its lid. */
const IT =
  /\b(?:it|them)\b(?! (?:was|is|were|had|would|could)\b)|\bits (?:lid|cap|cork|cover|pages?|label|clasp|handle|wick|blade|strings|wrapping)\b|(?<=[そこ])れ(?=を)/giu;
/** `drew a letter from his bag and held it out`: where something comes from or goes to is not what is spoken of. */
const PLACED_EN =
  /\b(?:from|out of|into|in|on|onto|under|over|beside|behind|against|with|at|near|to) (?:an?|the|his|her|its|my|their) (?:[a-z'’-]+ ){0,2}$/u;
const LEAD_EN = /^(?:[a-z]+ )*(?:an?|the|his|her|my|their|some) (?=[a-z])/iu;
const COMPOUND = /^[\p{Script=Han}ァ-ヴー]{1,3}(?=[をで])/u;
const SENTENCES = /。|(?<=(?<!\b(?:Mr|Mrs|Ms|Dr))[.!?]) /u;

/** 茶碗と箸を, `a bucket and a mop`: what is named in one breath with a thing is in the same hands. */
const isJoined = (between: string, after: string): boolean =>
  /^(?: of [a-z]+)?(?:,|,? and) (?:(?:an?|the|his|her|some|two|three|one) )?(?:[a-z-]+ ){0,2}$/u.test(
    between,
  ) &&
  /^(?:[,.;!?]|$| (?:and|from|to|in|on|out|with|into|under|over|off|for|of|then|at|beside|by|that|which|full|tied|wrapped)\b)/u.test(
    after,
  );
