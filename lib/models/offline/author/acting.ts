// Reads from a text's verbs and feelings how people hold themselves, what they feel, what they hold, and what is heard.
import type { Person } from "../../../manga/concept.ts";
import type { Sound, Voice } from "../../../manga/plot.ts";
import type { Effect, Expression, Pose, Prop } from "../../../manga/staging.ts";
import type { StoryUnit } from "../../../manga/story.ts";
import { isDenied } from "./denial.ts";
import { findCues, firstCue, type Lexicon, occurs } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { otherHandIn } from "./other-hand.ts";
import { isLarge } from "./things.ts";

export interface Acting {
  pose?: Pose | undefined;
  expression?: Expression | undefined;
  /** What they do something to, or with. */
  holds?: Prop | undefined;
  /** What they have in the other hand at the same time. */
  alsoHolds?: Prop | undefined;
}

interface Acts {
  /** Whom a sentence without a subject goes on about. */
  last: Person | undefined;
  /** Whom the words before the first subject are about, where that is known. */
  leads?: Person | undefined;
  lexicon: Lexicon;
}

/** Who does what in a sentence: each subject acts in the words from its own name to the next subject's. */
export function readActing(
  told: string,
  mentions: readonly Mention[],
  { last, leads, lexicon }: Acts,
): Map<Person, Acting> {
  const text = withoutNames(told, mentions);
  const acting = new Map<Person, Acting>();
  const subjects = mentions.filter((mention) => mention.subject || isOwner(mention, text));
  const parts: { person: Person; words: string }[] = subjects.map(({ person, end }, index) => ({
    person,
    words: ownWords(text.slice(end, subjects[index + 1]?.at ?? text.length)),
  }));
  const first = subjects[0];
  const lead = text.slice(0, first?.at ?? text.length);
  const participle = !/\p{Script=Latin}{3}/u.test(lead) || /^\p{Lu}\p{Ll}+ing\b/u.test(lead);
  if (first && leads) parts.unshift({ person: leads, words: lead });
  else if (first && participle) parts.unshift({ person: first.person, words: lead });
  else if (!first && last) parts.push({ person: last, words: text });
  for (const { person, words } of parts) {
    const known = acting.get(person);
    const poses = findCues(words, lexicon.poses).filter(({ at, text }) => !isDenied(words, at, text));
    const last = poses.at(-1)?.value;
    const settles = last !== undefined && LASTING.has(last);
    const acts =
      poses.find(({ value }) => value === "embrace" || value === "fight") ??
      poses.find(({ value }) => value !== "stand") ??
      poses[0];
    const read = (/\p{Script=Latin}{3}/u.test(words) && !settles ? acts?.value : last) ?? known?.pose;
    const used = handledIn(words, lexicon);
    const pose = (read === undefined || read === "stand") && used.length > 0 ? "hold" : read;
    const holds = toolIn(words, lexicon) ?? used[0] ?? known?.holds;
    // Whoever sighs and then smiles is seen smiling.
    const expression = feltIn(words, lexicon) ?? known?.expression;
    const alsoHolds = holds && (otherHandIn(words, lexicon, { holds, handled: used }) ?? known?.alsoHolds);
    acting.set(person, { pose, expression, holds, alsoHolds });
  }
  return acting;
}

/** The words with every name made one that is nothing else: Bolt need not bolt, nor Grace be graceful. */
export const withoutNames = (text: string, mentions: readonly Mention[]): string =>
  mentions.reduce((words, { at, end }) => {
    const name = words.slice(at, end);
    return /^(?!(?:He|She|They|It|The|His|Her|I)\b)\p{Lu}\p{Ll}+$/u.test(name)
      ? `${words.slice(0, at)}X${"x".repeat(name.length - 1)}${words.slice(end)}`
      : words;
  }, text);

/** お茶を注いだ, `opened the letter`: things that somebody does something to, and so has in the hand. */
export const handledIn = (words: string, lexicon: Lexicon): Prop[] =>
  findCues(words, lexicon.props).flatMap(({ value, at, text }) => {
    const [before, after] = [words.slice(0, at), words.slice(at + text.length)];
    return !isLarge(value) &&
      (IS_ACT.test(text) ||
        isUsedJa(after) ||
        isUsedEn(before, text) ||
        HANDLED_EN.test(before) ||
        IN_HAND.test(`${inSentence(before)}¦${after}`))
      ? [value]
      : [];
  });

