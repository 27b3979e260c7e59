// Types of the documents that listeners receive and the API returns, imported as types only from the service. Documents of earlier versions
// are read leniently: a field with another format is left out.
import type { ListedPage } from "../../lib/api/result-routes.ts";
import type { Character, Outfit } from "../../lib/manga/cast.ts";
import type { Concept } from "../../lib/manga/concept.ts";
import type { ExportFormat } from "../../lib/manga/export-formats.ts";
import type { LetteredText } from "../../lib/manga/lettering.ts";
import type { Acting, Held, Thing } from "../../lib/manga/moment.ts";
import type { Place } from "../../lib/manga/place.ts";
import type { Beat, Plot, PlotPage } from "../../lib/manga/plot.ts";
import type { Figure, Frame, Panel, StoryboardPage, Word } from "../../lib/manga/storyboard.ts";
import type { Style } from "../../lib/manga/style.ts";
import type { Tier } from "../../lib/manga/tier.ts";
import type { VocabularyField } from "../../lib/models/vocabulary.ts";
import type {
  ClientPage,
  ClientPhase,
  ClientSession,
  OwnedSession,
  StepProgress,
} from "../../lib/pipeline/client-documents.ts";
import type { PhaseName } from "../../lib/pipeline/step-id.ts";

export type {
  Acting,
  Beat,
  Character,
  ClientPage,
  ClientPhase,
  ClientSession,
  Concept,
  ExportFormat,
  Figure,
  Frame,
  Held,
  LetteredText,
  ListedPage,
  Outfit,
  OwnedSession,
  Panel,
  PhaseName,
  Place,
  Plot,
  PlotPage,
  StepProgress,
  StoryboardPage,
  Style,
  Thing,
  Tier,
  VocabularyField,
  Word,
};

/** `GET /vocabulary`: words that the offline artist draws literally, by field, and the fields that it does not read. */
export interface Vocabulary {
  fields: Partial<Record<VocabularyField, readonly string[]>>;
  unread?: readonly VocabularyField[];
}

/** `POST /vocabulary`: how the offline artist draws a word. `as` of `nearest` has its article. */
export interface WordRendering {
  field: VocabularyField;
  word: string;
  /** The thing that the word describes, or the kind of its wearer. */
  of?: string;
  rendering: "as-told" | "nearest" | "left-out";
  as?: string;
}

/** `GET /capabilities`, the part that the studio uses. `presets`: those of `styles` that are described in words. */
export interface Capabilities {
  models: {
    name: string;
    available: boolean;
    /** What this service lacks for the models. */
    missing?: string[];
    /** With `auto`: where a story is sent. */
    notices?: string[];
    /** The price tiers of the pictures, and whether there is a half-price mode. */
    tiers?: Tier[];
    slow?: boolean;
  }[];
  styles: string[];
  presets?: Style[];
}

/** Whether the offline artist draws the session's pictures, directly or as the simulated model. */
export const isDrawnOffline = ({ params }: Pick<ClientSession, "params">): boolean =>
  PROGRAM.test(params.models.artist);

/** Whether the offline reader reads the session's story. */
export const isReadOffline = ({ params }: Pick<ClientSession, "params">): boolean =>
  PROGRAM.test(params.models.reader);

const PROGRAM = /^(?:offline|simulated)\b/u;

/** Whether a person's picture is a sheet of four views. An uploaded picture is not, nor is a portrait of a book without sheets. */
export const hasSheet = (
  { portrait }: Pick<Character, "portrait">,
  params: Pick<ClientSession["params"], "sheets"> | undefined,
): boolean => params?.sheets === true && portrait === undefined;

export const PHASES = [
  "concept",
  "characters",
  "plot",
  "storyboard",
  "artwork",
  "lettering",
  "finish",
] as const satisfies readonly PhaseName[];

/** Size of the trimmed page in units of 0.1 mm, as in `lib/manga/geometry.ts`. */
export const PAPER = { width: 1820, height: 2570 };

export const ENDED: readonly string[] = ["completed", "failed", "cancelled"];

/** Whether the session runs to make a file of its finished book, which does not change. */
export function isMakingFile({ status, exports = {} }: Pick<ClientSession, "status" | "exports">): boolean {
  return !ENDED.includes(status) && Object.values(exports).some(({ state }) => state === "running");
}

export interface Picture {
  hash: string;
  url: string;
}

/** A picture with its renditions for screens, the smallest first. */
export interface Pictured {
  image?: Picture | undefined;
  renditions?: readonly (Picture & { widthPx: number })[] | undefined;
}

/** A rendition suffices while it has at least this share of the screen's pixels; the same value as in the reader. */
const SHORT = 0.75;

/** The smallest rendition that is sharp at a width in device pixels, else the largest. */
function sharpAt<R extends { widthPx: number }>(
  renditions: readonly R[] | undefined,
  px: number,
): R | undefined {
  return renditions?.find(({ widthPx }) => widthPx >= px * SHORT) ?? renditions?.at(-1);
}

/** URL of the smallest picture that is sharp at a width in device pixels: a rendition, or the PNG if there are none. */
export const sharpUrl = ({ image, renditions }: Pictured, px: number): string | undefined =>
  (sharpAt(renditions, px) ?? image)?.url;

type Shown = Pick<ClientPage, "image" | "renditions" | "rendering">;

/**
 * Hashes of the pictures that can show a page, the sharpest first. While its renditions are made, the stored ones are of the earlier
 * picture, which is shown until a newer one can be.
 */
export function viewsOf({ image, renditions = [], rendering }: Shown): string[] {
  const sharpest = renditions.map((one) => one.image).reverse();
  const views = rendering ? [image, ...sharpest] : [...sharpest, image];
  return views.filter((hash) => hash !== undefined);
}

