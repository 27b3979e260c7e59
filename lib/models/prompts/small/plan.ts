// The scenes of a part of the story by a small model: start, place and hour of each. Code divides the pages evenly.
import * as z from "zod";
import { HourSchema, WeatherSchema } from "../../../manga/staging.ts";
import type { Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { personRow } from "../named-people.ts";
import type { PlaceAnswer } from "../plot/places.ts";
import { completePlan, evenStarts, type Plan, type PlanAnswer } from "../plot/plan.ts";
import { DATA_RULE } from "../prompt.ts";
import type { Range } from "../story-parts.ts";
import { cutFault, ECHO, smallParts, smallRow } from "./units.ts";

const UNITS = 40;

export const SmallScenesSchema = z.object({
  ...ECHO,
  scenes: z.array(
    z.object({
      from: z.string().describe("id of the first unit of the scene"),
      place: z.string().describe("as the story calls it, in the story's words"),
      kind: z.string().describe("what kind of place, a few English words: old station platform"),
      // The first option is the default for an answer without a valid one.
      hour: HourSchema.extract(["day", "night", "dawn", "dusk"]),
      weather: WeatherSchema,
      people: z.string().describe("ids of who is there, parted by commas"),
    }),
  ),
});
type ScenesAnswer = z.infer<typeof SmallScenesSchema>;

const SYSTEM = {
  ja: `units は物語の一部です（一つずつ [id, 文]）。場所か時間が変わるところで分けて、場面（scenes）を順に書き出してください。変わらなければ一つだけ。
- 場所が変わるのは、人が本当にそこへ行ったときだけ。話や思い出、たとえに出る場所は数えない。
- before はこの前の場面。続いていれば、最初の場面に同じ place を書く。
- people は people 一覧の id。
- first と last は units の最初と最後の id を写す。`,
  en: `units are a part of a story (each [id, text]). List its scenes in order: a new one only where the place or the time changes. If nothing changes, there is one.
- The place changes only where somebody really goes there. Places that are talked of, remembered or compared do not count.
- before is the scene before this part. If it goes on, the first scene has the same place.
- people are ids of the list people.
- Copy the first and the last id of units into first and last.`,
} as const;

export function smallPlanQuestions(input: ReadingInputs["plot"]): TextQuestion<ScenesAnswer, Plan>[] {
  const { story, brief, concept } = input;
  const { units, language } = story;
  const parts = smallParts(units, { from: 0, to: units.length }, { most: UNITS, language });
  const ideals = evenStarts(input);
  return parts.map((range, index) => {
    const rows = units.slice(range.from, range.to).map((unit) => smallRow(unit, language));
    const before = units[range.from - 1];
    return {
      ...{
        name: `the scenes of part ${index + 1} of ${parts.length}`,
        task: "plan",
        language,
        seed: brief.seed,
      },
      prompt: {
        system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
        data: {
          task: "small-scenes",
          people: concept.people.map(personRow),
          before: before === undefined ? [] : [smallRow(before, language)],
          units: rows,
        },
      },
      answer: SmallScenesSchema,
      maxOutputTokens: 1_500,
      complete(answer, repairs): Completed<Plan> {
        const fault = cutFault(answer, rows);
        if (fault !== undefined) return { kind: "unusable", faults: [fault] };
        return planOf(answer, {
          input,
          range,
          repairs,
          ideals: ideals.filter((at) => at >= range.from && at < range.to),
        });
      },
    };
  });
}

interface Planning {
  input: ReadingInputs["plot"];
  range: Range;
  ideals: readonly number[];
  repairs: RepairCounter;
}

/** Converts the answer to a large model's plan, which is then repaired by the same rules. */
function planOf({ scenes }: ScenesAnswer, { input, range, ideals, repairs }: Planning): Completed<Plan> {
  const { units } = input.story;
  const places = new Map<string, PlaceAnswer>();
  const idOf = (place: string, kind: string): string => {
    const key = (place.trim() || kind.trim()).toLowerCase();
    const known = places.get(key) ?? placeOf(`l${places.size + 1}`, place, kind);
    places.set(key, known);
    return known.id;
  };
  const ordered = scenes
    .map((scene) => ({ ...scene, at: units.findIndex(({ id }) => id === scene.from.trim()) }))
    .filter(({ at }) => at >= range.from && at < range.to)
    .toSorted((a, b) => a.at - b.at);
  const answer: PlanAnswer = {
    goesOn: false,
    pages: ideals.map((at) => ({ first: units[at]?.id ?? "", hook: false })),
    scenes: ordered.map(({ at, place, kind, people, hour, weather }, index) => ({
      from: units[index === 0 ? range.from : at]?.id ?? "",
      to: units[(ordered[index + 1]?.at ?? range.to) - 1]?.id ?? "",
      ...{ place: idOf(place, kind), people: people.split(/[,、，\s]+/u).filter((one) => one !== "") },
      ...{ hour, weather, season: "spring" as const, mood: input.concept.mood },
    })),
    places: [],
  };
  return completePlan({ ...answer, places: [...places.values()] }, { input, range, ideals, repairs });
}

const placeOf = (id: string, name: string, kind: string): PlaceAnswer => ({
  ...{ id, name, kind, culture: "", state: "", floor: "", layout: "", landmarks: [], light: "" },
});
