// The fields about places in the plan's question, and the conversion of answers about several parts of a story to places with ids.
import * as z from "zod";
import type { Place } from "../../../manga/place.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import { type Hour, HourSchema } from "../../../manga/staging.ts";
import type { RepairCounter } from "../../hosted/text-question.ts";
import { clipped, openWord, saidIn } from "../open-words.ts";

/** Range of `look`, the number that picks among equal variants of a place. */
const LOOKS = 10_000;
/** Most letters of a name, and most landmarks of a place. */
const MOST = { name: 120, landmarks: 8 } as const;

export const PlaceAnswerSchema = z.object({
  id: z.string().describe("l1, l2 and so on"),
  name: z.string().describe("as the story calls it, in the story's words; may be empty"),
  kind: z.string().describe("what kind of place, a few English words: old station platform"),
  culture: z.string().describe("where or when its builders lived: Japanese, ancient Rome; empty if not told"),
  state: z.string().describe("what has become of it: run-down, freshly painted; empty if nothing"),
  floor: z.string().describe("what one stands on: tatami, sand; empty if not told"),
  layout: z.string().describe("what is where, in one English sentence"),
  landmarks: z
    .array(
      z.object({
        what: z.string().describe("English noun with what marks it: a clock over the door"),
        side: z.string().describe("where, as one looks at it: left, middle, right, behind"),
      }),
    )
    .describe("by what it is known again, at most 4"),
  light: z
    .string()
    .describe("what lights it, by hour, parted by semicolons: night: a single lamp; day: tall windows"),
});
export type PlaceAnswer = z.infer<typeof PlaceAnswerSchema>;

/** A place before the places of the whole story have ids. */
export type PlaceDraft = Omit<Place, "id" | "look">;

/** Finds a scene's place in an answer: one of the answer's places by id or name, or a new place with no more than that name. */
export function placeFinder(
  answered: readonly PlaceAnswer[],
  repairs: RepairCounter,
): (told: string) => PlaceDraft {
  const drafts = answered.map((place) => ({
    keys: [place.id, place.name].map(keyOf),
    draft: draftOf(place),
  }));
  return (told) => {
    const key = keyOf(told);
    const meant = drafts.find(({ keys }) => key !== "" && keys.includes(key))?.draft;
    if (meant !== undefined) return meant;
    repairs.count("a place that is not described");
    const said = /^l\d+$/u.test(key) ? undefined : openWord(told);
    // If the answer has only one place, an empty text means that place.
    const [only, second] = drafts;
    if (said === undefined && only !== undefined && second === undefined) return only.draft;
    return { name: said ?? "", kind: said ?? "place", landmarks: [] };
  };
}

function draftOf({ name, kind, culture, state, floor, layout, landmarks, light }: PlaceAnswer): PlaceDraft {
  const called = clipped(name, MOST.name);
  const [from, become, underfoot] = [culture, state, floor].map(openWord);
  const arranged = saidIn(layout);
  const lit = lightIn(light);
  return {
    name: called,
    kind: openWord(kind) ?? openWord(called) ?? "place",
    ...(from !== undefined && { culture: from }),
    ...(become !== undefined && { state: become }),
    ...(underfoot !== undefined && { floor: underfoot }),
    ...(arranged !== undefined && { layout: arranged }),
    landmarks: landmarks
      .flatMap(({ what, side }) => {
        const [seen, where] = [what, side].map(openWord);
        return seen === undefined ? [] : [{ what: seen, ...(where !== undefined && { side: where }) }];
      })
      .slice(0, MOST.landmarks),
    ...(lit !== undefined && { light: lit }),
  };
}

/** Light by hour from `night: a single lamp; day: tall windows`; a light without an hour applies to all hours. */
function lightIn(text: string): PlaceDraft["light"] {
  const light: Partial<Record<Hour, string>> = {};
  for (const part of clipped(text).split(/[;；]/u)) {
    const [before = "", after] = part.split(/[:：](.*)/su);
    const hours = HourSchema.options.filter((hour) => before.toLowerCase().includes(hour));
    const word = openWord(after ?? part);
    if (word === undefined) continue;
    for (const hour of after === undefined || hours.length === 0 ? HourSchema.options : hours)
      light[hour] ??= word;
  }
  return Object.keys(light).length > 0 ? light : undefined;
}

const keyOf = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, " ").trim().toLowerCase();

/** Key of a place: by name, or by kind where it has no name. Equal keys are the same place. */
export const placeKey = ({ name, kind }: PlaceDraft): string => keyOf(name) || `kind ${keyOf(kind)}`;

/** A place with details added that another part of the story gives. */
export const mergedPlace = (known: PlaceDraft, more: PlaceDraft): PlaceDraft => ({
  ...more,
  ...known,
  landmarks: known.landmarks.length > 0 ? known.landmarks : more.landmarks,
  ...((known.light ?? more.light) && { light: { ...more.light, ...known.light } }),
});

/** Distinct places with ids in order of first occurrence, and the id of each draft. */
export function numbered(
  drafts: readonly PlaceDraft[],
  seed: number,
): { places: Place[]; idOf(draft: PlaceDraft): string } {
  const places = new Map<string, Place>();
  for (const draft of drafts) {
    const key = placeKey(draft);
    if (places.has(key)) continue;
    const id = `l${places.size + 1}`;
    places.set(key, { id, ...draft, look: deriveSeed(seed, "place", id) % LOOKS });
  }
  return {
    places: [...places.values()],
    idOf: (draft) => places.get(placeKey(draft))?.id ?? "l1",
  };
}
