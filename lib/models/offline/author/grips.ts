// What somebody does to things, read from the words of their own acts: each thing that a verb, an instrument or a place on the body
// has to do with, in the order of the text. Who does it is not asked here; `acting.ts` gives everybody their own words.
import type { Language } from "../../../manga/language.ts";
import type { Prop } from "../../../manga/staging.ts";
import { isFurniture } from "../thing-traits.ts";
import { DEEDS, type Deed, OUTCOMES, USES_EN } from "./grip-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { findThings } from "./thing-cues.ts";

export interface Grip {
  thing: Prop;
  deed: Deed;
  /** Something else is done with it: 包丁で, `with a brush`. */
  tool: boolean;
}

/** A thing that is named, or that `it` stands for, between the words around it. */
interface Named {
  thing: Prop;
  at: number;
  text: string;
  /** What comes before it and after it in its own sentence. */
  before: string;
  after: string;
  /** How far it is to the next thing. */
  next: number;
}

/** All that is done to things in some words; `it` is what such a word stands for where no thing comes before it. */
export function gripsIn(words: string, lexicon: Lexicon, it?: Prop): Grip[] {
  const language = languageOf(words);
  const grips: Grip[] = [];
  let joined: Deed | undefined;
  let end = 0;
  let before: Prop | undefined;
  for (const named of namedIn(words, lexicon, it)) {
    const tool = language === "ja" ? isToolJa(named) : isToolEn(named);
    // `a bag of apples`: what it is full of is not in the hand besides.
    if (words.slice(end, named.at) === " of " && end > 0 && !STRUNG.has(before ?? named.thing)) continue;
    // `the pages of a heavy book`: a part of the thing goes with the whole of it.
    if (PAGES_OF.test(named.before) && before === "letter") grips.pop();
    const own = tool ? "uses" : language === "ja" ? deedJa(named) : deedEn(named);
    const deed = own ?? (isJoined(words.slice(end, named.at), named.after) ? joined : undefined);
    joined = tool ? undefined : deed;
    end = named.at + named.text.length;
    before = named.thing;
    if (!deed) continue;
    grips.push({ thing: named.thing, deed, tool });
    const next = language === "ja" && !tool ? goesOnJa(named.after) : undefined;
    if (next) grips.push({ thing: named.thing, deed: next, tool });
  }
  return grips;
}

/** What only holds many together: of `a string of lanterns` the hand has the lanterns as well. */
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

