// Beats from a story's labels: consecutive units that do not contradict each other, with each visible person's action, posture and held
// things.
import * as z from "zod";
import type { Acting } from "../../../lib/manga/moment.ts";
import { handsText } from "../../../lib/models/prompts/open-words.ts";
import type { BeatsAnswer } from "../../../lib/models/prompts/plot/beats.ts";
import type { LabelledStory } from "../../scores/labelled-story.ts";
import { isSaying } from "../../scores/panels/scripted-facts.ts";
import type { LabelledSentence, ReadingLabels } from "../../scores/reading-labels.ts";

/** A row of a request's data: for a unit `[id, kind, text]`, for a person `[id, description, name, other names…]`. */
export const RowSchema = z.tuple([z.string(), z.string()], z.string());
type Row = z.infer<typeof RowSchema>;

interface BeatsAsked {
  beats: number;
  people: readonly Row[];
  scenes: readonly { units: readonly Row[] }[];
}

/** Ids of the concept by label ids; the request's rows are `[id, description, name, other names…]`. */
export function idsIn({ cast }: ReadingLabels, people: readonly Row[]): ReadonlyMap<string, string> {
  const byName = new Map(people.map(([id, , name = ""]) => [name.trim(), id]));
  return new Map(
    cast.flatMap(({ id, name }) => {
      const own = byName.get(name.trim());
      return own === undefined ? [] : [[id, own] as const];
    }),
  );
}

type AnsweredBeat = BeatsAnswer["beats"][number];

/** About the requested number of beats; more if consecutive units contradict each other. */
export function beatsAnswer(told: LabelledStory, { beats: wanted, people, scenes }: BeatsAsked): BeatsAnswer {
  const ids = idsIn(told.labels, people);
  const rows = scenes.reduce((sum, { units }) => sum + units.length, 0);
  const most = Math.max(1, Math.round(rows / wanted));
  return {
    beats: scenes.flatMap(({ units }) =>
      groupsOf(units, most, told).map((group) => beatOf(group, ids, told)),
    ),
  };
}

const MOST_DEEDS = 4;

function groupsOf(units: readonly Row[], most: number, { sentences }: LabelledStory): Row[][] {
  const groups: Row[][] = [];
  const factsOf = (group: readonly Row[]) => group.flatMap(([id]) => sentences.get(id) ?? []);
  for (const unit of units) {
    const group = groups.at(-1);
    const fits = group !== undefined && group.length < most && isCompatible(factsOf(group), factsOf([unit]));
    if (fits) group.push(unit);
    else groups.push([unit]);
  }
  return groups;
}

/** Whether two runs of sentences fit one beat: nobody has two postures, or more actions than one picture can show. */
function isCompatible(before: readonly LabelledSentence[], after: readonly LabelledSentence[]): boolean {
  const all = [...before, ...after];
  const postures = new Map<string, string>();
  const deeds = new Map<string, number>();
  for (const sentence of all) {
    for (const { who, posture } of sentence.posture) {
      if ((postures.get(who) ?? posture) !== posture) return false;
      postures.set(who, posture);
    }
    for (const { who, verb } of sentence.deeds) {
      if (!isSaying(verb)) deeds.set(who, (deeds.get(who) ?? 0) + 1);
    }
  }
  return [...deeds.values()].every((count) => count <= MOST_DEEDS);
}

function beatOf(group: readonly Row[], ids: ReadonlyMap<string, string>, told: LabelledStory): AnsweredBeat {
  const sentences = group.flatMap(([id]) => told.sentences.get(id) ?? []);
  const speech = group.filter(([, kind]) => kind === "speech");
  const narration = group.find(([, kind]) => kind === "narration");
  const acting = new Set(
    sentences.flatMap(({ deeds, speakers }) => [...deeds.map(({ who }) => who), ...speakers]),
  );
  const seen = [...new Set(sentences.flatMap((sentence) => sentence.seen))].toSorted(
    (a, b) => Number(acting.has(b)) - Number(acting.has(a)),
  );
  return {
    units: group.map(([id]) => id),
    action: narration?.[2] ?? "",
    lines: speech.map(([unit]) => {
      const [line] = (told.sentences.get(unit) ?? []).filter(({ speakers }) => speakers.length > 0);
      const speaker = ids.get(line?.speakers[0] ?? "") ?? "";
      return {
        unit,
        speaker,
        guessed: line?.named !== true,
        voice: line?.kind === "thought" ? "thought" : "speech",
      };
    }),
    figures: seen.flatMap((who) => figureOf(who, sentences, { ids, told }) ?? []),
    things: [...new Set(sentences.flatMap(({ things }) => things))]
      .filter((what) => !/^[cl]\d+$/.test(what))
      .slice(0, 4)
      .map((what) => ({ what, where: "", how: "", state: "", count: 1 })),
    ...{ ground: "", light: "", focus: "", effects: [], sounds: [] },
    caption: captionOf(sentences, narration?.[2] ?? ""),
    kind: speech.length > 0 ? "dialogue" : acting.size > 0 ? "action" : "narration",
    weight: 2,
  };
}

/** Maximum letters of a caption: two or three lines. */
const MOST_LETTERS = { ja: 40, en: 90 };

/** Text that no picture can show goes into a caption: letters, memories, thoughts. */
function captionOf(sentences: readonly LabelledSentence[], narration: string): string {
  const isShown = sentences.some(({ kind, deeds }) => kind !== "letter" && deeds.length > 0);
  const [language, end] = /[\u3040-\u30ff]/.test(narration)
    ? (["ja", /[。！？]/u] as const)
    : (["en", /[.!?]/u] as const);
  const first = narration.slice(0, (end.exec(narration)?.index ?? narration.length) + 1).trim();
  return isShown || first.length > MOST_LETTERS[language] ? "" : first;
}

function figureOf(
  who: string,
  sentences: readonly LabelledSentence[],
  { ids, told }: { ids: ReadonlyMap<string, string>; told: LabelledStory },
): AnsweredBeat["figures"][number] | undefined {
  const id = ids.get(who);
  if (id === undefined) return undefined;
  const own = <T extends { who: string }>(facts: readonly T[]) => facts.filter((one) => one.who === who);
  const deeds = sentences.flatMap((sentence) => own(sentence.deeds));
  const posture = sentences.flatMap((sentence) => own(sentence.posture))[0]?.posture;
  const hands = sentences.flatMap((sentence) => own(sentence.hands)).map(({ thing }) => thing);
  const shown = [...new Set(deeds.filter(({ verb }) => !isSaying(verb)).map((deed) => phraseOf(deed, told)))];
  const to = deeds.flatMap((deed) => ids.get(deed.to ?? "") ?? []).find((other) => other !== id);
  const held: Acting["hands"] = [...new Set(hands)].map((what) => ({ what }));
  const doing = shown.length > 0 ? shown.join(", ") : deeds.length > 0 ? "talk" : (posture ?? "stand");
  return {
    ...{ who: id, doing, feeling: "calm", gaze: to ?? "", hands: handsText(held), where: "" },
    ...(posture !== undefined && { posture }),
    ...(to !== undefined && { to }),
  };
}

/** A phrase such as `climb tree`. People as objects have a field of their own. */
function phraseOf({ verb, to = "" }: LabelledSentence["deeds"][number], { labels }: LabelledStory): string {
  const place = labels.places.find(({ id }) => id === to)?.kind;
  return /^c\d+$/.test(to) || to === "" ? verb : `${verb} ${place ?? to}`;
}
