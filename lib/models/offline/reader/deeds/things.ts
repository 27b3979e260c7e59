// Which things a sentence tells of as really there: subjects, objects and places of told clauses that are no people, no places and no parts
// of a body; with what they do or what is done with them.
import type { Thing } from "../../../../manga/moment.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import type { Sure } from "../facts.ts";
import type { Clause, Phrase, Sentence } from "../text/clause.ts";
import type { Deed, Reading } from "./deed.ts";
import type { DeedWords } from "./deed-words.ts";
import { isDefinite, type Named, namedThing } from "./phrase-nouns.ts";

/** As many things as a picture takes. */
const MOST = 16;

/** How sure a thing is there, by what it is in its clause. */
const SURE = { subject: 0.85, object: 0.85, place: 0.8, manner: 0.55 } as const;

export function thingsOf(deeds: readonly Deed[], sentence: Sentence, reading: Reading): Sure<Thing>[] {
  const { words } = reading;
  const told = deeds.flatMap(({ clause, real }) => {
    const { subject, objects, places, manner, predicate } = clause;
    const isPassive = predicate.voice === "passive";
    const done = words.verbValue("done", predicate);
    const does = objects.length === 0 ? words.verbValue("does", predicate) : undefined;
    const seen = (phrases: readonly Phrase[], sure: number, how?: string) =>
      seenAt(phrases, { ...reading, sure: Math.min(sure, real), how });
    const own = subject === undefined || subject.shared || isWorn(subject, clause, words) ? [] : [subject];
    if (isHeardAlone(clause, words)) return [];
    if (!tellsOfThings(clause, words)) return clause.speech === "says" ? seen(own, SURE.subject) : [];
    return [
      ...seen(own, SURE.subject, isPassive ? done : does),
      ...seen(objects, SURE.object, done),
      ...seen(places, SURE.place),
      ...seen(manner, SURE.manner),
    ];
  });
  return surest([...told, ...sentence.clauses.flatMap((clause) => idleIn(clause, reading))]);
}

/** "A horn answered", 遠くで鐘が鳴った: the sound of a thing is told, and where it comes from is not in sight. */
const isHeardAlone = ({ subject, speech, predicate, places, manner }: Clause, words: DeedWords): boolean =>
  words.is("sound-of", subject?.head.toLowerCase() ?? "") &&
  (speech === "says" ||
    (words.does("sounds", predicate) &&
      [...places, ...manner].some(({ head }) => words.is("far", head.toLowerCase()))));

/** "Her dress was wet": clothes of which neither a deed nor a place is told are on somebody. */
const isWorn = (subject: Phrase, { predicate, places }: Clause, words: DeedWords): boolean =>
  predicate.aspect === "state" && places.length === 0 && namedThing(subject, words)?.kind === "garment";

/** "The snowman said nothing": what does nothing is there all the same. */
function idleIn(clause: Clause, reading: Reading): Sure<Thing>[] {
  const { subject, predicate } = clause;
  const { polarity, mood, lemma } = predicate;
  if (polarity === "positive" || mood !== "told" || reading.words.is("exist", lemma)) return [];
  const isThere = subject !== undefined && isDefinite(subject, reading.words);
  return isThere ? seenAt([subject], { ...reading, sure: SURE.place }) : [];
}

function seenAt(
  phrases: readonly Phrase[],
  { people, words, at, sure, how }: Reading & { sure: number; how?: string | undefined },
): Sure<Thing>[] {
  return phrases.flatMap((phrase) => {
    if (phrase.marker !== undefined && words.is("not-there", phrase.marker)) return [];
    const thing = crowdOf(phrase, words) ?? namedThing(phrase, words);
    if (thing === undefined || kindOfNoun(thing.head, words.language)?.is === "place") return [];
    if (people.meant(at, phrase) !== undefined) return [];
    const { what, count } = thing;
    const isSolid = thing.kind === "thing" || thing.kind === "animal";
    const value: Thing = {
      what,
      ...(count !== undefined && { count }),
      ...(how !== undefined && isSolid && { how }),
    };
    return [{ value, sure }];
  });
}

/** Each thing once, as sure as any clause makes it, with what any tells of it. */
function surest(told: readonly Sure<Thing>[]): Sure<Thing>[] {
  const found = new Map<string, Sure<Thing>>();
  for (const { value, sure } of told) {
    const before = found.get(value.what);
    found.set(value.what, { value: { ...before?.value, ...value }, sure: Math.max(sure, before?.sure ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => b.sure - a.sure).slice(0, MOST);
}

/** Many people of whom nobody is of the cast. */
const crowdOf = ({ head }: Phrase, words: DeedWords): Named | undefined =>
  words.is("crowd", head.toLowerCase()) ? { what: "crowd", head: "crowd", kind: "thing" } : undefined;

/** What is said, known or felt of a thing does not put it there. */
function tellsOfThings({ predicate, speech }: Clause, words: DeedWords): boolean {
  if (speech !== undefined || words.does("become", predicate)) return false;
  const kind = words.kindOfVerb(predicate);
  return kind !== "cognition" && kind !== "communication" && kind !== "emotion";
}
