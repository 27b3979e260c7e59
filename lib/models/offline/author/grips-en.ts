// What an English clause does to a thing that it names: the verb before it, the hand behind it.
import type { Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { DEEDS, type Deed, type NamedThing, USES_EN, WITH_PREPOSITION_EN } from "./grip-words.ts";

/** A verb with its particle, whom it is done for, how much of it, an article, and what it is like; then comes the thing. */
const OBJECT_EN =
  /\b(?<verb>[a-z]+)(?<particle> (?:up|out|off|down|away|back|on|aside|open|from|in))?(?<whom> (?:him|her|them|me|us|(?:him|her|my|it|them)sel(?:f|ves)|(?:the|his|her|my) [a-z]+|\p{Lu}\p{Ll}+(?:\.? \p{Lu}\p{Ll}+){0,2})(?= (?:an?|the|his|her|my|some|two|three|its|it)\b))?(?:(?: (?:an?|the|his|her|two|half|both|one))? [a-z]+ of)?(?: (?:an?|the|his|her|its|my|their|some|two|three|another|one|that|this|these|those)(?: (?!(?:and|on|in|at|from|to|into|with|under|over|behind|beside|by|for|a|an|the|his|her)\b)[a-z'’-]+,?){0,4})? $/u;
/** `peeled potatoes`, `poured tea`: before what is many, or much, no article stands. */
const BARE_EN =
  /(?:s|bread|butter|cheese|milk|rice|tea|coffee|firewood|straw|chalk|money|meat|soap|thread|yarn|soup|stew|porridge|wine|beer|ale|juice|honey|jam|fish|string|rope|incense|medicine|it|them|its [a-z]+)$/iu;
/** `put it`, `held on to it`. */
const VERB_EN = /\b(?<verb>[a-z]+)(?<particle> (?:up|out|off|down|away|back|open|onto|on to))? $/u;
const PRONOUN_EN = /^(?:it|them|its [a-z]+)$/iu;
const ARTICLE_EN =
  /\b(?:an?|the|his|her|its|my|their|some|two|three|another|one|that|this|these|those) (?:[a-z'’-]+,? ){0,4}$/u;

/** `wrote it down in her notebook`, `shook the rain from his hat`: it is in the hand all the same. */
const HANDLED_EN =
  /\bpages? of (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:wr(?:ote|iting|itten)|not(?:ed|ing)|scribbl(?:ed|ing)|sketch(?:ed|ing)|drew) (?:[a-z]+ ){0,3}in (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:shook|brush(?:ed|ing)|wip(?:ed|ing)|blew|knock(?:ed|ing)|shak(?:en|ing)) (?:the |some )?[a-z]+ (?:from|off|out of) (?:(?:the|his|her) (?:[a-z]+ )?)?$|\b(?:wip|dri|clean)(?:ed|ing) (?:his|her|its|the) [a-z]+ (?:on|with) (?:an?|the|his|her) (?:[a-z]+ )?$|\blook(?:ed|ing) up from (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:pull|tug|tugg|haul|heav|yank|nibbl|suck|gnaw|chew|sipp|puff|pick)(?:ed|ing|s)? at (?:the|an?|his|her|its) (?:[a-z]+ )?$/iu;

/** `in her hand`, `over his shoulder`: things on somebody; `¦` stands for them. */
const STATE_EN =
  /¦[a-z]*(?: of [a-z]+)? (?:still )?(?:in|between|under|over|across|on|around) (?:his|her|its|one|each|their|my) (?:[a-z]+ )?(?:hands?|arms?|fist|teeth|fingers|mouth|beak|shoulders?|back|chin|knees|lap|paws?|jaws?)\b|\bin (?:his|her|its|my|one|the other) (?:other |left |right |free )?hand,? (?:was |were |he held |she held )?(?:an?|the|his|her) (?:[a-z]+ )?¦|\b(?:in|under|over|on|between|across) (?:his|her|its|one|my) (?:[a-z]+ )?(?:hands?|arms?|shoulders?|lap|knees|fingers|teeth) (?:was|were|hung|lay|dangled) (?:an?|the|his|her|two) (?:[a-z]+ ){0,2}¦|¦ in (?:hand|arms?)\b|¦ in (?:his|her|the|its|my) other\b|¦ went with (?:it|him|her|them)\b/iu;

export function deedEn({ thing, before, after, text }: NamedThing): Deed | undefined {
  if (ACTS_ITSELF_EN.test(text)) return "uses";
  if (isLookEn({ thing, before }) && !STATE_EN.test(`${before}¦${after}`)) return undefined;
  if (STATE_EN.test(`${before}¦${after}`)) return "has";
  if (TAKES_IN.has(thing) && PUT_INTO_EN.test(before)) return "has";
  if (HANDLED_EN.test(before))
    return traitsOf(thing).worn === "clothes" && OWN_EN.test(before) ? undefined : "has";
  if (!ARTICLE_EN.test(before) && !BARE_EN.test(text)) return undefined;
  const turned = withPreposition(before);
  if (turned) return turned;
  const phrase = PRONOUN_EN.test(text) ? VERB_EN.exec(before) : OBJECT_EN.exec(before);
  const { verb = "", particle = "", whom = "" } = phrase?.groups ?? {};
  if (PRONOUN_EN.test(text) && /^(?:wr[io]t|not(?:ed|ing)|did|made|mean)/u.test(verb)) return undefined;
  if (verb === "with" && (PASSIVE_EN.test(before) || LAID_BY_EN.test(after))) return undefined;
  if (verb === "" || /\b(?:not|never|n['’]t) $/u.test(before.slice(0, before.lastIndexOf(verb))))
    return undefined;
  const isGone = /^(?:pass|return)/u.test(verb) && whom === "" && !GIVEN_EN.test(particle + after);
  if (/^dropp/u.test(verb) && INTO_EN.test(after)) return "puts";
  if (traitsOf(thing).eaten && /^br[eo][ak]/u.test(verb)) return "uses";
  if (traitsOf(thing).worn && ONTO_BODY_EN.test(after)) return "wears";
  if (MOVES_EN.test(verb) && TO_SOMEBODY_EN.test(after)) return "gives";
  const known = (phrase: string) =>
    DEEDS.en.find(({ deed, when }) => !(isGone && deed === "gives") && when.test(phrase))?.deed;
  return (
    known(verb + particle) ??
    known(verb) ??
    ((REGULAR_EN.test(verb) && !/in|from|^ on$/u.test(particle)) || verb === "with" ? "uses" : undefined)
  );
}

/** What a verb and its preposition do to what comes next. */
const withPreposition = (before: string): Deed | undefined =>
  WITH_PREPOSITION_EN.find(({ when }) => when.test(before.replace(PHRASE_EN, "")))?.deed;

/** An article and what a thing is like, as they stand before it. */
const PHRASE_EN =
  / (?:(?:an?|the|his|her|its|my|their|some|two|three|both|one)(?: (?!(?:and|on|in|at|from|to|into|with|under|over|behind|beside|by|for|a|an|the|his|her)\b)[a-z'’-]+){0,3} )?$/u;

/** `wiped her hands on her skirt`: that is what she wears. */
const OWN_EN = /\bon (?:his|her|my) (?:[a-z]+ )?$/u;

/** Whether a word is a verb that has to do with things. */
export const isHandlingEn = (word: string): boolean =>
  REGULAR_EN.test(word) || DEEDS.en.some(({ when }) => when.test(word));

const REGULAR_EN = new RegExp(`^(?:${USES_EN}|[a-z]{2,}ed|[a-z]{2,}ing)$`, "u");
/** `passed the lamp` goes by it, `passed the lamp to Tom` hands it over. */
const GIVEN_EN = /^ (?:to|over|on|back|down|along|round)\b|^(?: [a-z]+){0,3} to\b/u;
const INTO_EN = /^(?: [a-z]+){0,2} in(?:to)? /u;
/** `clapped the hat on her head`. */
const ONTO_BODY_EN =
  /^ (?:back )?(?:on(?:to)?|over|around|round) (?:his|her|my|their) (?:[a-z]+ )?(?:head|ears|eyes|neck|shoulders|finger|wrist|face|feet|nose)\b/u;
/** `pressed a coin into her hand`, `shoved the lantern at Mina`: who gets it has it. */
const MOVES_EN = /^(?:press|push|slid|slipp|shov|thrust|stuck|put|plac|laid|lay|set|swung)/u;
const TO_SOMEBODY_EN =
  /^(?: (?:[a-z]+ly|across|over|out))? (?:(?:at|to|towards?) (?:him|her|me|them|\p{Lu}\p{L}+)\b|(?:in|on)(?:to)? (?:his|her|my|their|\p{Lu}\p{L}+['’]s|the [a-z]+['’]s) (?:[a-z]+ )?(?:hands?|arms?|palms?|fingers|lap)\b)/u;
/** Words that name a thing by what is done with it. */
const ACTS_ITSELF_EN = /^(?:swe|mopp|knitt|(?:[a-z]+ )?fish(?:ed|ing)$)/iu;

const TOOL_EN =
  /(?<!\b(?:filled|covered|laden|tied|wrapped|girl|boy|man|woman|person|child|stranger) )\bwith (?:(?:an?|the|his|her|its|their) (?:[a-z'’-]+ ){0,2}|(?:a [a-z]+ of ))?$/iu;
const PASSIVE_EN =
  /\b(?:was|were|been|being|be|got) (?:[a-z]+ly )?(?:[a-z]+ed|[a-z]+en|[a-z]+un[gk]?|cut|hit|made|built) (?:[a-z]+ ){0,4}with [a-z' ]*$/iu;

/** `fried sausages in a pan`. */
const FRIED_EN =
  /\b(?:fr(?:ied|ying)|scrambl(?:ed|ing)|toss(?:ed|ing)|toast(?:ed|ing)) (?:[a-z]+ ){1,3}in a (?:[a-z]+ )?$/iu;

/** `poured tea from the pot`, `using a spade`. */
const SOURCE_EN =
  /\b(?:(?:pour|serv|ladl|fill|dr[aiu]nk|sipp|ate|eat|water)[a-z]* (?:[a-z]+ ){0,3}(?:from|out of)|[Uu]sing)$/u;

/** `handed him the last sausage on a fork`, `came in with a small dog on a leash`: what bears a thing is what the hand has. */
const BORNE_EN =
  /\b(?:carr(?:ied|y|ying)|brought|bringing|handed|handing|gav?e|giving|pass(?:ed|ing)|lift(?:ed|ing)|offer(?:ed|ing)|serv(?:ed|ing)|h[eo]ld(?:ing)?|fetch(?:ed|ing)|balanc(?:ed|ing)|took|taking|led|leading|walk(?:ed|ing)|with) (?!.*\b(?:and|to|was|were|is|had)\b [^,.]*$)[^.;]{2,50}? on $/iu;
const BEARERS: ReadonlySet<Prop> = new Set([
  ...(["plate", "tray", "fork", "spoon", "stick", "pillow", "letter", "shovel", "rope", "plank"] as const),
]);

/** `a small dog on a leash`. */
const LED_EN =
  /\b(?:dog|puppy|hound|terrier|poodle|goat|cow|pony|horse|donkey|monkey|lamb) on (?:an?|the) (?:[a-z]+ )?$/iu;

/** `put the hair into an envelope`: what that is put into is in the other hand. */
const PUT_INTO_EN =
  /\b(?:put|slipp(?:ed|ing)|tuck(?:ed|ing)|dropp(?:ed|ing)|stuff(?:ed|ing)|gather(?:ed|ing)|collect(?:ed|ing)) (?:the|an?|his|her|it|them|some|two|three) ?(?:[a-z]+ ){0,2}in(?:to)? (?:an?|his|her) (?:[a-z]+ )?$/iu;
const TAKES_IN: ReadonlySet<Prop> = new Set(["envelope", "bag", "sack", "basket", "wallet", "bucket"]);

const isBearer = ({ thing, before }: NamedThing): boolean =>
  (thing === "rope" && LED_EN.test(before)) ||
  (BEARERS.has(thing) && BORNE_EN.test(`${before.replace(PHRASE_EN, "").trimEnd()} `));

/** `with a bucket beside him`: where it is, and not what it is done with. */
const LAID_BY_EN =
  /^[a-z]*(?: (?:of|and) (?:an? )?[a-z]+)? (?:[a-z]+ing )?(?:beside|next to|near|behind|in front of|at|around|before|between) (?:him|her|them|it\b|(?:his|her|their) (?:feet|side|elbow))/u;

export const isToolEn = (named: NamedThing): boolean =>
  !isLookEn(named) &&
  !LAID_BY_EN.test(named.after) &&
  (isBearer(named) || isUsedEn(named) || (named.thing === "pan" && FRIED_EN.test(named.before)));

/** `He was round and red, with a straw hat`, `He was a big man with a bow tie`: so he looks, and has it on. */
const LOOKS_EN =
  /(?:^|[.!?] )(?:(?:He|She|It|They|There|\p{Lu}\p{Ll}+|(?:The|An?) [a-z ]{1,24}),?(?: [a-z]+,)?)? ?(?:was|were|is|are) [^.;]*\bwith (?:an?|his|her) (?:[^.;]*\band an? )?(?:[a-z]+ )?$/u;

export const isLookEn = ({ thing, before }: Pick<NamedThing, "thing" | "before">): boolean =>
  traitsOf(thing).worn !== undefined && LOOKS_EN.test(before) && !/\b[a-z]{2,}ing\b/u.test(before);

const isUsedEn = ({ before, text }: NamedThing): boolean =>
  SOURCE_EN.test(before.replace(PHRASE_EN, "")) ||
  (TOOL_EN.test(before) &&
    (/\bwith (?:an?|the|his|her|its|their)\b[^.]*$/iu.test(before) || PRONOUN_EN.test(text)) &&
    !PASSIVE_EN.test(before));
