// The table of step kinds: their versions, their parameters, their inputs. No other file defines an edge of the graph.
import type { BoundFormat } from "../manga/export-formats.ts";
import { layoutDirection, storyLanguage } from "../manga/language.ts";
import type { SessionParams } from "./params.ts";
import type { PanelShape } from "./phase.ts";
import { type PhaseName, pageId, type StepRef, stepId } from "./step-id.ts";

/** A step with its id. */
export interface Node {
  id: string;
  ref: WorkRef;
  kind: KindName;
}
export type WorkRef = Exclude<StepRef, { of: "gate" }>;

/** An input from another step: its whole result, or the named part of it. */
interface Need {
  node: Node;
  part?: string;
  /**
   * What counts where the result does not have the part; absent: the whole result, under the part's name. Older results lack parts that
   * there are today. Steps made from them keep their hash: they were made without the part (`nothing`), or from the whole result, which had
   * no parts (`whole`).
   */
  ifMissing?: "nothing" | "whole";
}

/** What the finished steps define of the book: its characters, pages and panels. */
export interface BookShape {
  /** Undefined until the concept is done. */
  characters(): readonly string[] | undefined;
  /** Whether characters, places and the style have sheets, which panels use. */
  sheets: boolean;
  /** Whether the settei sheet is among the book's own files. */
  settei: boolean;
  /** Undefined until the plot is done. */
  pages(): number | undefined;
  /** Places that are seen more than once; undefined until the plot is done. */
  places(): readonly string[] | undefined;
  /** Outfits besides the first ones in known panels, in reading order: `c1.o2`. */
  outfits(): readonly string[];
  /** Undefined until the page's storyboard is done. */
  panels(page: number): readonly PanelShape[] | undefined;
  /** The even pages that share a picture with the page after them. */
  spreads(): readonly number[];
  /** Whether the page's renditions are made by a step of their own; false until the page is lettered. */
  renditionsApart(page: number): boolean;
  /** Whether the cover is made by a step of its own; otherwise `finish` makes it. */
  coverApart: boolean;
  /** Files that a person asked for of the book as it is now. */
  exports(): readonly BoundFormat[];
}

export type KindName =
  | "concept"
  | "characters"
  | "portrait"
  | "outfit"
  | "plate"
  | "place"
  | "plot"
  | "storyboard"
  | "artwork"
  | "lettering"
  | "renditions"
  | "cover"
  | "finish"
  | "export";

interface StepKind {
  /** Increased whenever the phase would give another result for the same input. */
  version: number;
  /** The pool of its slots. */
  pool: "images" | "others";
  /** The session's parameters that the step reads. */
  params(params: SessionParams): Record<string, unknown>;
  /** The inputs of the step; undefined when the step is not, or not yet, part of the book. */
  needs(ref: WorkRef, shape: BookShape): readonly Need[] | undefined;
  /**
   * Steps for which it waits and which it may read, though its result does not depend on them: their changes do not invalidate it. Default:
   * none.
   */
  awaits?(ref: WorkRef, shape: BookShape): readonly Node[];
}

function kindOf(ref: WorkRef): KindName {
  switch (ref.of) {
    case "character":
      return "portrait";
    case "outfit":
    case "plate":
    case "place":
    case "renditions":
    case "cover":
    case "export":
      return ref.of;
    case "book":
    case "page":
    case "panel":
      return ref.phase;
  }
}

export function nodeOf(ref: WorkRef): Node {
  return { id: stepId(ref), ref, kind: kindOf(ref) };
}

const CONCEPT = nodeOf({ phase: "concept", of: "book" });
const CHARACTERS = nodeOf({ phase: "characters", of: "book" });
const PLOT = nodeOf({ phase: "plot", of: "book" });
const COVER = nodeOf({ phase: "lettering", of: "cover" });
const FINISH = nodeOf({ phase: "finish", of: "book" });

