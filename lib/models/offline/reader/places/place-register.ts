// The places of a story as they are found, and which of them a phrase means: places are coreferent where they share their noun and nothing
// in the text sets them apart.
import type { FoundPlace } from "../facts.ts";
import type { PlaceType } from "./place-nouns.ts";
import type { NamedPlace } from "./place-phrases.ts";

export interface KnownPlace extends FoundPlace {
  type: PlaceType;
  /** Empty until the text names it. */
  noun: string;
  owner?: string;
  /** The place around it: the house of a room. */
  around?: KnownPlace;
}

const UNNAMED = { name: "", noun: "" } as const;

/** What a picture has room for (`landmarks` of docs/book-language.md). */
const MOST_LANDMARKS = 8;
/** Further places of one noun are forgotten, so that a text of one noun alone costs no more than its length. */
const MOST_ALIKE = 12;

export class PlaceRegister {
  readonly places: KnownPlace[] = [];
  /** By noun, the last one last. */
  readonly #byNoun = new Map<string, KnownPlace[]>();
  readonly #outside = new Map<KnownPlace | undefined, KnownPlace>();

  /** The place that is meant, made where there is none; `here`: where the scene is; `isHere`: the text tells of no way there. */
  meant(named: NamedPlace, here: KnownPlace | undefined, isHere = false): KnownPlace {
    const { name, kind, type, noun, owner, state, reference } = named;
    const same = this.#byNoun.get(noun) ?? [];
    const known = reference === "new" ? undefined : same.findLast((place) => isSame(place, named));
    if (known !== undefined && (reference !== "indefinite" || known === here)) {
      known.owner ??= owner;
      known.state ??= state;
      return known;
    }
    // What was `outside` or `in` is named now: `He ran out. The yard was dark.`
    const isNamedNow =
      isHere && here?.noun === "" && here.type === type && ["given", "bare"].includes(reference);
    const around = type === "room" ? buildingAround(here) : undefined;
    const place = isNamedNow
      ? Object.assign(here, { name, kind, noun, owner, state })
      : this.#add({ name, kind, type, noun, owner, state, around });
    this.#byNoun.set(noun, [...same.slice(-MOST_ALIKE), place]);
    return place;
  }

  /** What is outside of a place, where the text names it no further. */
  outside(of: KnownPlace | undefined): KnownPlace {
    const building = of?.around ?? of;
    const known = this.#outside.get(building);
    const place = known ?? this.#add({ ...UNNAMED, kind: "outdoors", type: "outdoors" });
    this.#outside.set(building, place);
    return place;
  }

  /** An inside that the text names no further. */
  within(of: KnownPlace | undefined): KnownPlace {
    const around = of?.type === "building" ? of : undefined;
    return this.#add({ ...UNNAMED, kind: "room", type: "room", around });
  }

  #add(place: Omit<KnownPlace, "id" | "landmarks">): KnownPlace {
    const numbered = { ...place, id: `l${this.places.length + 1}`, landmarks: [] };
    this.places.push(numbered);
    return numbered;
  }
}

const PRONOUNS: ReadonlySet<string | undefined> = new Set([
  ...["my", "his", "her", "their", "our", "your", undefined],
]);

const isSame = (place: KnownPlace, { owner, reference }: NamedPlace): boolean =>
  reference === "indefinite" || owner === place.owner || PRONOUNS.has(owner) || PRONOUNS.has(place.owner);

function buildingAround(place: KnownPlace | undefined): KnownPlace | undefined {
  if (place === undefined) return undefined;
  return place.type === "building" || place.type === "vehicle" ? place : place.around;
}

/** Whether `inner` is a part of `outer`, as far as the text tells. */
export function isWithin(inner: KnownPlace | undefined, outer: KnownPlace): boolean {
  for (let place = inner; place !== undefined; place = place.around) if (place === outer) return true;
  return false;
}

export function addLandmark(place: KnownPlace, landmark: string): void {
  if (place.landmarks.length < MOST_LANDMARKS && !place.landmarks.includes(landmark))
    place.landmarks.push(landmark);
}

export function isIndoors({ type }: KnownPlace): boolean {
  return type === "room" || type === "building" || type === "vehicle";
}

export function publicPlace({ id, name, kind, state, landmarks }: KnownPlace): FoundPlace {
  return { id, name, kind, landmarks, state };
}
