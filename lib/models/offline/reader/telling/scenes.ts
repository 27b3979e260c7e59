// The scenes of a story (consecutive units in one place at one hour), and their places.
import { PLAIN_PLACE } from "../../../../manga/guesses.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Scene } from "../../../../manga/plot.ts";
import { deriveSeed } from "../../../../manga/seed.ts";
import type { Guess } from "../../../../manga/staging.ts";
import type { FoundPlace, Setting, Sure } from "../facts.ts";
import { isSure, MOST_WORD, type StoryFacts, type ToldUnit, toldUnits } from "./story-facts.ts";
import { moodOf } from "./subjects.ts";

export interface StagedUnit extends ToldUnit {
  scene: string;
  /** First unit of a scene in another place than the previous scene. */
  opens: boolean;
  setting: Setting;
}

export interface Staging {
  scenes: Scene[];
  places: Place[];
  units: readonly StagedUnit[];
}

/** Returns scenes without their people, which the beats add later. */
export function stageScenes(facts: StoryFacts, seed: number): Staging {
  const { language } = facts.story;
  const scenes: Scene[] = [];
  /** Ids of places, in the order in which scenes use them. */
  const placeIds = new Map<string | undefined, string>();
  let current: { key: string; place: string | undefined } | undefined;
  const units = toldUnits(facts).map((unit): StagedUnit => {
    const setting = facts.settings.at({ unit: unit.index, sentence: 0 });
    const { place, hour, weather, season } = setting;
    const key = [place.value, hour.value, weather.value, season].join("|");
    const isHeading = unit.unit.kind === "heading";
    const begins = current === undefined || (!isHeading && (setting.jump || key !== current.key));
    const opens = begins && (current === undefined || current.place !== place.value || setting.jump);
    if (begins) {
      current = { key, place: place.value };
      const id = placeIds.get(place.value) ?? `l${placeIds.size + 1}`;
      placeIds.set(place.value, id);
      scenes.push({
        ...{ id: `s${scenes.length + 1}`, place: id, mood: "neutral", people: [] },
        hour: hour.value ?? PLAIN_HOUR,
        weather: weather.value ?? "clear",
        season: season ?? (weather.value === "snow" ? "winter" : "summer"),
      });
    }
    return { ...unit, scene: scenes.at(-1)?.id ?? "", opens, setting };
  });
  const mood = moodOf(units, language);
  const byScene = Map.groupBy(units, ({ scene }) => scene);
  const found = new Map(facts.settings.places.map((place) => [place.id, place]));
  const look = lookOfPlaces(facts, seed);
  return {
    scenes: scenes.map((scene) => {
      const own = moodOf(byScene.get(scene.id) ?? [], language, scene);
      // A scene whose own words have no mood has the story's mood.
      return { ...scene, mood: own === "neutral" ? mood : own };
    }),
    places: [...placeIds].map(([value = "", id]) => ({ id, look, ...placeOf(found.get(value)) })),
    units,
  };
}

const PLAIN_HOUR = "day";

/** Facts that the text does not state have default values and are not guesses, and neither is an hour that equals the default. */
export const guessesOf = ({ place, hour }: Setting): Guess[] => [
  ...(isDoubtful(place) ? (["place"] as const) : []),
  ...(isDoubtful(hour) && hour.value !== PLAIN_HOUR ? (["hour"] as const) : []),
];

const isDoubtful = (fact: Sure<string | undefined>): boolean => fact.value !== undefined && !isSure(fact);

/** Variant of the book's places. Derived from the characters, but not from their names, which the user may change. */
function lookOfPlaces({ people }: StoryFacts, seed: number): number {
  const cast = people.people.map(({ kind, age, sex }) => `${kind.value} ${age.value} ${sex.value}`);
  return deriveSeed(seed, "places", ...cast) % 1000;
}

const word = (text: string): string => text.slice(0, MOST_WORD);

const placeOf = (found: FoundPlace | undefined): Omit<Place, "id" | "look"> => ({
  name: word(found?.name ?? ""),
  kind: word(found?.kind || PLAIN_PLACE),
  ...(found?.state ? { state: word(found.state) } : {}),
  landmarks: (found?.landmarks ?? []).map((what) => ({ what: word(what) })),
});