/** The style of the book. */
const STYLE: Need = { node: CONCEPT, part: "style", ifMissing: "nothing" };
/** The story's parameters, without the style. */
const STORY: Need = { node: CONCEPT, part: "story", ifMissing: "whole" };

/**
 * The plot's part about one place; or, for an older picture, which is of its scene's place and does not name it, the part of all scenes.
 */
export const placePart = (place: string | undefined): string =>
  place === undefined ? "places" : `places.${place}`;

const portrait = (character: string) => nodeOf({ phase: "characters", of: "character", character });
const storyboard = (page: number) => nodeOf({ phase: "storyboard", of: "page", page });
const lettering = (page: number) => nodeOf({ phase: "lettering", of: "page", page });
const renditions = (page: number) => nodeOf({ phase: "lettering", of: "renditions", page });
const exported = (format: BoundFormat) => nodeOf({ phase: "finish", of: "export", format });
const artwork = (page: number, panel: string) => nodeOf({ phase: "artwork", of: "panel", page, panel });
/** The step of the picture that a panel shows: its own, or that of the panel that it was cut from. */
export const shownArt = (page: number, { id, shows }: Pick<PanelShape, "id" | "shows">) =>
  artwork(page, shows ?? id);
const PLATE = nodeOf({ phase: "artwork", of: "plate" });
const placeSheet = (place: string) => nodeOf({ phase: "artwork", of: "place", place });

/** The step of an outfit that is not a character's first one: of `c1.o2`. */
function outfitSheet(worn: string): Node {
  const [character = "", outfit = ""] = worn.split(".");
  return nodeOf({ phase: "characters", of: "outfit", character, outfit });
}

/** Outfits besides the first ones in known panels, in reading order. */
export function outfitsWorn({ pages, panels }: Pick<BookShape, "pages" | "panels">): string[] {
  const known = pageNumbers(pages() ?? 0).flatMap((page) => panels(page) ?? []);
  return [...new Set(known.flatMap(({ outfits = [] }) => outfits))];
}

/** The reference for a character in a panel: the sheet of the outfit that the character wears in it. */
function sheetIn({ outfits = [] }: PanelShape, character: string): Node {
  const worn = outfits.find((one) => one.startsWith(`${character}.`));
  return worn === undefined ? portrait(character) : outfitSheet(worn);
}

/** The parameters that all pictures read. */
const PICTURE_PARAMS: StepKind["params"] = ({ style, colorMode, seed, models, tier }) => ({
  ...{ style, colorMode, seed, artist: models.artist },
  ...(tier && { tier }),
});

/** Whether the panel has a picture step. */
export const hasOwnArt = ({ shows }: PanelShape): boolean => shows === undefined;

const pageNumbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/**
 * The models as they enter the inputs of steps. Where the reader directs, they have the form from before there were directors, so that
 * sessions from that time keep the inputs of their steps. For the same reason reader and director are called `writer` here.
 */
function namedModels({ models: { reader, director, artist } }: Pick<SessionParams, "models">) {
  return reader === director ? { writer: reader, artist } : { reader, director, artist };
}

