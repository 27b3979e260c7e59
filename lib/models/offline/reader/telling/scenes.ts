// The scenes of a story: stretches in one place at one hour, and the places in which they are.
import { PLAIN_PLACE } from "../../../../manga/guesses.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Scene } from "../../../../manga/plot.ts";
import { deriveSeed } from "../../../../manga/seed.ts";
import type { Guess } from "../../../../manga/staging.ts";
import type { FoundPlace, Setting, Sure } from "../facts.ts";
import { isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";
import { moodOf } from "./subjects.ts";

/** Where one unit is. */
export interface Staged {
  scene: string;
  /** First of its scene, which is in another place than the one before. */
  opens: boolean;
  /** Names by which captions call the place. */
  place: FoundPlace | undefined;
  guessed: readonly Guess[];
  ground?: string;
}

export interface Staging {
  scenes: Scene[];
  places: Place[];
  /** By the unit's index. */
  staged: readonly Staged[];
}

/** Who is in the scenes is for whoever makes their beats. */
export function stageScenes(facts: StoryFacts, units: readonly ToldUnit[], seed: number): Staging {
  const places = placeList(facts, seed);
  const scenes: Scene[] = [];
  const staged: Staged[] = [];
  let current: { key: string; place: string | undefined } | undefined;
  for (const unit of units) {
    const [first = { unit: unit.index, sentence: 0 }] = sentencesOf(unit);
    const setting = facts.settings.at(first);
    const { place, hour, weather, season } = setting;
    const key = [place.value, hour.value, weather.value, season].join("|");
    const isHeading = unit.unit.kind === "heading";
    const begins = current === undefined || (!isHeading && (setting.jump || key !== current.key));
    const opens = begins && (current === undefined || current.place !== place.value || setting.jump);
    if (begins) {
      current = { key, place: place.value };
      scenes.push({
        id: `s${scenes.length + 1}`,
        place: places.idOf(place.value),
        hour: hour.value ?? PLAIN_HOUR,
        weather: weather.value ?? "clear",
        season: season ?? "summer",
        ...{ mood: "neutral", people: [] },
      });
    }
    staged.push({
      scene: `s${scenes.length}`,
      opens,
      place: places.found.get(place.value ?? ""),
      guessed: guessesOf(setting),
      ...(setting.ground === undefined ? {} : { ground: setting.ground }),
    });
  }
  const { language } = facts.story;
  const mood = moodOf(units, language);
  const byScene = Map.groupBy(units, (_, at) => staged[at]?.scene);
  return {
    scenes: scenes.map((scene) => {
      const own = moodOf(byScene.get(scene.id) ?? [], language, scene);
      // A scene whose own words say nothing has the story's mood.
      return { ...scene, mood: own === "neutral" ? mood : own };
    }),
    places: places.all(),
    staged,
  };
}

/** What stands where the text tells of no hour. */
const PLAIN_HOUR = "day";

/** What the text does not tell at all is no guess: the plain value stands for it. Nor is a guess that is the plain value itself. */
const guessesOf = ({ place, hour }: Setting): Guess[] => [
  ...(isDoubtful(place) ? (["place"] as const) : []),
  ...(isDoubtful(hour) && hour.value !== PLAIN_HOUR ? (["hour"] as const) : []),
];

const isDoubtful = (fact: Sure<string | undefined>): boolean => fact.value !== undefined && !isSure(fact);

/** Places get their ids in the order in which scenes come to them. */
function placeList({ settings, people }: StoryFacts, seed: number) {
  const found = new Map(settings.places.map((place) => [place.id, place]));
  const places = new Map<string, Place>();
  // Another book has other rooms and streets. By whom it is about, but not by their names: those may be given anew.
  const cast = people.people.map(({ kind, age, sex }) => `${kind.value} ${age.value} ${sex.value}`);
  const look = deriveSeed(seed, "places", ...cast) % 1000;
  return {
    found,
    all: (): Place[] => [...places.values()],
    idOf(value = ""): string {
      const known = places.get(value) ?? placeOf(found.get(value), `l${places.size + 1}`, look);
      places.set(value, known);
      return known.id;
    },
  };
}

const OPEN_WORD = 120;
const MOST_LANDMARKS = 8;

function placeOf(found: FoundPlace | undefined, id: string, look: number): Place {
  const word = (text: string) => text.slice(0, OPEN_WORD);
  return {
    ...{ id, look },
    name: word(found?.name ?? ""),
    kind: word(found?.kind || PLAIN_PLACE),
    ...(found?.state ? { state: word(found.state) } : {}),
    landmarks: (found?.landmarks ?? []).slice(0, MOST_LANDMARKS).map((what) => ({ what: word(what) })),
  };
}
