// Random intents of a simulated user: any command about any part of the book, whether it exists or not.
import type { ClientSession } from "../client-documents.ts";
import { type Intent, NOTHING } from "./intents.ts";
import { MOST_PAGES, pageIds, panelIds } from "./reference-book.ts";
import type { World } from "./world.ts";

/** Frequent wishes about existing pictures. */
const OF_PICTURES = ["repaint", "repaint", "repaint", "keep", "final"] as const;

/** A random intent based on the state that the user sees; at an open gate sometimes as its answer. */
export function wishOf(world: World, seen: ClientSession): Intent {
  const { chance } = world;
  const kinds = [
    "patch",
    "patch",
    "text",
    "frames",
    "refit",
    "redraw",
    "redraw",
    "repaint",
    "keep",
    "final",
    "params",
    "words",
    "words",
    "restore",
  ] as const;
  // A completed book has pictures.
  const isOfPictures = seen.status === "completed" && chance.happens(0.5);
  const what = isOfPictures ? chance.pick(OF_PICTURES) : chance.pick(kinds);
  const gate = gateOf(world, seen);
  switch (what) {
    case "patch":
      return { ...NOTHING, what, gate: gate && { ...gate, kind: "edit" }, edits: [patchOf(world, seen)] };
    case "text":
      return { ...NOTHING, what, edits: [partOf(world, "words")] };
    case "frames":
      return { ...NOTHING, what, edits: [partOf(world, "words")] };
    case "refit": {
      const described = partOf(world, "picture");
      return { ...NOTHING, what, edits: [described], pointedAt: [pictureStep(described)] };
    }
    case "redraw": {
      const described = partOf(world, "picture");
      const takes = [pictureStep(described)];
      const take = chance.happens(0.2) ? chance.between(0, seen.version + 1) : undefined;
      return { ...NOTHING, what, takes, take, edits: chance.happens(0.4) ? [described] : [] };
    }
    case "repaint": {
      const at = () => chance.between(0, 100) / 100;
      const region = Array.from({ length: chance.between(3, 6) }, (): [number, number] => [at(), at()]);
      const repaint = { instruction: newWords(world), ...(chance.happens(0.7) && { region }) };
      return { ...NOTHING, what, takes: [pictureStep(partOf(world, "picture"))], repaint };
    }
    case "keep":
      return { ...NOTHING, what, takes: [pictureStep(partOf(world, "picture"))], kept: chance.happens(0.8) };
    case "final": {
      const artist = chance.pick(["best@1", "best@2"]);
      return { ...NOTHING, what, final: { artist, ...(chance.happens(0.5) && { slow: true }) } };
    }
    case "params":
      return { ...NOTHING, what, params: paramsOf(world) };
    case "words": {
      const kind = chance.pick(["words", "option"] as const);
      return { ...spoken(world, seen), gate: gate && { ...gate, kind } };
    }
    case "restore":
      return { ...NOTHING, what, version: chance.between(1, seen.version + 1) };
  }
}

/** The open gate at the revision that the user saw, or sometimes at another one. */
export function gateOf(
  { chance, weather }: World,
  { waiting }: ClientSession,
): { phase: NonNullable<Intent["gate"]>["phase"]; revision: number } | undefined {
  if (waiting === undefined || !chance.happens(0.7)) return undefined;
  const { phase, revision } = waiting;
  const isWrong = chance.happens(weather.rates.mistake);
  return { phase, revision: isWrong ? Math.max(1, revision + chance.pick([-1, 1])) : revision };
}

function spoken(world: World, seen: ClientSession): Intent {
  const { chance } = world;
  const step = partOf(world, "picture");
  switch (chance.pick(["cannot", "edits", "takes", "keeps", "keeps", "params"] as const)) {
    case "cannot":
      return { ...NOTHING, cannot: true };
    case "edits":
      return { ...NOTHING, edits: [patchOf(world, seen), step] };
    case "takes": {
      const portraits = world.weather.book.characters.map((person) => `characters/${person}`);
      return { ...NOTHING, takes: [chance.pick([pictureStep(step), ...portraits])] };
    }
    case "keeps":
      return { ...NOTHING, params: paramsOf(world, KEEPABLE), edits: [patchOf(world, seen)], keeps: true };
    case "params":
      return { ...NOTHING, params: paramsOf(world) };
  }
}

const CHANGEABLE = ["pages", "pages", "language", "direction", "seed", "title", "formats"] as const;
/** Without `pages`, because a plot of another length is another plot. */
const KEEPABLE = ["language", "direction", "seed", "title"] as const;

function paramsOf(
  { chance }: World,
  names: readonly (typeof CHANGEABLE)[number][] = CHANGEABLE,
): NonNullable<Intent["params"]> {
  switch (chance.pick(names)) {
    case "pages":
      return { pages: chance.between(1, MOST_PAGES) };
    case "language":
      return { language: chance.pick(["en", "ja"]) };
    case "direction":
      return { direction: chance.pick(["ltr", "rtl"]) };
    case "seed":
      return { seed: chance.between(1, 3) };
    case "title":
      return { title: chance.pick(["Simulated", "Retold"]) };
    case "formats":
      return { formats: ["pdf"] };
  }
}

const newWords = ({ chance }: World) => `by ann ${chance.between(1, 1_000_000)}`;

/** An edit of a text, in part or whole; at a gate mostly of its own phase. */
function patchOf(world: World, { waiting, pages }: ClientSession): Intent["edits"][number] {
  const { chance, weather } = world;
  const page = chance.pick(pageIds(Math.min(pages + 1, MOST_PAGES)));
  const parts: Record<string, readonly string[]> = {
    concept: ["people"],
    characters: weather.book.characters,
    plot: pageIds(Math.max(1, pages)),
    [`storyboard/${page}`]: panelIds(weather.book).flatMap((id) => [`${id}.words`, `${id}.picture`]),
  };
  const phase = waiting !== undefined && chance.happens(0.5) ? waiting.phase : undefined;
  const steps = Object.keys(parts);
  const step =
    steps.find((one) => phase !== undefined && one.startsWith(phase)) ?? chance.pick([...steps, "finish"]);
  const names = parts[step] ?? [];
  const isWhole = names.length === 0 || chance.happens(0.3);
  const words = newWords(world);
  return { step, patch: isWhole ? { made: words } : { parts: { [chance.pick(names)]: words } } };
}

/** Replaces the whole output of a step. */
export function editOf(world: World, step: string): Intent {
  return { ...NOTHING, what: "patch", edits: [{ step, patch: { made: newWords(world) } }] };
}

/** New words or a new picture for a panel. */
function partOf(world: World, part: "words" | "picture"): Intent["edits"][number] {
  const { chance, weather } = world;
  const page = chance.pick(pageIds(MOST_PAGES - 1));
  const panel = chance.pick(panelIds(weather.book));
  return { step: `storyboard/${page}`, patch: { parts: { [`${panel}.${part}`]: newWords(world) } } };
}

/** The picture of the panel that a description is of. */
function pictureStep({ step, patch }: Intent["edits"][number]): string {
  const [name = ""] = Object.keys(patch.parts ?? {});
  return `${step.replace("storyboard", "artwork")}/${name.split(".")[0]}`;
}