export const STEP_KINDS: Record<KindName, StepKind> = {
  concept: {
    version: 1,
    pool: "others",
    params: ({
      storyHash,
      given,
      renames,
      title,
      pages,
      style,
      artDirection,
      genre,
      seed,
      models,
      ...told
    }) => ({
      ...{
        storyHash,
        given,
        renames,
        title,
        pages,
        language: storyLanguage(told),
        style,
        artDirection,
        genre,
        seed,
      },
      writer: models.reader,
    }),
    needs: () => [],
  },
  characters: {
    version: 1,
    pool: "others",
    params: ({ storyHash, given, renames, portraits, style, seed, models, ...told }) => ({
      ...{ storyHash, given, renames, portraits, language: storyLanguage(told), style, seed },
      writer: models.reader,
    }),
    needs: () => [STORY],
  },
  portrait: {
    version: 1,
    pool: "images",
    params: PICTURE_PARAMS,
    needs: (ref, shape) =>
      ref.of === "character" && shape.characters()?.includes(ref.character)
        ? [{ node: CHARACTERS, part: ref.character }, STYLE]
        : undefined,
    awaits: (_ref, { sheets }) => (sheets ? [PLATE] : []),
  },
  outfit: {
    version: 1,
    pool: "images",
    params: PICTURE_PARAMS,
    // The same character in other clothes: drawn with the first sheet as reference.
    needs: (ref, shape) =>
      ref.of === "outfit" && shape.sheets && shape.outfits().includes(`${ref.character}.${ref.outfit}`)
        ? [{ node: CHARACTERS, part: ref.character }, STYLE, { node: portrait(ref.character) }]
        : undefined,
    awaits: () => [PLATE],
  },
  plate: {
    version: 1,
    pool: "images",
    params: PICTURE_PARAMS,
    needs: (_ref, { sheets }) => (sheets ? [STYLE] : undefined),
  },
  place: {
    version: 1,
    pool: "images",
    params: PICTURE_PARAMS,
    needs: (ref, shape) =>
      ref.of === "place" && shape.sheets && shape.places()?.includes(ref.place)
        ? [{ node: PLOT, part: placePart(ref.place) }, STYLE]
        : undefined,
    awaits: () => [PLATE],
  },
  plot: {
    version: 2,
    pool: "others",
    params: ({ storyHash, given, renames, pages, seed, models, ...told }) => ({
      ...{
        storyHash,
        given,
        renames,
        pages,
        language: storyLanguage(told),
        direction: layoutDirection(told),
        seed,
      },
      writer: models.reader,
    }),
    needs: () => [STORY],
  },
  storyboard: {
    version: 2,
    pool: "others",
    params: ({ renames, style, seed, models, ...told }) => ({
      ...{ renames, language: storyLanguage(told), direction: layoutDirection(told), style, seed },
      writer: models.director,
    }),
    needs: (ref, shape) =>
      ref.of === "page" && ref.page <= (shape.pages() ?? 0)
        ? [{ node: PLOT, part: pageId(ref.page) }, { node: CHARACTERS }, { node: CONCEPT, part: "people" }]
        : undefined,
  },
  artwork: {
    version: 1,
    pool: "images",
    params: (told) => ({
      ...PICTURE_PARAMS(told),
      // Print needs more pixels from a model that offers sizes.
      ...(told.sheets && told.formats.includes("print-pdf") && { print: true }),
    }),
    needs: (ref, shape) => {
      if (ref.of !== "panel" || ref.page > (shape.pages() ?? 0)) return undefined;
      const panel = shape.panels(ref.page)?.find(({ id }) => id === ref.panel);
      if (panel === undefined || panel.shows !== undefined) return undefined;
      const cast = panel.characters.filter((character) => shape.characters()?.includes(character));
      return [
        { node: storyboard(ref.page), part: `${panel.id}.picture` },
        { node: PLOT, part: placePart(panel.place), ifMissing: "nothing" },
        STYLE,
        ...cast.map((character) => ({ node: CHARACTERS, part: character })),
        ...cast.map((character) => ({
          node: shape.sheets ? sheetIn(panel, character) : portrait(character),
        })),
      ];
    },
    awaits: (ref, shape) => {
      if (ref.of !== "panel" || !shape.sheets) return [];
      const place = shape.panels(ref.page)?.find(({ id }) => id === ref.panel)?.place;
      const isDrawn = place !== undefined && shape.places()?.includes(place);
      return isDrawn ? [PLATE, placeSheet(place)] : [PLATE];
    },
  },
  lettering: {
    version: 2,
    pool: "others",
    // The last page names the models, and hand-drawn shapes vary with the seed.
    params: (told) => {
      const { language, direction, layoutDirection, lines, letterStyles, dropPunctuation } = told;
      const { style, colorMode, seed, tier } = told;
      const models = namedModels(told);
      return {
        language,
        direction,
        layoutDirection,
        lines,
        letterStyles,
        dropPunctuation,
        style,
        colorMode,
        seed,
        models,
        tier,
      };
    },
    needs: (ref, shape) => (ref.of === "page" ? letteredOf(ref.page, shape) : undefined),
  },
  renditions: {
    version: 1,
    pool: "others",
    // The data that the column letters again, and the files' metadata. Words that a person supplied are in the lettering.
    params: (told) => {
      const { language, direction, dropPunctuation, colorMode, seed, tier } = told;
      return { language, direction, dropPunctuation, colorMode, seed, models: namedModels(told), tier };
    },
    needs: (ref, shape) => {
      if (ref.of !== "renditions" || !shape.renditionsApart(ref.page)) return undefined;
      const lettered = letteredOf(ref.page, shape);
      return lettered && [{ node: lettering(ref.page) }, ...lettered];
    },
  },
  cover: {
    version: 1,
    pool: "others",
    // The title's language, the frames that a book in another direction mirrors, and the credit.
    params: (told) => {
      const { language, direction, colorMode, tier } = told;
      return {
        ...{ language, direction, layoutDirection: layoutDirection(told), colorMode },
        ...{ models: namedModels(told), tier },
      };
    },
    // The words of panels are not on the cover, so it waits for no lettering.
    needs: (_ref, shape) => {
      if (!shape.coverApart) return undefined;
      const perPage = eachPage(shape, (page, art) => [{ node: storyboard(page) }, ...art]);
      return perPage && [{ node: CONCEPT }, { node: CHARACTERS }, { node: PLOT }, ...perPage];
    },
  },
  finish: {
    version: 3,
    pool: "others",
    params: ({
      storyHash,
      renames,
      title,
      language,
      direction,
      letterStyles,
      fonts,
      style,
      colorMode,
      seed,
      models,
      formats,
      filesOnDemand,
      experimental,
      tier,
    }) => ({
      ...{ storyHash, renames, title, language, direction, letterStyles, fonts },
      ...{ style, colorMode, seed, formats },
      models: namedModels({ models }),
      ...(filesOnDemand && { filesOnDemand }),
      experimental,
      ...(tier && { tier }),
    }),
    // The book holds each panel's data and its artwork's hash, so it reads those steps, too.
    needs: (_ref, shape) => {
      const perPage = eachPage(shape, (page, art) => {
        const shown = shape.renditionsApart(page) ? [{ node: renditions(page) }] : [];
        return [{ node: storyboard(page) }, ...art, { node: lettering(page) }, ...shown];
      });
      const cover = shape.coverApart ? [{ node: COVER }] : [];
      return perPage && [{ node: CONCEPT }, { node: CHARACTERS }, { node: PLOT }, ...perPage, ...cover];
    },
    // The book lists them; another sheet of a place does not bind a book again.
    awaits: (_ref, shape) => (shape.sheets || shape.settei ? sheetsOf(shape) : []),
  },
  export: {
    version: 1,
    pool: "others",
    // The format is in the step's id; all other inputs are in the book.
    params: ({ experimental }) => ({ experimental }),
    needs: () => [{ node: FINISH }],
    // A settei sheet of a book that lists no pictures shows the valid ones.
    awaits: (ref, shape) => (ref.of === "export" && ref.format === "sheets" ? sheetsOf(shape) : []),
  },
};

