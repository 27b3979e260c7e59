// The pose and the face that show what somebody does and feels, from words of either language. Negations are not read.

import { languageOf } from "../../words/lexicon.ts";
import { SHOWN } from "../../words/shown-words.ts";
import { type Expression, ExpressionSchema, type Pose, PoseSchema } from "../closed/staging.ts";
import { rowsIn, setsIn } from "./listed-kin.ts";
import { type Match, nameIn, patternsOf, plain, remembered } from "./phrase.ts";
import { patternOf } from "./phrase-pattern.ts";

export const POSES: ReadonlySet<Pose> = new Set(PoseSchema.options);
export const FACES: ReadonlySet<Expression> = new Set(ExpressionSchema.options);

/** All forms of an English verb: `hug` hugs, hugged, hugging; the table has irregular ones behind it (`run/ran`). */
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

/** A verb in all of its forms, and no noun: `wrings her hands`. What is mostly a noun (`^box`) is a verb at the beginning of a clause alone. */
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

/** Turns of speech, which tell more than the verbs in them. */
const PHRASES = wordsOf<Pose>("pose-phrases");
/** Verbs by pose: what means the same, as far as a picture tells. */
const VERBS = wordsOf<Pose>("pose-verbs", verbPattern);
/** Verbs whose own pose is not drawn, by the nearest. */
const NEAR_VERBS = wordsOf<Pose>("pose-kin", verbPattern);
const FEELINGS = wordsOf<Expression>("face-words");

interface Place<T> {
  value: T;
  at: number;
  end: number;
}

/** Where the words come first in a text; of two at one place the longer. */
function firstIn<T>(text: string, words: () => Words<T>, but?: ReadonlySet<T>): Place<T> | undefined {
  const language = languageOf(text);
  const found = words().flatMap(([value, { [language]: pattern }]) => {
    const match = but?.has(value) ? undefined : pattern?.exec(text);
    return match ? [{ value, at: match.index, end: match.index + match[0].length }] : [];
  });
  return found.toSorted((a, b) => a.at - b.at || b.end - a.end)[0];
}

/** What says little of a body where another verb says more: `stands reading`. */
const WEAK: ReadonlySet<Pose> = new Set<Pose>(["stand", "sit", "walk"]);
/** What is done in them, and tells more: sitting more than the seat, on one's way more than the steps. */
const TELLS_MORE: Readonly<Partial<Record<Pose, ReadonlySet<Pose>>>> = setsIn("tells-more");

/** Undefined where no pose is near it. */
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

/** A pose that is named as it is, in no other form: `stand`, and not `stands`. */
export const poseNamed = (text: string): Pose | undefined =>
  PoseSchema.options.find((pose) => pose === plain(text).replaceAll(" ", "-"));

/** Undefined where no face shows it. */
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