/** 釘を金槌で打った, `stirred the pot with a ladle`: what somebody does something with to something else is what the hand has. */
export function toolIn(words: string, lexicon: Lexicon): Prop | undefined {
  const cues = findCues(words, lexicon.props).filter(({ value }) => !isLarge(value));
  const [first] = cues;
  // Whatever stands on a tray, the hands have the tray.
  if (cues.some(({ value }) => value === "tray") && CARRIES_TRAY.test(words)) return "tray";
  return cues.find(({ value, at, text }) => {
    const between = words.slice(first?.at ?? 0, at);
    const isTool = isUsedJa(words.slice(at + text.length), "tool") || TOOL_EN.test(words.slice(0, at));
    return (
      isTool &&
      (value !== first?.value || isToolFirst(words.slice(at + text.length))) &&
      !/[.!?。]/u.test(between)
    );
  })?.value;
}

const CARRIES_TRAY =
  /盆|トレ[イー]|\b(?:with|carr(?:y|ied|ying)|h[eo]ld(?:ing)?|brought|lifted|balanc(?:ed|ing)) (?:an?|the|his|her) (?:[a-z]+ )?tray\b/iu;

/** フォークで干し草を積む: what is named before that to which something is done with it. */
const isToolFirst = (after: string): boolean => /^で[^。、を]{1,6}を/u.test(after);

const TOOL_EN =
  /\b(?<!\b(?:filled|covered|laden|tied|wrapped|girl|boy|man|woman) )with (?:an?|the|his|her|its|their) (?:[a-z'’-]+ ){0,2}$/iu;

/** `wrote it down in her notebook`, `shook the rain from his hat`: it is in the hand all the same. */
const HANDLED_EN =
  /\b(?:wr(?:ote|iting|itten)|not(?:ed|ing)|scribbl(?:ed|ing)|sketch(?:ed|ing)|drew) (?:[a-z]+ ){0,3}in (?:an?|the|his|her) (?:[a-z]+ )?$|\b(?:shook|brush(?:ed|ing)|wip(?:ed|ing)|blew|knock(?:ed|ing)|shak(?:en|ing)) (?:the |some )?[a-z]+ (?:from|off|out of) (?:the|his|her) (?:[a-z]+ )?$/iu;

/** Words that name a thing by what is done with it. */
const IS_ACT = /^(?:swe|mopp|knitt)|を(?:掃|編)/iu;

const inSentence = (before: string): string =>
  before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("。")) + 1);

/** `in her hand`, `over his shoulder`, 背負い: things on somebody; `¦` stands for them. */
const IN_HAND =
  /¦[a-z]* (?:still )?(?:in|between|under|over|across|on) (?:his|her|its|one|each|their|my) (?:[a-z]+ )?(?:hands?|arms?|fist|teeth|fingers|mouth|beak|shoulders?|back|chin|knees)\b|\bin (?:his|her|its|one|the other) (?:other |left |right |free )?hand,? (?:was |were |he held |she held )?(?:an?|the|his|her) (?:[a-z]+ )?¦|¦ went with (?:it|him|her|them)\b|¦を(?:背負|かつ[いぎ]|担[いぎ]|抱|小脇|くわえ|咥え)|手に(?:は)?[^。、]{0,6}¦を/iu;

/** What one does to a thing, or with it; whoever only looks at it, leaves it or lets it fall has it in no hand. */
function isUsedJa(after: string, how: "any" | "tool" = "any"): boolean {
  const verb =
    how === "tool"
      ? undefined
      : /^(?:と[^。、を]{1,8})?(?:[一二三四五六七八九十]?[つ本枚個冊杯匹]?)を([^。、を]{1,10})/u.exec(
          after,
        )?.[1];
  if (verb !== undefined)
    return !/^[^。、]{0,4}(?:見|眺|探|捜|待|聞|思|考|避|越|渡|通|過|指[さ差]|好|欲し|望|知|忘|覚え|信じ|置|捨|落と(?!しそう)|落ち|植え|建て|倒|並べ|飾|貼|囲|照ら|かぶ|被|着|履|はい)/u.test(
      verb,
    );
  return IS_TOOL.test(after);
}