/** The inputs of a step that reads every page, with the pictures of each page's panels. Undefined until all panels are known. */
function eachPage(
  shape: BookShape,
  needsOf: (page: number, art: readonly Need[]) => readonly Need[],
): Need[] | undefined {
  const pages = shape.pages();
  if (pages === undefined) return undefined;
  const needs: Need[] = [];
  for (const page of pageNumbers(pages)) {
    const panels = shape.panels(page);
    if (panels === undefined) return undefined;
    const art = panels.filter(hasOwnArt).map(({ id }) => ({ node: artwork(page, id) }));
    needs.push(...needsOf(page, art));
  }
  return needs;
}

/** The inputs of a page's lettering: its panels' words and pictures, and what continues from the page before. */
function letteredOf(page: number, shape: BookShape): Need[] | undefined {
  if (page > (shape.pages() ?? 0)) return undefined;
  const panels = shape.panels(page);
  const carried = carriedOnto(page, shape);
  if (panels === undefined || carried === undefined) return undefined;
  const own = panels.flatMap((panel) => [
    { node: storyboard(page), part: `${panel.id}.words` },
    { node: shownArt(page, panel) },
  ]);
  return [...own, ...carried];
}

/** What a page reads of the one before it, where both share a picture: its position, and the picture. Undefined while that is not known. */
function carriedOnto(page: number, shape: BookShape): Need[] | undefined {
  const first = page - 1;
  if (!shape.spreads().includes(first)) return [];
  const panels = shape.panels(first);
  if (panels === undefined) return undefined;
  const crossing = panels.filter(({ crosses }) => crosses).map(({ id }) => ({ node: artwork(first, id) }));
  return [{ node: storyboard(first), part: "spread" }, ...crossing];
}

