// Removes single changes from a planned change, by the ids of `describeChange`. Pure.
import * as z from "zod";
import { type Cast, CastSchema } from "../manga/cast.ts";
import { type Concept, ConceptSchema } from "../manga/concept.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import { type Panel, PanelSchema, type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import type { ParamsEdit } from "./plan-revision.ts";
import type { PhaseName } from "./step-id.ts";

type Ids = ReadonlySet<string>;

/** A page whose panels may not have frames yet; the layout computes them. */
const PlannedPageSchema = StoryboardPageSchema.extend({
  panels: z.array(PanelSchema.partial({ frame: true })),
});
type PlannedPage = z.infer<typeof PlannedPageSchema>;
type PlannedPanel = PlannedPage["panels"][number];

/** What scenes and pictures are staged in; each is one change of the whole book. */
const STAGED = ["mood", "hour", "weather"] as const;

/**
 * The changed result of a phase, with the earlier values in the changes of those ids. The design of a person is restored by the reviser.
 */
export function leaveOut(phase: PhaseName, { before, after }: Record<"before" | "after", unknown>, ids: Ids) {
  switch (phase) {
    case "concept":
      return inConcept(ConceptSchema.parse(before), ConceptSchema.parse(after), ids);
    case "characters":
      return inCast(CastSchema.parse(before), CastSchema.parse(after), ids);
    case "plot":
      return inPlot(PlotSchema.parse(before), PlotSchema.parse(after), ids);
    case "storyboard":
      return inPage(StoryboardPageSchema.parse(before), PlannedPageSchema.parse(after), ids);
    default:
      return after;
  }
}

/** The parameters without those of the changes of those ids. */
export function leaveOutParams({ ...params }: ParamsEdit, ids: Ids): ParamsEdit {
  for (const name of ["pages", "direction", "genre", "title"] as const) {
    if (ids.has(name)) delete params[name];
  }
  return params;
}

/** A renaming changes texts everywhere: it is left out as a whole. */
export const isOfRenaming = (id: string): boolean => id.startsWith("name.");

/** Removed people are restored to their positions, and added ones are removed again. */
function people<T extends { id: string }>(before: readonly T[], after: readonly T[], ids: Ids): T[] {
  const kept = after.filter(({ id }) => !ids.has(`${id}.added`));
  for (const [at, one] of before.entries()) {
    if (ids.has(`${one.id}.removed`) && !kept.some(({ id }) => id === one.id)) kept.splice(at, 0, one);
  }
  return kept;
}

function inConcept(before: Concept, after: Concept, ids: Ids): Concept {
  const kept: Concept = { ...after, people: people(before.people, after.people, ids) };
  if (ids.has("title")) kept.title = before.title;
  if (ids.has("genre")) kept.genre = before.genre;
  if (ids.has("theme")) kept.themes = before.themes;
  if (ids.has("mood")) kept.mood = before.mood;
  if (ids.has("pages")) kept.pages = before.pages;
  if (after.wanted === undefined) return kept;
  const wanted = { ...after.wanted };
  for (const field of [...STAGED, "place"] as const) {
    if (!ids.has(field)) continue;
    delete wanted[field];
    Object.assign(wanted, before.wanted?.[field] !== undefined && { [field]: before.wanted[field] });
  }
  delete kept.wanted;
  const isAny = before.wanted !== undefined || Object.keys(wanted).length > 0;
  return isAny ? { ...kept, wanted } : kept;
}

function inCast(before: Cast, after: Cast, ids: Ids): Cast {
  const characters = people(before.characters, after.characters, ids).map((one) => {
    if (!ids.has(`${one.id}.portrait`)) return one;
    const { portrait: _own, ...rest } = one;
    const portrait = before.characters.find(({ id }) => id === one.id)?.portrait;
    return { ...rest, ...(portrait && { portrait }) };
  });
  return { ...after, characters };
}

function inPlot(before: Plot, after: Plot, ids: Ids): Plot {
  if (ids.has("scenes")) return before;
  const scenes = after.scenes.map((scene) => {
    const was = before.scenes.find(({ id }) => id === scene.id);
    return was === undefined ? scene : staged(was, scene, ids);
  });
  return {
    ...{ ...after, scenes },
    ...(ids.has("place") && { places: before.places }),
    ...((ids.has("page-order") || ids.has("weights")) && { pages: before.pages }),
  };
}

/** A scene or a picture with its earlier staging, as far as that change is omitted. */
function staged<T extends Pick<Panel["picture"], (typeof STAGED)[number]>>(was: T, is: T, ids: Ids): T {
  const kept = STAGED.filter((field) => ids.has(field)).map((field) => [field, was[field]]);
  return { ...is, ...Object.fromEntries(kept) };
}

function inPage(before: StoryboardPage, after: PlannedPage, ids: Ids): PlannedPage {
  const isLaid = !ids.has(`p${after.number}.layout`);
  const panels = after.panels.map((panel) => {
    const was = before.panels.find(({ id }) => id === panel.id);
    if (was === undefined) return panel;
    const kept = inPanel(was, panel, { ids, id: `p${after.number}.${panel.id}` });
    return isLaid ? kept : { ...kept, frame: was.frame, weight: was.weight };
  });
  return { ...after, panels };
}

function inPanel(was: Panel, is: PlannedPanel, { ids, id }: { ids: Ids; id: string }): PlannedPanel {
  const picture = ids.has(`${id}.picture`) ? was.picture : inPicture(was.picture, is.picture, ids);
  const isKept = (text: { id: string }) => ids.has(`${id}.${text.id}`);
  const texts = is.words.texts.flatMap((text) => {
    if (!isKept(text)) return [text];
    return was.words.texts.filter((old) => old.id === text.id);
  });
  for (const [at, old] of was.words.texts.entries()) {
    if (isKept(old) && !texts.some((text) => text.id === old.id)) texts.splice(at, 0, old);
  }
  const sounds = ids.has(`${id}.sounds`) ? was.words.sounds : is.words.sounds;
  return { ...is, picture, words: { ...is.words, texts, sounds } };
}

function inPicture(was: Panel["picture"], is: Panel["picture"], ids: Ids): Panel["picture"] {
  const kept = staged(was, is, ids);
  const figures = is.figures.filter(({ character }) => !ids.has(`${character}.added`));
  return { ...kept, figures, ...(ids.has("place") && { place: was.place }) };
}
