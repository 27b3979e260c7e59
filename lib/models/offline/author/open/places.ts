// The places of a plot by id: one for each kind and name; a place without a name is another one in each scene.

import type { Place } from "../../../../manga/place.ts";
import { deriveSeed } from "../../../../manga/seed.ts";
import type { Person } from "../../closed/concept.ts";
import type { Plot, Scene } from "../../closed/plot.ts";
import type { PlaceTold } from "../../closed/told.ts";
import { placeTold } from "../told/places.ts";

export interface OpenPlaces {
  places: Place[];
  /** Id of the place of a scene. */
  placeOf(scene: Pick<Scene, "id">): string;
}

const keyOf = ({ id, place }: Scene): string =>
  place.name === "" ? `${id} ${place.kind}` : `${place.kind} ${place.name.toLowerCase()}`;

/** In the order in which the story comes to them. */
export function openPlaces({ scenes, pages }: Plot, { people, seed }: Book): OpenPlaces {
  const beats = pages.flatMap((page) => page.beats);
  const look = lookOf(people, seed);
  const groups = [...Map.groupBy(scenes, keyOf).values()];
  const ids = new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, `l${at + 1}`] as const)));
  const places = groups.map((group, at): Place => {
    const [first] = group;
    if (!first) throw new RangeError("a place has no scene");
    const here = new Set(group.map(({ id }) => id));
    const words = beats.flatMap(({ scene, action }) => (here.has(scene) ? [action] : [])).join("\n");
    return openPlace(first, { id: `l${at + 1}`, words, look });
  });
  return {
    places,
    placeOf({ id }) {
      const place = ids.get(id);
      if (place === undefined) throw new RangeError(`the plot has no scene ${id}`);
      return place;
    },
  };
}

interface Book {
  people: readonly Person[];
  seed: number;
}

/** Another book has other rooms and streets. By whom it is about, but not by their names: those may be given anew. */
const lookOf = (people: readonly Person[], seed: number): number =>
  deriveSeed(seed, "places", ...people.map(({ kind, age, gender }) => `${kind} ${age} ${gender}`)) % 1000;

function openPlace(
  { place }: Scene,
  { id, words, look }: { id: string; words: string; look: number },
): Place {
  const told = placeTold(place, words);
  const culture = told.easternGraves ? "Japanese" : told.western ? "Western" : undefined;
  return {
    ...{ id, name: place.name.slice(0, 120), landmarks: [], look },
    kind: told.trainRoof
      ? "train, on its roof"
      : [place.kind, ...SAID.flatMap((say) => say(told) ?? [])].join(", "),
    ...(culture ? { culture } : {}),
    ...(told.rundown ? { state: "run-down" } : {}),
    ...(told.matted ? { floor: "tatami" } : {}),
  };
}

/** What is added to the kind of a place. */
const SAID: readonly ((told: PlaceTold) => string | undefined)[] = [
  ({ greenhouse }) => (greenhouse ? "greenhouse" : undefined),
  ({ harbour }) => (harbour ? "harbour" : undefined),
  ({ swimmingPool }) => (swimmingPool ? "swimming pool" : undefined),
  ({ spacecraft }) => (spacecraft ? "spacecraft" : undefined),
  ({ spaceStation }) => (spaceStation ? "space station" : undefined),
  ({ stalls }) => (stalls ? "stalls" : undefined),
  ({ busStop }) => (busStop ? "bus stop" : undefined),
  ({ suspensionBridge }) => (suspensionBridge ? "suspension bridge" : undefined),
  ({ paintings }) => (paintings ? "paintings" : undefined),
  ({ purpose }) => purpose,
  ({ trade }) => trade,
];