/**
 * Hashes of the pictures that show a page at a width in device pixels. For a lettered page: its own picture, and pictures that continue
 * across the fold. For another page, or one whose panels are edited (`open`): its rough and its panels. While its renditions are made
 * (`rendering`), a single page is shown as PNG, but a list keeps the earlier picture or the rough with the panels, because PNGs are six
 * times as large. If the renditions are never made (`isEnded`), the list shows the PNG too.
 */
export function picturesOf(
  page: ClientPage,
  { px, open, isEnded = false }: { px: number; open?: number | undefined; isEnded?: boolean },
): string[] {
  const isAwaited = page.rendering === true && open === undefined && !isEnded;
  const image = isAwaited ? undefined : page.image;
  const view = (page.rendering && !isAwaited ? undefined : sharpAt(page.renditions, px)?.image) ?? image;
  const isWhole = page.state === "done" && view !== undefined && page.number !== open;
  const panels = page.panels.filter(({ frame }) => !isWhole || frame?.crosses);
  const toChoose =
    page.number === open
      ? page.panels.flatMap(({ choice, progress }) => [...(choice?.images ?? []), ...(progress?.made ?? [])])
      : [];
  const shown = [view, ...(isWhole ? [] : [page.preview]), ...panels.map(({ image }) => image), ...toChoose];
  return shown.filter((hash) => hash !== undefined);
}

export interface PhaseResult {
  phase: number;
  name: PhaseName;
  output?: unknown;
  /** Hash of the output. */
  hash?: string;
  preview: Record<string, Picture>;
}

export interface StoryEstimate {
  characters: number;
  language: "ja" | "en";
  pages: number;
  /** Pages that the story needs, whatever number was requested. Absent: the service is of an earlier version. */
  neededPages?: number;
  seconds: number;
  priceMicros: number;
  /** A limit that suffices to finish the book. */
  enoughMicros: number;
  /** A warning that the service's limit is lower. */
  warning?: string;
  /** With `auto`: where the story is sent. */
  notices?: string[];
  lines: number;
  people: { name: string; kind: string }[];
  places: { kind: string; name: string }[];
  /** Length of the beginning in which people and places were looked for, in characters. */
  readCharacters: number;
}

/** Price and time of every set of models for one story. */
export interface ComparedModels {
  models: {
    name: string;
    /** Absent for models that cannot make this book; `reason` says why. */
    estimate?: { pages: number; seconds: number; priceMicros: number };
    reason?: string;
    readsAt?: "here" | "own" | "vendor";
    drawsAt?: "here" | "own" | "vendor";
    cannot: ("translate" | "strips" | "references" | "follow-words")[];
  }[];
}

export interface Version {
  number: number;
  what:
    | "start"
    | "edit"
    | "redraw"
    | "final"
    | "params"
    | "words"
    | "option"
    | "restore"
    | "redrive"
    | "reletter"
    | "swap"
    | "lettering"
    | "pages"
    | "fonts"
    | "rename"
    | "frames"
    | "refit";
  step?: string;
  of?: number;
  at: string;
  complete: boolean;
  current: boolean;
}

/** Whether a document has the format with open words. For earlier ones the studio requests the upgraded result from the API. */
export const isOpenForm = ({ schemaVersion }: { schemaVersion: number }): boolean => schemaVersion >= 2;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The value with only those fields that are text, and with empty lists for missing ones. */
function withWords(
  value: Record<string, unknown>,
  { texts, lists }: { texts: readonly string[]; lists: readonly string[] },
): Record<string, unknown> {
  const others = Object.entries(value).filter(
    ([name, one]) => !texts.includes(name) || typeof one === "string",
  );
  return {
    ...Object.fromEntries(others),
    ...Object.fromEntries(lists.map((name) => [name, listIn(value[name])])),
  };
}

const LOOK = {
  texts: ["kind", "age", "sex", "face", "eyes", "hair", "beard", "build", "height", "constant"],
  lists: ["marks", "accessories", "outfits"],
};

/** The people of a phase's output; empty if there is no cast yet. */
export function charactersIn(output: unknown): Character[] {
  const people = listIn(isRecord(output) ? output.characters : undefined).filter(isRecord);
  return people.map((person) => {
    const { sex = person.gender ?? "unknown" } = person;
    return { ...withWords(person, LOOK), sex } as unknown as Character;
  });
}

/** The places of a plot; empty for a plot of the format without places. */
export const placesIn = (output: unknown): Place[] =>
  listIn(isRecord(output) ? output.places : undefined)
    .filter(isRecord)
    .map((place) => withWords(place, { texts: [], lists: ["landmarks"] }) as unknown as Place);

/** The scenes of a plot, each with the id of its place; undefined where the document does not hold the plot. */
export const scenesIn = (output: unknown): { id: string; place: string }[] | undefined =>
  isRecord(output) && Array.isArray(output.scenes)
    ? output.scenes.filter(isRecord).map(({ id, place }) => ({ id: String(id), place: String(place) }))
    : undefined;

/** The pages of a plot; missing lists of beats are empty. */
export const plotPagesIn = (output: unknown): PlotPage[] =>
  listIn(isRecord(output) ? output.pages : undefined)
    .filter(isRecord)
    .map(
      (page) => ({ ...page, beats: listIn(page.beats).filter(isRecord).map(beatIn) }) as unknown as PlotPage,
    );

const beatIn = (beat: Record<string, unknown>) =>
  withWords(beat, { texts: [], lists: ["figures", "things", "effects", "lines"] });

/** Horizontal place of a person in a panel, from 0 (left) to 1. Earlier documents call it `at`. */
export function sideIn(person: { side?: number; at?: number }): number {
  return person.side ?? person.at ?? 0.5;
}
