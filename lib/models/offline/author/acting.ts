// Reads from a text's verbs and feelings how people hold themselves, what they feel, what they hold, and what is heard.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Sound, Voice } from "../closed/plot.ts";
import type { Effect, Expression, Pose, Prop } from "../closed/staging.ts";
import { traitsOf } from "../thing-traits.ts";
import { findCues, firstCue, occurs } from "../words/cues.ts";
import { isDenied } from "./denial.ts";
import { OUTCOMES } from "./grip-words.ts";
import { type Grip, gripsIn, heldBy, inHandIn } from "./grips.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { otherHandIn } from "./other-hand.ts";
import { ownWordsIn } from "./own-words.ts";
import { withPronouns } from "./pronouns.ts";
import { findThings } from "./thing-cues.ts";

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
  /** What `it` stands for where the words name no thing before it. */
  it?: Prop | undefined;
  lexicon: Lexicon;
}

/** Who does what in a sentence: each subject acts in the words from its own name to the next subject's. */
export function readActing(
  told: string,
  mentions: readonly Mention[],
  { last, leads, it, lexicon }: Acts,
): Map<Person, Acting> {
  const text = withoutNames(told, mentions, lexicon);
  const acting = new Map<Person, Acting>();
  let spokenOf = firstThing(text, mentions, lexicon) ?? it;
  const acted = withPronouns(text, mentions, last ? [last] : []);
  const had = new Map<Prop, Person>();
  for (const { person, words, from, to } of ownWordsIn(text, acted, { last, leads, lexicon })) {
    const known = acting.get(person);
    const found = findCues(words, lexicon.poses).filter(({ at, text }) => !isDenied(words, at, text));
    const grips = gripsIn(words, lexicon, spokenOf);
    // What has a thing in its mouth stands or walks all the same; one that nobody names is seen when it stands still.
    const isHanded = HANDED.has(person.kind);
    const moves = found.filter(({ value }) => value !== "hold");
    const poses = isHanded || (moves.length === 0 && grips.length === 0) ? found : moves;
    const last = poses.at(-1)?.value;
    const settles = last !== undefined && LASTING.has(last);
    const acts =
      poses.find(({ value }) => value === "embrace" || value === "fight") ??
      poses.find(({ value }) => value !== "stand") ??
      poses[0];
    const read = (/\p{Script=Latin}{3}/u.test(words) && !settles ? acts?.value : last) ?? known?.pose;
    spokenOf = grips.at(-1)?.thing ?? findThings(words, lexicon).at(-1)?.value ?? spokenOf;
    // ハルの持ってきた籠をのぞいた: what is somebody else's already is theirs, unless it is taken.
    const grip = heldBy(
      grips.filter(({ thing, deed }) => deed !== "uses" || (had.get(thing) ?? person) === person),
    );
    if (from === to && grip) had.set(grip.thing, person);
    const takes = isHanded && grip && (read === undefined || read === "stand");
    const pose = takes ? OUTCOMES[grip.deed].pose : read;
    // `She held a key. In the other hand she had a lamp`: what the first hand has it keeps.
    const isOther = known?.holds !== undefined && OTHER_HAND.test(words);
    const holds = isOther ? known.holds : (grip?.thing ?? known?.holds);
    // Whoever sighs and then smiles is seen smiling.
    const expression = feltIn(words, lexicon) ?? known?.expression;
    const second = isOther && grip?.thing !== holds ? grip?.thing : unnamedIn(words, grips, lexicon);
    const alsoHolds =
      second ??
      (holds && (otherHandIn(words, lexicon, { holds, handled: inHandIn(grips) }) ?? known?.alsoHolds));
    acting.set(person, { pose, expression, holds, alsoHolds });
  }
  return acting;
}

/** Who has hands. */
const HANDED: ReadonlySet<Person["kind"]> = new Set(["human", "robot"]);

/** `carried it on a shovel`: what no word names is in the other hand. */
function unnamedIn(words: string, grips: readonly Grip[], lexicon: Lexicon): Prop | undefined {
  if (!grips.some(({ tool }) => tool)) return undefined;
  const named = new Set(findThings(words, lexicon).map(({ value }) => value));
  return inHandIn(grips).find(
    (thing) => !named.has(thing) && traitsOf(thing).rests === undefined && !traitsOf(thing).both,
  );
}

const OTHER_HAND = /^in (?:the|his|her) other\b/iu;

/** 刀は重かった。ソウタは持ち上げた: what was spoken of before anybody acts. */
const firstThing = (text: string, mentions: readonly Mention[], lexicon: Lexicon): Prop | undefined =>
  findThings(text.slice(0, mentions.find(({ subject }) => subject)?.at ?? 0), lexicon).at(-1)?.value;

/** The words with every name made one that is nothing else: Bolt need not bolt, nor Grace be graceful, and お鈴 is no bell. */
export const withoutNames = (text: string, mentions: readonly Mention[], lexicon: Lexicon): string =>
  mentions.reduce((words, { at, end }) => {
    const name = words.slice(at, end);
    const other = /^(?!(?:He|She|They|It|The|His|Her|I)\b)\p{Lu}\p{Ll}+$/u.test(name)
      ? `X${"x".repeat(name.length - 1)}`
      : /\p{Script=Han}/u.test(name) && findThings(name, lexicon).some(({ text }) => text !== name)
        ? "ア".repeat(name.length)
        : name;
    return words.slice(0, at) + other + words.slice(end);
  }, text);

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