function namedIn(words: string, lexicon: Lexicon, it: Prop | undefined): Named[] {
  const cues = findThings(words, lexicon).filter(({ value }) => !isFurniture(value));
  const pronouns = [...words.matchAll(IT)].flatMap(({ 0: text, index }) => {
    const value = cues.findLast(({ at }) => at < index)?.value ?? it;
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

const IT = /\b(?:it|them)\b(?! (?:was|is|were|had|would|could)\b)|(?<=[そこ])れ(?=を)/giu;
const LEAD_EN = /^(?:[a-z]+ )*(?:an?|the|his|her|its|my|their|some) (?=[a-z])/iu;
const COMPOUND = /^[\p{Script=Han}ァ-ヴー]{1,3}(?=[をで])/u;
const SENTENCES = /。|(?<=(?<!\b(?:Mr|Mrs|Ms|Dr))[.!?]) /u;

/** 茶碗と箸を, `a bucket and a mop`: what is named in one breath with a thing is in the same hands. */
const isJoined = (between: string, after: string): boolean =>
  /^(?: of [a-z]+)?(?:,|,? and) (?:(?:an?|the|his|her|some|two|three|one) )?(?:[a-z-]+ ){0,2}$/u.test(
    between,
  ) &&
  /^(?:[,.;!?]|$| (?:and|from|to|in|on|out|with|into|under|over|off|for|of|then|at|beside|by)\b)/u.test(
    after,
  );

/** Cups and letters, one or many, and what is named in one breath with them. */
const OBJECT_JA =
  /^(?:(?:と|や)[^。、を]{1,8})?(?:[一二三四五六七八九十]?[つ本枚個冊杯匹]|たち)?(?:を|だけを|まで)、?(?<verb>[^。、を]{1,16})/u;
/** バケツの水をかけ, 懐中時計のふたを開け: what is done to a part of it, or to what it is full of. */
const PART_JA =
  /^の(?![中外上下横前奥方音話絵色名]|ほう|そば|陰|匂い|こと)[^。、をのはがにで]{1,4}を(?<verb>[^。、を]{1,16})/u;
/** 片手に, 傘片手に: no verb need say that a hand has it. */
const STATE_JA = /^を?(?:片手|両手)に/u;
const BEFORE_JA = /(?:手|小?脇|肩|背中?|口|腕)に(?:は|した|持った)?[^。、を]{0,6}$/u;
const IS_BEFORE_JA = /^(?:[をが、。]|$)/u;

const LIGHTS: ReadonlySet<Prop> = new Set([
  "lantern",
  "paper-lantern",
  "candle",
  "torch",
  "firework",
  "pipe",
  "cigarette",
]);

/** 縄を持った男, 宝石を散らした剣: what a noun is told apart by is no act of the sentence's own subject. */
const ATTRIBUTE_JA =
  /^[^。、]{0,14}?(?:(?<!ま)た|だ|ている|でいる)(?=[\p{Script=Han}ァ-ヴ])(?!時|瞬間|途端|後|間|直後|拍子|[片両右左]?手|指|腕|肩|[一二三四五六七八九十])/u;
/** 鍋に水を入れ: what no thing is put into is filled, and so in the hands. */
const FILLED_JA = /^に(?!手|腕|指|顔|頭|足|火)[^。、をに]{1,6}を(?:入れ|注|汲|くん|張|満た)/u;
const NOT_JA = /^[^。、]{0,8}?(?:ず(?:に|、|$)|な(?:い|かっ|く)|ません)/u;

function deedJa({ thing, text, before, after, next }: Named): Deed | undefined {
  // 床を掃, マフラーを編: words that name a thing by what is done with it.
  if (text.includes("を")) return "uses";
  if (STATE_JA.test(after) || (BEFORE_JA.test(before) && IS_BEFORE_JA.test(after))) return "has";
  if (FILLED_JA.test(after) || (LIGHTS.has(thing) && /^に火を/u.test(after))) return "uses";
  // 太鼓のばちを握った: what is named besides is no part.
  const part = PART_JA.exec(after.slice(0, next))?.groups?.verb;
  const { verb = part } = OBJECT_JA.exec(after)?.groups ?? {};
  if (verb === undefined || ATTRIBUTE_JA.test(verb) || NOT_JA.test(verb)) return undefined;
  return firstDeed(verb) ?? "uses";
}

/** The first verb of a clause that the table knows; of two at the same place the longer. */
const firstDeed = (clause: string): Deed | undefined =>
  DEEDS.ja
    .flatMap(({ deed, when }) => {
      const found = when.exec(clause);
      return found ? [{ deed, at: found.index, length: found[0].length }] : [];
    })
    .toSorted((a, b) => a.at - b.at || b.length - a.length)[0]?.deed;

/** 時計を取り出すと、両手で差し出した: a clause without a thing of its own goes on about the same one. */
function goesOnJa(after: string): Deed | undefined {
  const next = after
    .split("、")
    .slice(1)
    .find((clause) => !/[をがは]/u.test(clause));
  const deed = next === undefined || next === "" ? undefined : firstDeed(next);
  return deed && OUTCOMES[deed].after !== "same" && deed !== "wears" ? deed : undefined;
}

/** 櫛で髪をとかす: whatever is done with it, unless somebody only is, goes, waits or is told of there, or it befalls somebody. */
const TOOL_JA =
  /^で(?!は|も|す|あ[るりっ]|しょ|きな|ござ)(?!(?:[^。、を]{0,5}[にへと])?(?:行|来|待|座|立[ちっ]|眠|寝|暮|会[いうっ]|止ま|降り|乗|い[るたき]|知|届|伝|聞|売|買|見つ|出会|遊|笑|死|逃|帰|埋|満|濡|揺|いっぱい|包まれ))[^。、]{1,14}/u;
const PASSIVE_JA = /^[^。、]{0,14}[わかがさたなばまらしい]れ(?:て|た|る)/u;

const isToolJa = ({ after }: Named): boolean => TOOL_JA.test(after) && !PASSIVE_JA.test(after);

/** A verb with its particle, whom it is done for, how much of it, an article, and what it is like; then comes the thing. */
const OBJECT_EN =
  /\b(?<verb>[a-z]+)(?<particle> (?:up|out|off|down|away|back|on|aside|open|from|in))?(?<whom> (?:him|her|them|me|us|(?:the|his|her|my) [a-z]+|\p{Lu}\p{Ll}+)(?= (?:an?|the|his|her|my|some|two|three|its|it)\b))?(?: [a-z]+ of)?(?: (?:an?|the|his|her|its|my|their|some|two|three|another|one|that|this|these|those)(?: (?!(?:and|on|in|at|from|to|into|with|under|over|behind|beside|by|for|a|an|the|his|her)\b)[a-z'’-]+,?){0,4})? $/u;
/** `peeled potatoes`, `poured tea`: before what is many, or much, no article stands. */
const BARE_EN =
  /(?:s|bread|butter|cheese|milk|rice|tea|coffee|firewood|straw|chalk|money|meat|soap|thread|yarn|soup|stew|porridge|wine|beer|ale|juice|honey|jam|fish|string|rope|incense|medicine|it|them)$/iu;
/** `put it`, `held on to it`. */
const VERB_EN = /\b(?<verb>[a-z]+)(?<particle> (?:up|out|off|down|away|back|open|onto|on to))? $/u;
const PRONOUN_EN = /^(?:it|them)$/iu;
const ARTICLE_EN =
  /\b(?:an?|the|his|her|its|my|their|some|two|three|another|one|that|this|these|those) (?:[a-z'’-]+,? ){0,4}$/u;

/** `wrote it down in her notebook`, `shook the rain from his hat`: it is in the hand all the same. */
const HANDLED_EN =
  /\bpages? of (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:wr(?:ote|iting|itten)|not(?:ed|ing)|scribbl(?:ed|ing)|sketch(?:ed|ing)|drew) (?:[a-z]+ ){0,3}in (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:shook|brush(?:ed|ing)|wip(?:ed|ing)|blew|knock(?:ed|ing)|shak(?:en|ing)) (?:the |some )?[a-z]+ (?:from|off|out of) (?:the|his|her) (?:[a-z]+ )?$|\b(?:wip|dri|clean)(?:ed|ing) (?:his|her|its|the) [a-z]+ (?:on|with) (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:drank|ate|drinking|eating) (?:[a-z]+ )?from (?:an?|the|his|her) (?:[a-z]+ )?$/iu;

/** `in her hand`, `over his shoulder`: things on somebody; `¦` stands for them. */
const STATE_EN =
  /¦[a-z]*(?: of [a-z]+)? (?:still )?(?:in|between|under|over|across|on|around) (?:his|her|its|one|each|their|my) (?:[a-z]+ )?(?:hands?|arms?|fist|teeth|fingers|mouth|beak|shoulders?|back|chin|knees|lap|paws?|jaws?)\b|\bin (?:his|her|its|one|the other) (?:other |left |right |free )?hand,? (?:was |were |he held |she held )?(?:an?|the|his|her) (?:[a-z]+ )?¦|¦ in (?:his|her|the|its) other\b|¦ went with (?:it|him|her|them)\b/iu;

function deedEn({ before, after, text }: Named): Deed | undefined {
  if (ACTS_ITSELF_EN.test(text)) return "uses";
  if (STATE_EN.test(`${before}¦${after}`) || HANDLED_EN.test(before)) return "has";
  if (!ARTICLE_EN.test(before) && !BARE_EN.test(text)) return undefined;
  const phrase = PRONOUN_EN.test(text) ? VERB_EN.exec(before) : OBJECT_EN.exec(before);
  const { verb = "", particle = "", whom = "" } = phrase?.groups ?? {};
  if (PRONOUN_EN.test(text) && /^(?:wr[io]t|not(?:ed|ing)|did|made|mean)/u.test(verb)) return undefined;
  if (verb === "with" && PASSIVE_EN.test(before)) return undefined;
  if (verb === "" || /\b(?:not|never|n['’]t) $/u.test(before.slice(0, before.lastIndexOf(verb))))
    return undefined;
  const isGone = /^(?:pass|return)/u.test(verb) && whom === "" && !GIVEN_EN.test(particle + after);
  if (/^dropp/u.test(verb) && INTO_EN.test(after)) return "puts";
  const known = (phrase: string) =>
    DEEDS.en.find(({ deed, when }) => !(isGone && deed === "gives") && when.test(phrase))?.deed;
  return (
    known(verb + particle) ?? known(verb) ?? (REGULAR_EN.test(verb) || verb === "with" ? "uses" : undefined)
  );
}

/** Whether a word is a verb that has to do with things. */
export const isHandlingEn = (word: string): boolean =>
  REGULAR_EN.test(word) || DEEDS.en.some(({ when }) => when.test(word));

const REGULAR_EN = new RegExp(`^(?:${USES_EN}|[a-z]{2,}ed|[a-z]{2,}ing)$`, "u");
/** `passed the lamp` goes by it, `passed the lamp to Tom` hands it over. */
const GIVEN_EN = /^ (?:to|over|on|back|down|along|round)\b|^(?: [a-z]+){0,3} to\b/u;
const INTO_EN = /^(?: [a-z]+){0,2} in(?:to)? /u;
/** Words that name a thing by what is done with it. */
const ACTS_ITSELF_EN = /^(?:swe|mopp|knitt)/iu;

const TOOL_EN =
  /(?<!\b(?:filled|covered|laden|tied|wrapped|girl|boy|man|woman|person|child|stranger) )\bwith (?:(?:an?|the|his|her|its|their) (?:[a-z'’-]+ ){0,2}|(?:a [a-z]+ of ))?$/iu;
const PASSIVE_EN =
  /\b(?:was|were|been|being|be|got) (?:[a-z]+ly )?(?:[a-z]+ed|[a-z]+en|[a-z]+un[gk]?|cut|hit|made|built) (?:[a-z]+ ){0,4}with [a-z' ]*$/iu;

const isToolEn = ({ before, text }: Named): boolean =>
  TOOL_EN.test(before) &&
  (/\bwith (?:an?|the|his|her|its|their)\b[^.]*$/iu.test(before) || PRONOUN_EN.test(text)) &&
  !PASSIVE_EN.test(before);
