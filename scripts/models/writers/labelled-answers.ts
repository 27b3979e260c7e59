// Answers to a reader's requests from a story's labels (stories/labels/FORMAT.md), as a careful reader would answer. Requests about panels,
// picture checks and translations are answered by the plain writer.
import * as z from "zod";
import type { Answerer } from "../../../emulators/models/generate.ts";
import type { SexSchema } from "../../../lib/manga/concept.ts";
import type { Hour } from "../../../lib/manga/staging.ts";
import type { PlanAnswer } from "../../../lib/models/prompts/plot/plan.ts";
import type { LabelledStory } from "../../scores/labelled-story.ts";
import type { LabelledSentence, ReadingLabels } from "../../scores/reading-labels.ts";
import { beatsAnswer, idsIn, RowSchema } from "./labelled-beats.ts";

const DataSchema = z.discriminatedUnion("task", [
  z.object({
    task: z.literal("concept"),
    story: z.object({ units: z.array(z.object({ id: z.string(), text: z.string() })) }),
  }),
  z.object({
    task: z.literal("characters"),
    people: z.array(RowSchema),
    design: z.array(z.object({ id: z.string() })),
    units: z.array(RowSchema),
  }),
  z.object({
    task: z.literal("plan"),
    pages: z.int(),
    people: z.array(RowSchema),
    units: z.array(RowSchema),
  }),
  z.object({
    task: z.literal("beats"),
    beats: z.int(),
    people: z.array(RowSchema),
    scenes: z.array(z.object({ units: z.array(RowSchema) })),
  }),
]);
type Data = z.infer<typeof DataSchema>;
type Asked<T extends Data["task"]> = Extract<Data, { task: T }>;

/** Maximum number of people in a concept. */
const MOST_PEOPLE = 24;

/** Answers requests about the given stories; `others` answers all others. */
export function labelledAnswers(stories: readonly LabelledStory[], others: Answerer): Answerer {
  return async (question) => {
    const json = question.texts.flatMap((text) => /^<data>\n(.*)\n<\/data>$/s.exec(text)?.[1] ?? [])[0];
    const data = json === undefined ? undefined : DataSchema.safeParse(JSON.parse(json)).data;
    const told = data && stories.find((story) => isAbout(story, shownUnits(data)));
    if (data === undefined || told === undefined) return others(question);
    switch (data.task) {
      case "concept":
        return conceptAnswer(told);
      case "characters":
        return characterAnswer(data);
      case "plan":
        return planAnswer(told, data);
      case "beats":
        return beatsAnswer(told, data);
    }
  };
}

/** `[id, text]` of the units that the request contains. */
function shownUnits(data: Data): [id: string, text: string][] {
  if (data.task === "concept") return data.story.units.map(({ id, text }) => [id, text]);
  const rows = data.task === "beats" ? data.scenes.flatMap(({ units }) => units) : data.units;
  return rows.map((row) => [row[0], data.task === "characters" ? row[1] : (row[2] ?? "")]);
}

function isAbout({ story }: LabelledStory, shown: readonly [id: string, text: string][]): boolean {
  const texts = new Map(story.units.map(({ id, text }) => [id, text]));
  const [first] = shown;
  // A person whom no narration names is asked about without a unit.
  if (first === undefined) return false;
  return shown.every(([id, text]) => texts.get(id)?.startsWith(text.replace(/…$/u, "")) ?? false);
}

/** People who act or are seen, the most frequent first. */
function castOf({ cast, sentences }: ReadingLabels): ReadingLabels["cast"] {
  const times = (id: string) =>
    sentences.filter(({ seen, speakers }) => seen.includes(id) || speakers.includes(id)).length;
  return cast
    .map((person) => ({ person, times: times(person.id) }))
    .filter((one) => one.times > 0)
    .toSorted((a, b) => b.times - a.times)
    .map(({ person }) => person)
    .slice(0, MOST_PEOPLE);
}

function conceptAnswer({ labels, story }: LabelledStory): object {
  const isJapanese = story.language === "ja";
  const sexOf = (sex: string): z.infer<typeof SexSchema> =>
    sex === "female" || sex === "male" ? sex : "unknown";
  return {
    world: isJapanese ? "この物語の世界。" : "The world of this story.",
    genre: isJapanese ? "ドラマ" : "drama",
    themes: [isJapanese ? "人生" : "life"],
    mood: "neutral",
    audience: isJapanese ? "一般" : "everybody",
    title: story.title ?? story.units[0]?.text.slice(0, 40) ?? "",
    people: castOf(labels).map(({ name, aliases, kind, sex, age }, at) => ({
      ...{ name, aliases, notes: "", role: at === 0 ? "protagonist" : "support", kind },
      ...{ age: age === "?" ? "unknown" : age, sex: sexOf(sex) },
    })),
  };
}

