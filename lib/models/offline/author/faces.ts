// Which face somebody makes: what a line says by its own words and marks, what the moment around it is like, who only listens.

import type { StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Expression, Mood, Pose } from "../closed/staging.ts";
import { findCues, firstCue, occurs, strongestCue } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";

/** The mood of a moment: that of its scene, but for as long as something has just gone wrong. */
export type Air = Mood | "trouble";

/** How many units bad news is felt for, where nobody laughs or smiles. */
const FELT_FOR = 8;

interface Moment {
  /** Of its scene. */
  units: readonly StoryUnit[];
  /** How many of them lie before it. */
  at: number;
  mood: Mood;
}

/** The air of a moment: relief, or a laugh, ends what was tense, and a mood that passes is felt near the words that make it. */
export function airAt({ units, at, mood: ofScene }: Moment, lexicon: Lexicon): Air {
  const mood = isNear(ofScene, units.slice(Math.max(0, at - FELT_FOR), at + FORESEEN), lexicon)
    ? ofScene
    : "neutral";
  for (const { text, kind } of units.slice(Math.max(0, at - FELT_FOR), at).toReversed()) {
    if (occurs(text, lexicon.relief)) return eased(mood);
    if (occurs(text, lexicon.trouble)) return "trouble";
    const face = kind === "narration" ? firstCue(text, lexicon.expressions) : undefined;
    if (face !== undefined && GLAD.test(face)) return eased(mood);
  }
  return mood;
}

/** How many units before the words that make a mood it is in the air. */
const FORESEEN = 4;

/** Moods that pass with what made them; dread and danger lie over a whole scene. */
const PASSING: ReadonlySet<Mood> = new Set(["sad", "comic", "warm", "romantic", "lonely", "heroic"]);

const isNear = (mood: Mood, near: readonly StoryUnit[], { moods }: Lexicon): boolean =>
  !PASSING.has(mood) ||
  near.some(({ text }) => moods.some(({ value, when }) => value === mood && occurs(text, when)));

const eased = (mood: Mood): Mood => (mood === "tense" ? "neutral" : mood);

const GLAD = /^(?:laugh|smile|grin)$/u;

const BY_AIR: Readonly<Record<Air, Expression>> = {
  neutral: "calm",
  warm: "smile",
  tense: "determined",
  sad: "sad",
  comic: "smile",
  eerie: "worried",
  heroic: "determined",
  lonely: "thoughtful",
  romantic: "calm",
  trouble: "worried",
};

/** The face of somebody who does something without a word. */
export const restingFace = (air: Air): Expression =>
  air === "warm" || air === "comic" || air === "romantic" ? "calm" : BY_AIR[air];

/** Poses that nobody takes with an idle face. */
const EFFORT = new Set<Pose>(["run", "fight", "throw", "climb", "push", "row"]);

/** What nobody does with a grave face where all is well. */
const GLAD_POSES = new Set<Pose>(["arms-up", "dance"]);

/** The face that goes with what a body does, where no word tells of a feeling. */
export function faceOfPose(pose: Pose, air: Air): Expression | undefined {
  if (EFFORT.has(pose)) return "determined";
  if (pose === "embrace") return "smile";
  return GLAD_POSES.has(pose) && !UNEASY.test(air) ? "smile" : undefined;
}

/** Whoever says nothing keeps their mouth closed. */
const SILENT: Partial<Record<Expression, Expression>> = {
  shout: "surprised",
  laugh: "smile",
  furious: "angry",
  grin: "smile",
};

/** A face as it is when the word that went with it is out. */
export const silent = (expression: Expression): Expression => SILENT[expression] ?? expression;

/** The face of an exclamation that says nothing of its feeling itself. */
const EXCLAIMED: Readonly<Record<Air, Expression>> = {
  neutral: "surprised",
  warm: "smile",
  tense: "shout",
  sad: "shout",
  comic: "shout",
  eerie: "afraid",
  heroic: "determined",
  lonely: "surprised",
  romantic: "surprised",
  trouble: "shocked",
};

const HEARD: Readonly<Record<Air, Expression>> = {
  ...BY_AIR,
  warm: "smile",
  sad: "sad",
  tense: "worried",
  comic: "surprised",
  neutral: "calm",
};

/** The face of somebody who hears a line, by what it speaks of. */
export function listeningFace(lines: string, lexicon: Lexicon, air: Air): Expression {
  const heard = strongestCue(lines, lexicon.moods)?.value;
  if (heard !== undefined) return HEARD[heard];
  return restingFace(air);
}

/** What a line says of its speaker's feeling: of two feelings in two sentences the last, which is the one that stays. */
export function feltInLine(text: string, lexicon: Lexicon): Expression | undefined {
  const cues = findCues(text, lexicon.spoken);
  const [first, last] = [cues[0], cues.at(-1)];
  const twoSentences =
    first && last && /[。！？!?.]/u.test(text.slice(first.at + first.text.length, last.at));
  return (twoSentences ? last : first)?.value;
}

/** The face with which a line is said, from its own words and marks. */
export function expressionOfLine(text: string, lexicon: Lexicon, air: Air): Expression {
  const asks = /[？?]/u.test(text);
  const cue = feltInLine(text, lexicon);
  if (cue === "smile" && asks) return air === "warm" ? "surprised" : "worried";
  if (cue === "angry" && asks && !/[！!]/u.test(text)) return "worried";
  if (cue) return cue;
  if (/[！!]{2,}/u.test(text)) return "shout";
  if (/[！!][？?]|[？?][！!]/u.test(text)) return air === "tense" ? "shout" : "surprised";
  if (/(?:…|\.\.\.)[！!]/u.test(text)) return "shocked";
  if (/[！!]$/u.test(text)) return EXCLAIMED[air];
  if (/か[。…]?$/u.test(text)) return "thoughtful";
  if (/[？?]$/u.test(text)) {
    if (UNEASY.test(air)) return "worried";
    return isBrief(text) ? "surprised" : "calm";
  }
  if (/…|\.\.\./u.test(text)) return air === "sad" ? "sad" : "thoughtful";
  return BY_AIR[air] === "determined" ? "calm" : BY_AIR[air];
}

const UNEASY = /^(?:tense|eerie|sad|trouble)$/u;

/** A question of a word or two starts somebody; a longer one only asks. */
const isBrief = (text: string): boolean =>
  /\p{Script=Latin}/u.test(text) ? text.split(/\s+/u).length <= 2 : text.length <= 6;

/** A stranger who shows themselves where it is eerie keeps a face that tells nothing. */
export function isUncanny(
  person: Person,
  mood: Mood,
  { isNew, uncanny }: { isNew: boolean; uncanny: Set<Person> },
): boolean {
  if (mood === "eerie" && isNew && person.role !== "protagonist") uncanny.add(person);
  return uncanny.has(person);
}