/** The pictures of characters, places and style, in the order of a settei sheet: sheets, or portraits in a book without sheets. */
export const sheetsOf = (shape: BookShape): Node[] => [
  ...(shape.characters() ?? []).map(portrait),
  ...sheetsOfPhase("characters", shape),
  ...sheetsOfPhase("artwork", shape),
];

/**
 * Sheets that a phase draws besides the steps of its review: outfits that storyboards need, the style and places. They are in no review's
 * hash, because they may be made after the review, and another sheet of a place changes no panel.
 */
export function sheetsOfPhase(phase: PhaseName, shape: BookShape): Node[] {
  if (!shape.sheets) return [];
  if (phase === "characters") return shape.outfits().map(outfitSheet);
  if (phase !== "artwork" || shape.characters() === undefined) return [];
  return [PLATE, ...(shape.places() ?? []).map(placeSheet)];
}

/** All steps of a phase, as far as they are known, in the order in which they begin. */
export function knownSteps(phase: PhaseName, shape: BookShape): Node[] {
  const { nodes } = stepsOfPhase(phase, shape);
  const sheets = sheetsOfPhase(phase, shape);
  if (phase === "lettering") return [...nodes, ...renditionsOf(shape), ...(shape.coverApart ? [COVER] : [])];
  return phase === "artwork" ? [...sheets, ...nodes] : [...nodes, ...sheets];
}

/** Steps of lettered pages that are in no review, because they follow from the pages. The book is bound with them. */
function renditionsOf(shape: BookShape): Node[] {
  return pageNumbers(shape.pages() ?? 0)
    .filter(shape.renditionsApart)
    .map(renditions);
}

/** The steps of a phase's review, as far as they are known, in reading order, and whether these are all. */
export function stepsOfPhase(phase: PhaseName, shape: BookShape): { nodes: Node[]; complete: boolean } {
  switch (phase) {
    case "concept":
      return { nodes: [CONCEPT], complete: true };
    case "plot":
      return { nodes: [PLOT], complete: true };
    case "finish":
      return { nodes: [FINISH, ...shape.exports().map(exported)], complete: true };
    case "characters": {
      const characters = shape.characters();
      return { nodes: [CHARACTERS, ...(characters ?? []).map(portrait)], complete: characters !== undefined };
    }
    case "storyboard":
    case "lettering": {
      const pages = shape.pages();
      const nodes = pageNumbers(pages ?? 0).map(phase === "storyboard" ? storyboard : lettering);
      return { nodes, complete: pages !== undefined };
    }
    case "artwork": {
      const pages = shape.pages();
      const known = pageNumbers(pages ?? 0).map((page) =>
        shape
          .panels(page)
          ?.filter(hasOwnArt)
          .map(({ id }) => artwork(page, id)),
      );
      const nodes = known.flatMap((panels) => panels ?? []);
      return { nodes, complete: pages !== undefined && !known.includes(undefined) };
    }
  }
}
