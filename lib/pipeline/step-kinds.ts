// The table of step kinds: their versions, the parameters they read, what they need. The only place where an edge is written.
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

/** A step that another one reads, all of it or the named part alone. */
interface Need {
  node: Node;
  part?: string;
  /**
   * What counts where the result does not have the part; absent: all of the result, under the part's name. Results of before do not have
   * every part of today, and what was made of them then keeps its hash: it was made without the part (`nothing`), or of all of the
   * result, which had no parts (`whole`).
   */
  ifMissing?: "nothing" | "whole";
}

/** What the finished steps say about the book: which people, pages and panels there are. */
export interface BookShape {
  /** Undefined until the concept is done. */
  characters(): readonly string[] | undefined;
  /** Whether people, places and the style have sheets, which panels carry. */
  sheets: boolean;
  /** Whether the settei sheet is among the book's own files. */
  settei: boolean;
  /** Undefined until the plot is done. */
  pages(): number | undefined;
  /** Places that are seen more than once; undefined until the plot is done. */
  places(): readonly string[] | undefined;
  /** Outfits besides the first ones that known panels wear, in reading order: `c1.o2`. */
  outfits(): readonly string[];
  /** Undefined until the page's storyboard is done. */
  panels(page: number): readonly PanelShape[] | undefined;
  /** The even pages that share a picture with the page after them. */
  spreads(): readonly number[];
  /** Whether a step of its own makes the renditions of the page as it is lettered; false until it is. */
  renditionsApart(page: number): boolean;
  /** Files that somebody asked for of the book as it is now. */
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
  | "finish"
  | "export";

interface StepKind {
  /** Raised whenever the phase would give another result for the same input. */
  version: number;
  /** What it draws slots from. */
  pool: "images" | "others";
  /** What of the session's parameters the step reads. */
  params(params: SessionParams): Record<string, unknown>;
  /** What the step reads; undefined when the step is not, or not yet, part of the book. */
  needs(ref: WorkRef, shape: BookShape): readonly Need[] | undefined;
  /**
   * Steps that it waits for and may look at, though its result does not depend on them: a changed one makes nothing undone. Default: none.
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
const FINISH = nodeOf({ phase: "finish", of: "book" });

/** How the book is to look. */
const STYLE: Need = { node: CONCEPT, part: "style", ifMissing: "nothing" };
/** What the story is, apart from how the book is to look. */
const STORY: Need = { node: CONCEPT, part: "story", ifMissing: "whole" };

/** The plot's part that is one place, or those of all scenes for a picture of before, which is at its scene's and does not say which. */
export const placePart = (place: string | undefined): string =>
  place === undefined ? "places" : `places.${place}`;

const portrait = (character: string) => nodeOf({ phase: "characters", of: "character", character });
const storyboard = (page: number) => nodeOf({ phase: "storyboard", of: "page", page });
const lettering = (page: number) => nodeOf({ phase: "lettering", of: "page", page });
const renditions = (page: number) => nodeOf({ phase: "lettering", of: "renditions", page });
const exported = (format: BoundFormat) => nodeOf({ phase: "finish", of: "export", format });
const artwork = (page: number, panel: string) => nodeOf({ phase: "artwork", of: "panel", page, panel });
const PLATE = nodeOf({ phase: "artwork", of: "plate" });
const placeSheet = (place: string) => nodeOf({ phase: "artwork", of: "place", place });

/** The step of an outfit that is not somebody's first: of `c1.o2`. */
function outfitSheet(worn: string): Node {
  const [character = "", outfit = ""] = worn.split(".");
  return nodeOf({ phase: "characters", of: "outfit", character, outfit });
}

/** Outfits besides the first ones that the known panels wear, in reading order. */
export function outfitsWorn({ pages, panels }: Pick<BookShape, "pages" | "panels">): string[] {
  const known = pageNumbers(pages() ?? 0).flatMap((page) => panels(page) ?? []);
  return [...new Set(known.flatMap(({ outfits = [] }) => outfits))];
}

/** What a person's picture in a panel is made after: the sheet of the outfit that they wear in it. */
function sheetIn({ outfits = [] }: PanelShape, character: string): Node {
  const worn = outfits.find((one) => one.startsWith(`${character}.`));
  return worn === undefined ? portrait(character) : outfitSheet(worn);
}

/** What of the parameters all pictures read. */
const PICTURE_PARAMS: StepKind["params"] = ({ style, colorMode, seed, models, tier }) => ({
  ...{ style, colorMode, seed, artist: models.artist },
  ...(tier && { tier }),
});

const pageNumbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/**
 * The models as the inputs of steps name them: in the form of before there were directors where the reader directs, so that sessions of
 * then keep the inputs of their steps. For the same reason the inputs name reader and director `writer`.
 */
function namedModels({ models: { reader, director, artist } }: Pick<SessionParams, "models">) {
  return reader === director ? { writer: reader, artist } : { reader, director, artist };
}

export const STEP_KINDS: Record<KindName, StepKind> = {
  concept: {
    version: 1,
    pool: "others",
    params: ({ storyHash, renames, title, pages, style, artDirection, genre, seed, models, ...told }) => ({
      ...{
        storyHash,
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
    params: ({ storyHash, renames, portraits, style, seed, models, ...told }) => ({
      ...{ storyHash, renames, portraits, language: storyLanguage(told), style, seed },
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
    // The same person in other clothes: it is made after the first sheet.
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
    params: ({ storyHash, renames, pages, seed, models, ...told }) => ({
      ...{ storyHash, renames, pages, language: storyLanguage(told), direction: layoutDirection(told), seed },
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
      // Print wants more pixels of a model that can be asked for them.
      ...(told.sheets && told.formats.includes("print-pdf") && { print: true }),
    }),
    needs: (ref, shape) => {
      if (ref.of !== "panel" || ref.page > (shape.pages() ?? 0)) return undefined;
      const panel = shape.panels(ref.page)?.find(({ id }) => id === ref.panel);
      if (panel === undefined) return undefined;
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
    // The last page names the models, and hand-drawn shapes vary by the seed.
    params: (told) => {
      const { language, direction, layoutDirection, lines, dropPunctuation } = told;
      const { style, colorMode, seed, tier } = told;
      const models = namedModels(told);
      return {
        language,
        direction,
        layoutDirection,
        lines,
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
    // What the column letters anew, and what the files' metadata say. Words that somebody gave are in the lettering.
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
  finish: {
    version: 3,
    pool: "others",
    params: ({
      storyHash,
      renames,
      title,
      language,
      direction,
      style,
      colorMode,
      seed,
      models,
      formats,
      experimental,
      tier,
    }) => ({
      ...{ storyHash, renames, title, language, direction, style, colorMode, seed, formats },
      models: namedModels({ models }),
      experimental,
      ...(tier && { tier }),
    }),
    // The book holds every panel's data and the hash of its artwork, so it reads those steps too.
    needs: (_ref, shape) => {
      const pages = shape.pages();
      if (pages === undefined) return undefined;
      const perPage = pageNumbers(pages).map((page) => {
        const panels = shape.panels(page);
        if (panels === undefined) return undefined;
        const art = panels.map(({ id }) => ({ node: artwork(page, id) }));
        const shown = shape.renditionsApart(page) ? [{ node: renditions(page) }] : [];
        return [{ node: storyboard(page) }, ...art, { node: lettering(page) }, ...shown];
      });
      const whole = perPage.filter((needs) => needs !== undefined);
      if (whole.length < pages) return undefined;
      return [{ node: CONCEPT }, { node: CHARACTERS }, { node: PLOT }, ...whole.flat()];
    },
    // The book lists them; another sheet of a place binds no book anew.
    awaits: (_ref, shape) => (shape.sheets || shape.settei ? sheetsOf(shape) : []),
  },
  export: {
    version: 1,
    pool: "others",
    // The format is in the step's id, and all else in the book.
    params: ({ experimental }) => ({ experimental }),
    needs: () => [{ node: FINISH }],
    // A settei sheet of a book that lists no pictures shows those that stand.
    awaits: (ref, shape) => (ref.of === "export" && ref.format === "sheets" ? sheetsOf(shape) : []),
  },
};

/** What a page is lettered from: its panels' words and pictures, and what it carries of the page before. */
function letteredOf(page: number, shape: BookShape): Need[] | undefined {
  if (page > (shape.pages() ?? 0)) return undefined;
  const panels = shape.panels(page);
  const carried = carriedOnto(page, shape);
  if (panels === undefined || carried === undefined) return undefined;
  const own = panels.flatMap(({ id }) => [
    { node: storyboard(page), part: `${id}.words` },
    { node: artwork(page, id) },
  ]);
  return [...own, ...carried];
}

/** What a page reads of the one before it, where both share a picture: where it lies, and the picture. Undefined while that is not known. */
function carriedOnto(page: number, shape: BookShape): Need[] | undefined {
  const first = page - 1;
  if (!shape.spreads().includes(first)) return [];
  const panels = shape.panels(first);
  if (panels === undefined) return undefined;
  const crossing = panels.filter(({ crosses }) => crosses).map(({ id }) => ({ node: artwork(first, id) }));
  return [{ node: storyboard(first), part: "spread" }, ...crossing];
}

/** What people, places and the style look like, in the order in which a settei sheet shows it: sheets, or the portraits of a book without. */
export const sheetsOf = (shape: BookShape): Node[] => [
  ...(shape.characters() ?? []).map(portrait),
  ...sheetsOfPhase("characters", shape),
  ...sheetsOfPhase("artwork", shape),
];

/**
 * Sheets that a phase draws besides the steps that its review is about: outfits that storyboards ask for, the style and places. They are
 * in no review's hash, because they come to be when the review may be over, and another one of a place changes no panel.
 */
export function sheetsOfPhase(phase: PhaseName, shape: BookShape): Node[] {
  if (!shape.sheets) return [];
  if (phase === "characters") return shape.outfits().map(outfitSheet);
  if (phase !== "artwork" || shape.characters() === undefined) return [];
  return [PLATE, ...(shape.places() ?? []).map(placeSheet)];
}

/** All that a phase does, as far as it is known, in the order in which it is begun. */
export function knownSteps(phase: PhaseName, shape: BookShape): Node[] {
  const { nodes } = stepsOfPhase(phase, shape);
  const sheets = sheetsOfPhase(phase, shape);
  if (phase === "lettering") return [...nodes, ...renditionsOf(shape)];
  return phase === "artwork" ? [...sheets, ...nodes] : [...nodes, ...sheets];
}

/** Of the pages that are lettered. No review is about them: they follow from the pages. The book is bound with them. */
function renditionsOf(shape: BookShape): Node[] {
  return pageNumbers(shape.pages() ?? 0)
    .filter(shape.renditionsApart)
    .map(renditions);
}

/** The steps that a phase's review is about, as far as they are known, in reading order, and whether these are all. */
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
        shape.panels(page)?.map(({ id }) => artwork(page, id)),
      );
      const nodes = known.flatMap((panels) => panels ?? []);
      return { nodes, complete: pages !== undefined && !known.includes(undefined) };
    }
  }
}