/** 櫛で髪をとかす: whatever is done with it, unless somebody only is, goes, waits or is told of there. */
const IS_TOOL =
  /^で(?!は|も|す|あ[るりっ]|しょ|きな|ござ)(?!(?:[^。、を]{0,5}[にへと])?(?:行|来|待|座|立[ちっ]|眠|寝|暮|会[いうっ]|止ま|降り|乗|い[るたき]|知|届|伝|聞|売|買|見つ|出会|遊|笑|死|逃|帰|埋|満|濡|揺|いっぱい|包まれ))[^。、]{1,14}/u;

const OBJECT =
  /\b([a-z]+(?:ed|ing)|with|took|takes|had|kept|brought|bought|made|held|drew|swung|wound|shook|cut|lit|chose|beat|blew|tore|bit|ate|drank|read|wrote|threw|caught|found|got|dug|sewed|won|stole|gave|hid|wore|grinds?|ground|put on|drank from|ate from|wrote in) (?:up |out |off |down |away |back |on )?(?:(?:him|her|them|me|us|the [a-z]+|\p{Lu}\p{Ll}+) (?=an?\b|the\b|his\b|her\b|some\b|two\b))?(?:[a-z]+ of )?(?:an?|the|his|her|its|my|their|some|two|three|another|one) (?:(?!(?:and|on|in|at|from|to|into|with|under|over|behind|beside) )[a-z'’-]+ ){0,4}$/u;
/** `peeled potatoes`, `carrying firewood`: no article stands before what is many, or much. */
const BARE_OBJECT =
  /\b([a-z]+(?:ed|ing)|took|brought|bought|cut|ate|drank|threw|gathered|dug|sold) (?:up |out |down )?(?:[a-z]+ )?$/u;
const NO_GRIP =
  /^(?:look|star|glanc|gaz|point|want|need|miss|remember|lik|lov|hat|follow|pass|enter|reach|watch|notic|seem|end|start|fear|own|visit|describ|discuss|mention|imagin|expect|dropp|plac|park|paint|cross|approach|clos|lock|unlock|nod|call|answer|ask|leav|land|being|during|pinn)/iu;

function isUsedEn(before: string, thing: string): boolean {
  const verb = (OBJECT.exec(before) ?? (MANY.test(thing) ? BARE_OBJECT.exec(before) : null))?.[1];
  return verb !== undefined && !NO_GRIP.test(verb);
}

const MANY =
  /(?:s|bread|butter|cheese|milk|rice|tea|coffee|firewood|straw|chalk|money|meat|soap|thread|yarn)$/iu;

/** The last feeling that words give their subject: `looked at an angry goose` gives none. */
export const feltIn = (words: string, lexicon: Lexicon): Expression | undefined =>
  findCues(words, lexicon.expressions).findLast(
    ({ at, text }) =>
      !isDenied(words, at, text) &&
      !(ARTICLE.test(words.slice(0, at)) && ADJECTIVE.test(text) && NOUN.test(words.slice(at + text.length))),
  )?.value;

const ARTICLE = /\b(?:an?|the|that|this|some|two|three) (?:very )?$/iu;
const ADJECTIVE = /(?:y|ed|sad|glad|smug)$/iu;
/** What follows is somebody else, not a look or a voice of the subject's own. */
const NOUN =
  /^ (?!(?:look|face|voice|smile|laugh|frown|glance|grin|sigh|expression|eyes?|tone|way|and|but|to)\b)[a-z]+/u;

/** 老人の頬を涙が流れた, `Nell's eyes widened`: what befalls a body befalls its owner. */
export const isOwner = ({ end }: Mention, text: string): boolean =>
  /^(?:の(?:頬|ほお|目|瞳|顔|手|足|肩|口|唇|膝|胸|背中|体)|['’]s (?:[a-z]+ )?(?:eyes?|cheeks?|face|hands?|mouth|lips?|shoulders?|knees?|legs?|voice)\b)/u.test(
    text.slice(end),
  );

/** Somebody's words end where the next sentence is about something else: `Mina stared. The rain ran down`. */
function ownWords(words: string): string {
  const other = /\p{Script=Latin}{3}/u.test(words)
    ? /[.!?] (?=(?:(?:[A-Z][a-z]+ly, (?:with an? [a-z]+, )?(?:the|an?)|The|A|An|Its?|His|Her|Their|My) (?:[a-z]+ ){0,2}[a-z]+(?:ed| ran| fell| flew| was| were| began)|(?!He|She|It|They|We|I)[A-Z][a-z]+ (?:was|were|fell|ran|blew|hung|lay))\b)/u
    : /。(?=(?!彼)[^。、]{1,8}(?:は|が|も|まで)[^。]*)/u;
  const at = words.search(other);
  return at < 0 ? words : words.slice(0, at + 1);
}

/** Poses in which somebody stays until they do something else. */
export const LASTING = new Set<Pose>(["sit", "kneel", "crouch", "lie", "sleep", "ride", "row"]);

/** Whether somebody who does this no longer sits, or lies, as before. */
export const isRising = (pose: Pose, before: Pose | undefined): boolean =>
  RISES.has(pose) || ((before === "lie" || before === "sleep") && !LYING.has(pose) && pose !== before);

/** What can be done lying down. */
const LYING = new Set<Pose>(["look-up", "hold", "read", "phone", "hands-on-face"]);

const RISES = new Set<Pose>([
  "stand",
  "walk",
  "run",
  "jump",
  "climb",
  "fall",
  "fight",
  "dance",
  "push",
  "carry",
  "embrace",
  "bow",
]);

export function readEffects(text: string, lexicon: Lexicon): Effect[] {
  return [...new Set(findCues(text, lexicon.effects).map(({ value }) => value))].slice(0, 2);
}

/** How a line is uttered: what the sentence around it says, else its own marks. */
export function voiceOfLine(text: string, around: string, speaker: Person | null, lexicon: Lexicon): Voice {
  if (/^[（(].*[）)]$/u.test(text)) return "thought";
  if (speaker?.kind === "robot") return "machine";
  const said = firstCue(around, lexicon.voices);
  if (said) return said;
  const short = /\p{Script=Latin}/u.test(text) ? text.split(/\s+/u).length <= 8 : text.length <= 18;
  if (
    /[！!]{2,}|[！!][？?]$/u.test(text) ||
    (/[！!]$/u.test(text) && short) ||
    /^[^\p{Ll}]*\p{Lu}{4,}[^\p{Ll}]*$/u.test(text)
  )
    return "shout";
  if (/^(.)、\1|^(\w)-\2/iu.test(text) && /…|\.\.\./u.test(text)) return "unease";
  return "speech";
}

/** ひと声鳴いた: what that is depends on who does. */
const CRIES: readonly (readonly [RegExp, string])[] = [
  [/狐|キツネ/u, "コーン"],
  [/狼|オオカミ/u, "ウォーン"],
  [/犬|イヌ/u, "ワンッ"],
  [/猫|ネコ/u, "ニャー"],
  [/カラス|烏|鴉/u, "カァ"],
  [/鳥|雀|スズメ|ツバメ|燕/u, "チチチ"],
];

/** Sounds of narration: those it writes, and those of events that it names. */
export function readSounds(
  unit: StoryUnit,
  lexicon: Lexicon,
  heard: Set<string>,
  by: Person | undefined,
): Sound[] {
  const sounds: Sound[] = [];
  for (const match of unit.text.matchAll(lexicon.sounds.written)) {
    const word = match[0];
    const next = unit.text[match.index + word.length] ?? "";
    const capital = /^\p{Lu}/u.test(word) || /[!！]/u.test(next);
    if (lexicon.sounds.never.test(word) && !capital) continue;
    const loud = occurs(word, lexicon.sounds.loud);
    const exclaimed = /[！!]/u.test(next);
    const text = /\p{Script=Latin}/u.test(word) ? word.toUpperCase() : word;
    sounds.push({
      text: text.slice(0, 12),
      loudness: Math.min(5, (loud ? 3 : 2) + (exclaimed ? 1 : 0)),
      hard: loud,
    });
  }
  if (sounds.length === 0) {
    for (const { when, text, loudness, hard } of lexicon.sounds.events) {
      if (occurs(unit.text, when) && !heard.has(text)) sounds.push({ text, loudness, hard });
    }
  }
  const cry =
    by && /鳴(?:いた|き|いて)/u.test(unit.text) ? CRIES.find(([who]) => who.test(by.name))?.[1] : undefined;
  if (sounds.length === 0 && cry) sounds.push({ text: cry, loudness: 2, hard: false });
  for (const { text } of sounds) heard.add(text);
  return mergeSounds(sounds);
}

/** One of each, as loud as the loudest. */
export function mergeSounds(sounds: readonly Sound[]): Sound[] {
  const merged = new Map<string, Sound>();
  for (const sound of sounds) {
    const known = merged.get(sound.text);
    if (!known || known.loudness < sound.loudness) merged.set(sound.text, sound);
  }
  return [...merged.values()].slice(0, 2);
}
