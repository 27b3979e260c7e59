// Finds the pose and the facial expression that show an action and a feeling, from words of either language. Negations are not read.

import { languageOf } from "../../words/lexicon.ts";
import { SHOWN } from "../../words/shown-words.ts";
import { type Expression, ExpressionSchema, type Pose, PoseSchema } from "../closed/staging.ts";
import { rowsIn, setsIn } from "./listed-kin.ts";
import { type Match, nameIn, patternsOf, plain, remembered } from "./phrase.ts";
import { patternOf } from "./phrase-pattern.ts";

export const POSES: ReadonlySet<Pose> = new Set(PoseSchema.options);
export const FACES: ReadonlySet<Expression> = new Set(ExpressionSchema.options);

/** All forms of an English verb: `hug` gives hugs, hugged, hugging. The table lists irregular forms after the verb (`run/ran`). */
function formsOf(verb: string): string[] {
  const [base = "", ...others] = verb.split("/");
  const bare = base.replace(/e$/u, "");
  const doubled = /^[^aeiou]*[aeiou][bdgmnprt]$/u.test(base) ? base + base.at(-1) : bare;
  const many = /(?:[sxz]|ch|sh|o)$/u.test(base)
    ? `${base}es`
    : /[^aeiou]y$/u.test(base)
      ? `${base.slice(0, -1)}ies`
      : `${base}s`;
  const past = /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${doubled}ed`;
  const ending = /ee$/u.test(base) ? base : doubled;
  return [...new Set([base, many, past, `${ending}ing`, `${base}ing`, ...others])];
}

const NOUN_FOLLOWS =
  "\\b(?:his|her|their|its|my|your|an?|the|this|that|both|two|in|of|no|each|some|with|into|onto|toward|towards) ";
const CLAUSE_BEGINS = "^|[,;] |\\b(?:and|then|to|[a-z]+ly) ";

/** Matches all forms of a verb, but not nouns: `wrings her hands`. `^box`, mostly a noun, is a verb only where a clause begins. */
function verbPattern(entry: string): string {
  const verb = entry.replace(/^\^/u, "");
  const forms = verb.includes(" ") ? [verb] : formsOf(verb);
  const before = verb === entry ? `(?<!${NOUN_FOLLOWS})` : `(?<=${CLAUSE_BEGINS})`;
  return `${before}(?:${forms.map(patternOf).join("|")})`;
}

type Words<T> = readonly (readonly [value: T, patterns: ReturnType<typeof patternsOf>])[];

/** A table's patterns, compiled on first use: most requests name poses and faces exactly, and a cold start need not wait for them. */
function wordsOf<T extends string>(table: string, open?: (entry: string) => string): () => Words<T> {
  let words: Words<T> | undefined;
  return () => (words ??= rowsIn<T>(table).map(([value, said]) => [value, patternsOf(said, open)] as const));
}

/** Idioms, which take precedence over the verbs in them. */
const PHRASES = wordsOf<Pose>("pose-phrases");
/** Verbs by pose: synonyms, as far as a picture can show. */
const VERBS = wordsOf<Pose>("pose-verbs", verbPattern);
/** Verbs without a pose of their own, by the most similar pose. */
const NEAR_VERBS = wordsOf<Pose>("pose-kin", verbPattern);
const FEELINGS = wordsOf<Expression>("face-words");

interface Place<T> {
  value: T;
  at: number;
  end: number;
}

/** The first match in a text; of two at the same position, the longer. */
function firstIn<T>(text: string, words: () => Words<T>, but?: ReadonlySet<T>): Place<T> | undefined {
  const language = languageOf(text);
  const found = words().flatMap(([value, { [language]: pattern }]) => {
    const match = but?.has(value) ? undefined : pattern?.exec(text);
    return match ? [{ value, at: match.index, end: match.index + match[0].length }] : [];
  });
  return found.toSorted((a, b) => a.at - b.at || b.end - a.end)[0];
}

/** Poses that give way to the pose of another verb: `stands reading`. */
const WEAK: ReadonlySet<Pose> = new Set<Pose>(["stand", "sit", "walk"]);
/** For each pose, poses that replace it if the text has a verb for both: `read` replaces `sit`, `carry` replaces `walk`. */
const TELLS_MORE: Readonly<Partial<Record<Pose, ReadonlySet<Pose>>>> = setsIn("tells-more");

/** Undefined if no pose is similar. */
export const poseCalled = remembered(readPose);

function readPose(text: string): Match<Pose> | undefined {
  const name = poseNamed(text);
  if (name) return { value: name, by: "name" };
  const words = plain(text);
  const phrase = firstIn(words, PHRASES);
  if (phrase) return { value: phrase.value, by: "word" };
  const verb = firstIn(words, VERBS);
  const near = firstIn(words, NEAR_VERBS);
  if (verb) {
    const other = firstIn(words, VERBS, WEAK)?.value;
    if (other && (verb.value === "stand" || TELLS_MORE[verb.value]?.has(other)))
      return { value: other, by: "word" };
    const isApart = near && (near.at >= verb.end || near.end <= verb.at);
    return verb.value === "stand" && isApart
      ? { value: near.value, by: "kin" }
      : { value: verb.value, by: "word" };
  }
  const listed = SHOWN.first(words, "pose");
  if (listed) return { value: listed, by: "word" };
  return near && { value: near.value, by: "kin" };
}

/** A pose by its exact name: `stand`, but not `stands`. */
export const poseNamed = (text: string): Pose | undefined =>
  PoseSchema.options.find((pose) => pose === plain(text).replaceAll(" ", "-"));

/** Undefined if no expression shows it. */
export const faceCalled = remembered(readFace);

function readFace(text: string): Match<Expression> | undefined {
  const name = nameIn(text, FACES);
  if (name) return { value: name, by: "name" };
  const words = plain(text);
  const found = firstIn(words, FEELINGS);
  if (found) return { value: found.value, by: "word" };
  const listed = SHOWN.first(words, "expression");
  return listed && { value: listed, by: "word" };
}
