// English words about somebody that stand elsewhere than behind them as a subject.
import type { Person } from "../closed/concept.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Mention, PLACE_FIRST_EN } from "./mentions.ts";
import { findThings } from "./thing-cues.ts";

export interface Aside {
  person: Person;
  words: string;
  at: number;
  /** How much of the text behind `at` is said of nobody else. */
  length: number;
}

/** `Holding the lantern`, `With a candle in her hand`, `Cup in hand`: what comes first and is told of whoever comes next. */
const LEAD =
  /(?:^|(?<=[.!?] ))(?:(?:Still|Slowly|Quickly|Gently|Now|Then|And|But),? )?(?:\p{L}\p{Ll}+ing\b|[Ww]ith (?:an?|the|his|her|both|one|my)\b|[Ii]n (?:his|her|one|my|the other)\b|[Ff]rom (?:his|her|my)\b|[Oo]ut of (?:his|her|my)\b|[\p{L}\p{Ll}-]+(?: and \p{Ll}+)? in (?:hand|arms?)\b|(?:An?|The|His|Her) [^.,!?]*\b(?:in|on|over|under|between|at) (?:his|her|my) (?:[a-z]+ )?(?:hands?|arms?|teeth|shoulders?|back|feet|side|lap)\b)[^.!?]*$/u;

/** How many letters before somebody are told of them. */
export const leadsEn = ({ before }: { before: string }): number =>
  (PLACE_FIRST_EN.exec(before) ?? LEAD.exec(before))?.[0].length ?? 0;

const THE = "(?:an?|the|his|her|its|my|their|one)";

/** `a knife in Ken's hand`, but not `into` it or `from` it. */
const IN_HAND_BEFORE = /\b(?:in|between|over|under|across|on|through) $/u;
const BODY =
  /^['’]s (?:[a-z]+ )?(?:hands?|arms?|fist|grip|grasp|teeth|fingers|palms?|mouth|lap|knees?|shoulders?|back)\b/u;
/** `Ken's stick tapped on the stones`: what does something by itself is in its owner's hand. */
const WIELDED =
  /^['’]s (?<noun>(?:[a-z]+ )?[a-z]+) (?:tapped|flashed|swung|struck|scratched|flew across|whistled|came down|clicked|rang out|trembled|shook|shot out|glinted|(?:was |were )?(?:[a-z]+ing|[a-z]+ed|slid|fell|flew) (?:in|out of|from|through) (?:his|her) (?:[a-z]+ )?(?:hands?|fingers|grip|grasp))\b/u;
/** `Mina smiled at Ken, who was holding a balloon`; `the old man with the lantern`. */
const WHO =
  /^(?:,? who [^.,;]*|,? (?:holding|carrying|clutching|with) (?:an?|the|his|her|two|some) [^.,;]*)/u;
/** `The umbrella Ken was holding`: what verb has the noun before it as its object. */
const RELATIVE_BEFORE = new RegExp(
  `(?<!(?:^|[.!?] )(?:From|In|On|At|With|Under|Behind|Through|By|After|Before|Into) )\\b(?<noun>${THE} (?:[a-z-]+ ){1,3}?)(?:,? ?(?:that|which) )?$`,
  "iu",
);
const RELATIVE_VERB =
  /^(?: (?:was|were|had|still|now|been|always))* (?<verb>holding|held|carrying|carried|clutching|had|brought|wore|drew|offered|held out|was holding)(?! (?:an?|the|his|her|my|some|it|up|down|out|on|to)\b)/u;
/** `The cup was taken from Mina by Ken`, `The key was given to Mina`. */
const PASSIVE = new RegExp(
  `\\b(?<noun>${THE} (?:[a-z-]+ ){1,3}?)(?:(?:was|were|is|had been) (?:[a-z]+ [^.,;]*?\\bby|(?:given|handed|passed|returned|brought) (?:[^.,;]*? )?to)|(?:passed|went) from [^.,;]*?\\bto) $`,
  "iu",
);
/** `Mina had the lantern and Ken the rope`. */
const GAPPED = /^ (?:an?|the|his|her) (?:[a-z-]+ ){0,2}[a-z-]+(?=[.,;])/u;
const GAPPED_BEFORE =
  /\b(?:had|held|took|carried|brought|got|chose|picked|wanted) (?:an?|the|his|her) [^.]*[a-z],? and $/u;

/** `A boy with a lantern came up the path. It was Ken.` */
const BROUGHT_IN =
  /\b(?:[Aa]n?|[Tt]he) (?:[a-z]+ ){0,2}(?:man|woman|boy|girl|figure|somebody|lady|child|person|stranger) (?<words>(?:with|holding|carrying|clutching) (?:an?|the|his|her|two) [a-z -]+?) (?:came|stood|was|walked|sat|appeared|ran|waited|stepped|knelt)[^.!?]*[.!?] It was (?:(?:the|his|her|my) [a-z]+,? )?$/u;

/** `A guest looked up from his cards. His name was Ken.` */
const NAMED_AFTER =
  /\b(?:[Aa]n?|[Tt]he) (?:[a-z]+ ){1,3}?(?<words>(?:[a-z]+ed|sat|stood|was|had|held|came) [^.!?]*)[.!?] (?:His|Her) name was $/u;

export function asidesEn(text: string, mentions: readonly Mention[], lexicon: Lexicon): Aside[] {
  return mentions.flatMap(({ person, at, end, subject }): Aside[] => {
    const before = text.slice(0, at);
    const after = text.slice(end);
    const said = (words: string, length = 0): Aside[] => [{ person, words, at, length }];
    if (BODY.test(after) && IN_HAND_BEFORE.test(before)) {
      const sentence = before.split(/[.!?] /u).at(-1) ?? "";
      const thing = findThings(sentence, lexicon).at(-1);
      return thing ? said(` held the ${thing.text}.`) : [];
    }
    const wielded = WIELDED.exec(after)?.groups?.noun;
    if (wielded && findThings(wielded, lexicon).length > 0) return said(` held the ${wielded}.`);
    const relative = RELATIVE_BEFORE.exec(before)?.groups?.noun;
    const verb = RELATIVE_VERB.exec(after)?.groups?.verb;
    if (relative && verb) return said(` ${verb} ${relative.toLowerCase().trimEnd()}.`);
    const passive = PASSIVE.exec(before)?.groups?.noun;
    if (passive) return said(` took ${passive.toLowerCase().trimEnd()}.`);
    const brought = (BROUGHT_IN.exec(before) ?? NAMED_AFTER.exec(before))?.groups?.words;
    if (brought) return said(` ${brought}.`);
    if (subject) return [];
    const gapped = GAPPED_BEFORE.test(before) ? GAPPED.exec(after)?.[0] : undefined;
    if (gapped) return said(` had${gapped}.`);
    const who = WHO.exec(after)?.[0];
    return who ? said(`${who.replace(/^,? who/u, "").replace(/^,/u, "")}.`, end - at + who.length) : [];
  });
}
