// Things that a sentence puts in the scene: nouns of real clauses, except people, places and body parts; and the subject of a close-up.
import type { Thing } from "../../../../manga/moment.ts";
import type { Sure } from "../facts.ts";
import type { Deed } from "./deed.ts";
import { isDefinite, type Noun } from "./nouns.ts";

/** Maximum number of things in a picture. */
const MOST = 16;

/** Certainty of a thing by its role in the clause. */
const SURE = { subject: 0.85, object: 0.85, place: 0.8, manner: 0.55 } as const;

/** Each thing once, with its highest certainty and all its details. */
export function thingsOf(deeds: readonly Deed[], unreal: readonly Deed[]): Sure<Thing>[] {
  const found = new Map<string, Sure<Thing>>();
  for (const { value, sure } of [...deeds.flatMap(actedThings), ...unreal.flatMap(idleThings)]) {
    const before = found.get(value.what);
    found.set(value.what, { value: { ...before?.value, ...value }, sure: Math.max(sure, before?.sure ?? 0) });
  }
  return [...found.values()].toSorted((a, b) => b.sure - a.sure).slice(0, MOST);
}

function actedThings(deed: Deed): Sure<Thing>[] {
  const { subject, objects, places, manner, predicate, speech, real } = deed;
  const seen = (nouns: readonly Noun[], sure: number, how?: string) =>
    nouns.flatMap((noun) => seenAs(noun, Math.min(sure, real), how));
  const isSeen = subject !== undefined && !isWorn(subject, deed) && !isHeardAlone(subject, deed);
  const own = isSeen && !subject.shared ? [subject] : [];
  if (!tellsOfThings(deed)) return speech === "says" ? seen(own, SURE.subject) : [];
  const done = deed.told("done");
  const does = objects.length === 0 ? deed.told("does") : undefined;
  return [
    ...seen(own, SURE.subject, predicate.voice === "passive" ? done : does),
    ...seen(objects, SURE.object, done),
    ...seen(places, SURE.place),
    ...seen(manner, SURE.manner),
  ];
}

/** "Her dress was wet": clothes of which only a state without a place is stated are worn. */
const isWorn = ({ thing }: Noun, { predicate, places }: Deed): boolean =>
  predicate.aspect === "state" && places.length === 0 && thing?.kind === "garment";

/** "A horn answered", 遠くで鐘が鳴った: a thing that is distant or only heard is not visible. */
const isHeardAlone = ({ head }: Noun, { speech, places, manner, words, does }: Deed): boolean =>
  words.is("sound-of", head.toLowerCase()) &&
  (speech === "says" || (does("sounds") && [...places, ...manner].some((at) => words.is("far", at.noun))));

/**
 * Whether the verb puts its things in the scene, unlike speech or thought. "A beam swept over the sea" is motion: `over` is no particle.
 */
function tellsOfThings({ predicate: { lemma, particle }, places, speech, words, does }: Deed): boolean {
  const isOfPlace = places.some(({ marker }) => marker === particle);
  const kind = words.kindOfVerb(isOfPlace ? { lemma } : { lemma, particle });
  const isInMind = kind === "cognition" || kind === "communication" || kind === "emotion";
  return speech === undefined && !does("become") && !isInMind;
}

/** "The snowman said nothing": a thing that does nothing is present, too. */
function idleThings({ subject, predicate, words }: Deed): Sure<Thing>[] {
  const { polarity, mood, lemma } = predicate;
  const isThere = polarity === "negative" && mood === "told" && !words.is("exist", lemma);
  return isThere && subject && isDefinite(subject, words) ? seenAs(subject, SURE.place) : [];
}

/** `how`: the thing's action, or what is done with it. */
function seenAs({ thing, who }: Noun, sure: number, how?: string): Sure<Thing>[] {
  if (thing === undefined || who !== undefined || thing.isPlace) return [];
  const { what, kind, count } = thing;
  const isSolid = kind === "thing" || kind === "animal";
  const value = { what, ...(count !== undefined && { count }), ...(how !== undefined && isSolid && { how }) };
  return [{ value, sure }];
}

const IN_FOCUS: ReadonlySet<string> = new Set(["thing", "food", "plant"]);

/** The subject of a close-up: a thing that is looked at, handled or put down, or whose position is stated. */
export function focusOf(deeds: readonly Deed[]): Sure<string> | undefined {
  const [focus] = deeds.toReversed().flatMap(({ subject, objects, places, agents, sure, does }) => {
    const isDone = agents.length > 0 && ["handle", "take", "release"].some(does);
    const what = isDone || subject === undefined ? objects : [subject];
    const seen = does("look") ? [...objects, ...places] : isDone || places.length > 0 ? what : [];
    return seen.flatMap(({ thing, who }) =>
      thing && who === undefined && IN_FOCUS.has(thing.kind)
        ? [{ value: thing.what, sure: sure * SURE.object }]
        : [],
    );
  });
  return focus;
}
