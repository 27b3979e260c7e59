// A simple answer to requests about a page's panels: one panel a beat as far as the page has room, each with its beat's content.
import * as z from "zod";
import { DirectionSchema } from "../../../lib/manga/language.ts";
import { ThingSchema } from "../../../lib/manga/moment.ts";
import { BeatSchema, VoiceSchema } from "../../../lib/manga/plot.ts";
import type { StoryboardAnswer } from "../../../lib/models/prompts/storyboard/panels.ts";
import { thingAnswer } from "../../../lib/models/prompts/things.ts";

const FigureRowSchema = z.object({
  who: z.string(),
  doing: z.string(),
  feeling: z.string(),
  gaze: z.string().default(""),
  hands: z.string().default(""),
});
export const StoryboardDataSchema = z.object({
  task: z.literal("storyboard"),
  page: z.int(),
  direction: DirectionSchema,
  panels: z.int(),
  beats: z.array(
    BeatSchema.pick({ scene: true, kind: true, weight: true }).extend({
      units: z.array(z.tuple([z.string(), z.string(), z.string()], VoiceSchema)),
      action: z.string().default(""),
      figures: z.array(FigureRowSchema),
      things: z.array(ThingSchema).default([]),
      ground: z.string().default(""),
      light: z.string().default(""),
      effects: z.array(z.string()).default([]),
    }),
  ),
});
type Data = z.infer<typeof StoryboardDataSchema>;
type Beat = Data["beats"][number];
type Panel = StoryboardAnswer["panels"][number];

/** Shots for each kind of beat; the second if the previous panel has the first. */
const SHOTS: Record<Beat["kind"], [Panel["shot"], Panel["shot"]]> = {
  establish: ["establishing", "long"],
  action: ["full", "half"],
  dialogue: ["bust", "half"],
  reaction: ["close", "bust"],
  silence: ["long", "full"],
  narration: ["half", "full"],
};
/** Positions of one, two and three people, in right-to-left reading order. */
const SIDES: readonly (readonly Panel["figures"][number]["side"][])[] = [
  ["middle"],
  ["right", "left"],
  ["far right", "middle", "far left"],
];

export function plainPanels({ beats, panels: wanted, direction }: Data): StoryboardAnswer {
  const size = Math.max(1, Math.ceil(beats.length / Math.max(1, wanted)));
  const groups = Array.from({ length: Math.ceil(beats.length / size) }, (_, at) =>
    beats.slice(at * size, (at + 1) * size),
  );
  const panels: Panel[] = [];
  for (const group of groups) {
    const [shown] = group.toSorted((a, b) => b.weight - a.weight);
    if (shown !== undefined) panels.push(panelOf(shown, group, { direction, before: panels.at(-1) }));
  }
  return { panels };
}

function panelOf(
  beat: Beat,
  group: readonly Beat[],
  { direction, before }: { direction: Data["direction"]; before: Panel | undefined },
): Panel {
  const [shot, other] = SHOTS[beat.kind];
  const narration = beat.units.filter(([, speaker]) => speaker === "");
  const told = SIDES[Math.min(SIDES.length, Math.max(1, beat.figures.length)) - 1] ?? ["middle"];
  const sides = direction === "rtl" ? told : told.toReversed();
  return {
    units: group.flatMap(({ units }) => units.map(([id]) => id)),
    action: beat.action || narration.map(([, , text]) => text).join(""),
    ...{ shot: shot === before?.shot ? other : shot, angle: "level" },
    figures: beat.figures.map((figure, at) => {
      const side = sides[at % sides.length] ?? "middle";
      return {
        ...{ ...figure, side, seen: side.includes("right") ? "front left" : "front right" },
        depth: at < 3 ? "near" : "middle",
      };
    }),
    things: beat.things.map(thingAnswer),
    ...{ ground: beat.ground, light: beat.light, effects: beat.effects, goesOn: false },
    ...{ empty: direction === "rtl" ? "top right" : "top left", weight: beat.weight },
  };
}