/** Values that distinguish people: the lists have different lengths, so that combinations repeat late. */
const HAIRS = {
  male: ["short, black", "parted, mid", "messy, dark", "short, light"],
  female: ["long, dark", "bob, light", "bun, mid", "braids, black"],
};
const CLOTHES = {
  male: [
    ...["white shirt, dark trousers", "dark coat, mid trousers", "mid jacket, black trousers"],
    ...["black suit", "light shirt, mid trousers"],
  ],
  female: ["light dress", "white blouse, dark skirt", "dark dress", "mid cardigan, light skirt", "mid dress"],
};

/** Labels say who people are, not how they look, so looks are invented. */
function characterAnswer({ design, people, units }: Asked<"characters">): object {
  const isJapanese = /[\u3040-\u30ff]/.test(units.map(([, text]) => text).join(""));
  return {
    characters: design.map(({ id }, at) => {
      const [, is = ""] = people.find((row) => row[0] === id) ?? [];
      const [, sex = "", kind = ""] = is.split(", ");
      const look = sex === "female" ? "female" : "male";
      const [hairs, clothes] = [HAIRS[look], CLOTHES[look]];
      const isHuman = kind === "human";
      return {
        ...{ id, face: "", eyes: "", hair: isHuman ? hairs[at % hairs.length] : "", beard: "", build: "" },
        ...{ height: "", marks: "", accessories: "", constant: "", words: "" },
        outfits: [{ worn: isHuman ? clothes[at % clothes.length] : "", from: "", to: "" }],
        description: isJapanese ? "物語の登場人物。" : "Somebody of the story.",
      };
    }),
  };
}

interface Setting {
  place: string | undefined;
  hour: Hour | undefined;
  weather: LabelledSentence["weather"];
}

function settingOf(sentences: readonly LabelledSentence[]): Setting {
  const told = sentences.filter(({ kind }) => kind !== "frame" && kind !== "heading");
  return {
    place: told.find(({ place }) => place !== undefined)?.place,
    hour: told.find(({ hour }) => hour !== undefined)?.hour,
    weather: told.find(({ weather }) => weather !== undefined)?.weather,
  };
}

/** A scene ends when the text states another place, hour or weather. */
function planAnswer(
  { story, labels, sentences }: LabelledStory,
  { pages, people, units }: Asked<"plan">,
): PlanAnswer {
  const ids = idsIn(labels, people);
  const scenes: { from: string; to: string; setting: Setting; people: Set<string> }[] = [];
  for (const [id] of units) {
    const told = sentences.get(id) ?? [];
    const setting = settingOf(told);
    const last = scenes.at(-1);
    const seen = told.flatMap((sentence) => sentence.seen.flatMap((one) => ids.get(one) ?? []));
    if (last !== undefined && goesOn(last.setting, setting)) {
      last.to = id;
      last.setting = withMore(last.setting, setting);
      for (const one of seen) last.people.add(one);
    } else scenes.push({ from: id, to: id, setting, people: new Set(seen) });
  }
  const known = new Set(scenes.flatMap(({ setting }) => setting.place ?? []));
  const culture = story.language === "ja" ? "Japanese" : "Western";
  const places = labels.places.filter(({ id }) => known.has(id));
  return {
    places: [
      ...places.map(({ id, name, kind }) => ({ id, name, kind, culture, ...PLAIN_PLACE })),
      // Adds a place without a name if the place of a scene is unknown.
      ...(scenes.some(({ setting }) => setting.place === undefined)
        ? [{ id: NOWHERE, name: "", kind: "plain background", culture, ...PLAIN_PLACE }]
        : []),
    ],
    scenes: scenes.map(({ from, to, setting, people: seen }) => ({
      ...{ from, to, place: setting.place ?? NOWHERE, people: [...seen].slice(0, 12) },
      ...{ hour: setting.hour ?? "day", weather: setting.weather ?? "clear" },
      ...{ season: "summer", mood: "neutral" },
    })),
    goesOn: false,
    pages: Array.from({ length: pages }, (_, page) => ({
      ...{ first: units[Math.floor((page * units.length) / pages)]?.[0] ?? "", hook: false },
    })),
  };
}

const NOWHERE = "l0";
const PLAIN_PLACE = { state: "", floor: "", layout: "", landmarks: [], light: "" };

function goesOn(before: Setting, after: Setting): boolean {
  const isSame = <K extends keyof Setting>(key: K) =>
    before[key] === undefined || after[key] === undefined || before[key] === after[key];
  // The labels keep a place until the text changes it, so a missing place is a change.
  return before.place === after.place && isSame("hour") && isSame("weather");
}

const withMore = (before: Setting, after: Setting): Setting => ({
  place: before.place,
  hour: before.hour ?? after.hour,
  weather: before.weather ?? after.weather,
});
