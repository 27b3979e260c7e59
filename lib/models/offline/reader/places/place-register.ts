// The places of a story, and coreference: two phrases refer to one place if they have the same noun and nothing distinguishes them.
import type { FoundPlace } from "../facts.ts";
import type { NamedPlace } from "./place-phrases.ts";

export type KnownPlace = FoundPlace & Pick<NamedPlace, "type" | "noun" | "owner">;

/** Unnamed places of characters who are on the way, or who have gone inside. */
const unnamed = { name: "", type: "outdoors" } as const;
export const ROAD: NamedPlace = { ...unnamed, kind: "road", noun: "road" };
export const INSIDE: NamedPlace = { ...unnamed, type: "room", kind: "room", noun: "", isNew: true };

/** Maximum number of landmarks of a place (`landmarks` of docs/develop/book-language.md). */
const MOST_LANDMARKS = 8;
/** Maximum number of places per noun. Older ones are dropped, so that a text that repeats one noun takes linear time. */
const MOST_ALIKE = 12;

export class PlaceRegister {
  readonly places: KnownPlace[] = [];
  /** By noun, in the order of first mention. */
  readonly #byNoun = new Map<string, KnownPlace[]>();

  /** The place to which a phrase refers. It is created if there is none. */
  placeFor(named: NamedPlace): KnownPlace {
    const { name, kind, type, noun, owner, state, isNew } = named;
    const same = this.#byNoun.get(noun) ?? [];
    const isSame = (one: KnownPlace) => !owner || !one.owner || owner === one.owner;
    // After a clock shop was mentioned, `the shop` refers to it.
    const isKindOf = (one: KnownPlace) =>
      isSame(one) && one.kind.endsWith(` ${kind}`) && !one.noun.startsWith("inside of ");
    const known = isNew ? undefined : (same.findLast(isSame) ?? this.places.findLast(isKindOf));
    if (known !== undefined) {
      known.owner ??= owner;
      known.state ??= state;
      return known;
    }
    const id = `l${this.places.length + 1}`;
    const place: KnownPlace = { id, name, kind, landmarks: [], state, type, noun, owner };
    this.places.push(place);
    this.#byNoun.set(noun, [...same.slice(-MOST_ALIKE), place]);
    return place;
  }
}

export function addLandmark(place: KnownPlace, landmark: string): void {
  if (place.landmarks.length < MOST_LANDMARKS && !place.landmarks.includes(landmark))
    place.landmarks.push(landmark);
}

export const isIndoors = ({ type }: KnownPlace): boolean => ["room", "building", "vehicle"].includes(type);
