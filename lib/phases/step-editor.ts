// Parses results that users edited, with the schemas of the phases that make them. Loads each phase on first use.
import * as z from "zod";
import { CastSchema } from "../manga/cast.ts";
import { samplePanels } from "../manga/font-samples.ts";
import { FontSchema } from "../manga/hand-lettering.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { isOwnFontId, linesInFont, ownFontsIn } from "../manga/own-fonts.ts";
import type { Place } from "../manga/place.ts";
import { type Plot, PlotSchema } from "../manga/plot.ts";
import {
  type Panel,
  PanelDraftSchema,
  type StoryboardPage,
  StoryboardPageSchema,
} from "../manga/storyboard.ts";
import { refuseStrangers } from "../pipeline/edit-result.ts";
import { changeFrames, misfitPanels, refitPanels } from "../pipeline/frame-changes.ts";
import { changeLettering } from "../pipeline/letter-changes.ts";
import { changeText, describePanel } from "../pipeline/page-edits.ts";
import type { StepResult } from "../pipeline/phase.ts";
import { type EditContext, EditRefusedError, type StepEditor } from "../pipeline/step-editor.ts";
import type { WorkRef } from "../pipeline/step-kinds.ts";
import { asLetteredAlready } from "./as-lettered.ts";
import { letterBoard } from "./letter-board.ts";
import { fontFiles } from "./own-fonts.ts";
import { storePreview, withFrames } from "./storyboard-page.ts";
import type { MangaTools } from "./tools.ts";

type Read = (output: unknown) => StepResult;

/** Texts and plans can be edited. A picture is drawn again instead, and a page is lettered from its storyboard's words. */
export function mangaStepEditor({
  drafter,
  letterer = drafter,
}: Pick<MangaTools, "drafter"> & {
  /** The drafter of previews of letterings, for which people wait. */
  letterer?: MangaTools["drafter"];
}): StepEditor {
  return {
    async letter(page, { params, marks, getBlob, getFont }) {
      const panels = await asLetteredAlready(page, { params, getBlob });
      if (panels === undefined) throw new EditRefusedError("not-editable", "", REFUSALS.translated);
      const board = { number: page.number, panels, marks };
      const { texts } = await letterBoard(board, { params, getFont, drafter: await letterer() });
      return LetteringPageSchema.shape.texts.parse(texts);
    },
    async letterSamples(sample, { params, getFont }) {
      const own = (params.fonts ?? []).map(({ id }) => id);
      const board = { number: 1, panels: samplePanels(sample, own), marks: new Map() };
      const desk = await letterer();
      const { text, line = text } = sample;
      const fonts = await fontFiles(own, getFont);
      const [{ texts }, missing] = await Promise.all([
        letterBoard(board, { params, getFont, drafter: desk }),
        fonts && desk.missingIn(line, { fonts, language: params.language }),
      ]);
      return LetteringPageSchema.shape.texts.parse(texts).map((one) => {
        const font = FontSchema.parse(one.panel);
        return { font, text: one, ...(isOwnFontId(font) && { missing: missing?.get(font) ?? [] }) };
      });
    },
    readFont: async (file) => (await letterer()).readFont(file),
    async read(ref, output, context) {
      const read = await readerOf(ref);
      if (ref.phase === "storyboard" && ref.of === "page") {
        return read(await redrafted(ref.page, output, { ...context, drafter }));
      }
      const result = read(output);
      refuseStrangers(output, result.output);
      if (ref.phase === "plot") refuseUnknownPlaces(PlotSchema.parse(result.output));
      return result;
    },
    parts: async (ref, output) => (await readerOf(ref))(output).parts,
    changeText,
    describePanel,
    ...{ changeFrames, changeLettering, refitPanels, misfitPanels },
  };
}

async function readerOf(ref: WorkRef): Promise<Read> {
  switch (ref.phase) {
    case "concept":
      return readOf((await import("./1-concept.ts")).concept.steps.book);
    case "characters":
      return readOf(
        ref.of === "book" ? (await import("./2-characters.ts")).characters.steps.book : undefined,
      );
    case "plot":
      return readOf((await import("./3-plot.ts")).plot.steps.book);
    case "storyboard":
      return readOf((await import("./4-storyboard.ts")).storyboard.steps.page);
    case "artwork":
      return readOf(undefined);
    case "lettering":
    case "finish":
      throw new EditRefusedError("not-editable", "", REFUSALS[ref.phase]);
  }
}

function readOf(step: { read?: Read } | undefined): Read {
  if (step?.read === undefined) throw new EditRefusedError("not-editable", "", REFUSALS.picture);
  return step.read;
}

const REFUSALS = {
  picture: "a picture cannot be edited: draw it again, or change its panel in the storyboard",
  lettering: "the lettering is made from the storyboard: change the text there",
  finish: "the bound book is made from its pages: change those",
  translated: "a model translates the words of this page when it is lettered",
};

const UnframedPageSchema = StoryboardPageSchema.extend({
  panels: z.array(PanelDraftSchema.loose()).min(1).max(9),
});

/** The page with a new preview. Lays it out again if a panel has no frame. */
async function redrafted(
  page: number,
  output: unknown,
  { drafter, ...context }: EditContext & Pick<MangaTools, "drafter">,
): Promise<StoryboardPage> {
  const desk = { ...context, drafter: await drafter() };
  const draft = UnframedPageSchema.parse(output);
  if (draft.number !== page) throw new EditRefusedError("invalid-edit", "number", `this is page ${page}`);
  const ids = draft.panels.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) {
    throw new EditRefusedError(
      "invalid-edit",
      `panels.${twice}.id`,
      `two panels have the id ${ids[twice]}; give each its own`,
    );
  }
  const isFramed = draft.panels.every((panel) => "frame" in panel);
  // Repairs of the layout belong to the old frames.
  const { repairs, limits, ...unframed } = draft;
  const whole = StoryboardPageSchema.parse(
    isFramed ? draft : { ...unframed, ...(await withFrames(draft.panels, draft, desk)) },
  );
  refuseStrangers(output, {
    ...whole,
    preview: draft.preview,
    ...(repairs && { repairs }),
    ...(limits && { limits }),
  });
  refuseUnknownFonts(whole.panels, context.params);
  const [cast, plot] = await Promise.all([
    context.output({ phase: "characters", of: "book" }),
    context.output({ phase: "plot", of: "book" }),
  ]);
  const shown = { cast: CastSchema.parse(cast), plot: PlotSchema.parse(plot) };
  for (const [index, { picture }] of whole.panels.entries()) {
    checkPlace(picture.place, { places: shown.plot.places, path: `panels.${index}.picture.place` });
  }
  return { ...whole, preview: await storePreview(whole.panels, whole, { ...desk, ...shown }) };
}

function refuseUnknownFonts(panels: readonly Panel[], { fonts = [] }: EditContext["params"]): void {
  const unknown = ownFontsIn(panels).find((id) => !fonts.some((font) => font.id === id));
  if (unknown === undefined) return;
  const [line = ""] = linesInFont(panels, unknown);
  throw new EditRefusedError("invalid-edit", line, `this book has no font ${unknown}`);
}

function refuseUnknownPlaces({ places, scenes }: Plot): void {
  for (const [index, { place }] of scenes.entries()) {
    checkPlace(place, { places, path: `scenes.${index}.place` });
  }
}

/** A picture's place must exist in the plot. */
function checkPlace(id: string, { places, path }: { places: readonly Place[]; path: string }): void {
  if (places.some((place) => place.id === id)) return;
  throw new EditRefusedError("invalid-edit", path, `this book has no place ${id}`);
}
