// Scores the place and the hour of a panel against the labels of its sentences.
//
// Place: the kinds of the book's place and of the labelled place are compared by what the offline artist draws for them (a bank hall is drawn
// as an office), and by name. `right`: equal for one of the panel's sentences. `neutral`: the kind has no drawing (an empty place); the kind is
// a general one of the right family (a room for a kitchen, a street for a village); the name is right and the kind is of another family; or
// the text does not state the place. `wrong`: everything else.
//
// Hour: `right`: the hour of one of the panel's sentences. `neutral`: an adjacent hour (dusk for night, dawn for day), or day if the text does
// not state the hour. `wrong`: every other hour, so also a night that the text does not state.

import type { Hour } from "../../../lib/manga/staging.ts";
import { placeCalled } from "../../../lib/models/offline/artist/vocabulary/place.ts";
import type { MadePlace } from "../books/made-book.ts";
import type { LabelledPlace } from "../reading-labels.ts";

export type Verdict = "right" | "neutral" | "wrong";

/** The worst of some verdicts. */
export const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => verdict === "wrong") ??
  verdicts.find((verdict) => verdict === "neutral") ??
  "right";

type Drawn = NonNullable<ReturnType<typeof placeCalled>>["value"];

/** Families of similar kinds of places. The first kinds of each are general. */
const FAMILIES: readonly { wide: readonly Drawn[]; others: readonly Drawn[] }[] = [
  {
    wide: ["room", "corridor"],
    others: [
      ...(["kitchen", "classroom", "office", "shop", "stairs", "hospital", "workshop"] as const),
      ...(["dojo", "gym", "stage", "museum", "library", "bath", "church", "temple", "castle"] as const),
    ],
  },
  { wide: ["street", "village", "city"], others: ["alley", "station", "shop", "bridge"] },
  { wide: ["field", "garden"], others: ["forest", "mountain", "graveyard", "river", "village"] },
  { wide: ["sea", "river", "shore"], others: ["lighthouse", "bridge"] },
  { wide: ["forest", "mountain"], others: ["field", "cave"] },
  { wide: ["train", "bus"], others: ["station"] },
];

/** `place` is undefined if the book has none. No labelled places: the text does not state the place. */
export function placeVerdict(place: MadePlace | undefined, labelled: readonly LabelledPlace[]): Verdict {
  const own = place && (placeCalled(place.kind) ?? placeCalled(place.name))?.value;
  if (place === undefined || own === undefined || own === "abstract" || labelled.length === 0)
    return "neutral";
  const wanted = labelled.map(({ kind, name }) => {
    const isNamed = isSameName(place.name, name);
    return {
      isNamed,
      drawn: [kind, ...(isNamed ? [name] : [])].flatMap((text) => placeCalled(text)?.value ?? []),
    };
  });
  if (wanted.some(({ drawn, isNamed }) => drawn.includes(own) || (isNamed && drawn.length === 0)))
    return "right";
  const isNear = wanted.some(
    ({ drawn, isNamed }) => isNamed || drawn.length === 0 || drawn.some((one) => isWider(own, one)),
  );
  return isNear ? "neutral" : "wrong";
}

const isWider = (own: Drawn, wanted: Drawn): boolean =>
  FAMILIES.some(
    ({ wide, others }) => wide.includes(own) && (wide.includes(wanted) || others.includes(wanted)),
  );

const ARTICLES = /^(?:(?:an?|the|his|her|their|its|my|our) )+/u;

/** Whether one name equals the other or is its end: 庭 and 宿場の庭, `garden` and `the Giant's garden`. */
export function isSameName(a: string, b: string): boolean {
  const [own, other] = [a, b].map((name) =>
    name.normalize("NFKC").toLowerCase().replace(ARTICLES, "").trim(),
  );
  if (!own || !other) return false;
  if (own === other) return true;
  const [short, long] = own.length < other.length ? [own, other] : [other, own];
  return /[a-z]/u.test(short) ? long.endsWith(` ${short}`) : short.length >= 2 && long.endsWith(short);
}

const HOURS: readonly Hour[] = ["dawn", "day", "dusk", "night"];

/** No labelled hours: the text does not state the hour. */
export function hourVerdict(hour: Hour, labelled: readonly Hour[]): Verdict {
  if (labelled.length === 0) return hour === "day" ? "neutral" : "wrong";
  if (labelled.includes(hour)) return "right";
  const apart = labelled.map((one) => Math.abs(HOURS.indexOf(one) - HOURS.indexOf(hour)));
  // The hours are cyclic: night is also adjacent to dawn.
  return apart.some((steps) => steps === 1 || steps === 3) ? "neutral" : "wrong";
}
