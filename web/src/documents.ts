// What listeners see and the API answers, by the schemas of the service itself: types alone, nothing of it is loaded. What a service of
// before projected is read leniently: a field that was not words then is left out.
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

/** `GET /vocabulary`: words that the offline artist draws as told, by field. */
export interface Vocabulary {
  fields: Partial<Record<VocabularyField, readonly string[]>>;
}

/** `POST /vocabulary`: what the offline artist makes of a word; `as`, of `nearest` alone, has its article. */
export interface WordRendering {
  field: VocabularyField;
  word: string;
  rendering: "as-told" | "nearest" | "left-out";
  as?: string;
}

/** `GET /capabilities`, as far as the studio reads it. `presets` are the styles among `styles` in words that any artist reads. */
export interface Capabilities {
  models: {
    name: string;
    available: boolean;
    /** What this service lacks for them. */
    missing?: string[];
    /** Of `auto`: where a story is sent. */
    notices?: string[];
    /** How much their pictures may cost; and whether they have a half-price lane. */
    tiers?: Tier[];
    slow?: boolean;
  }[];
  styles: string[];
  presets?: Style[];
}

/** Whether a session's pictures are drawn by the offline artist, by itself or with the delays of the simulated one. */
export const isDrawnOffline = ({ params }: Pick<ClientSession, "params">): boolean =>
  /^(?:offline|simulated)\b/u.test(params.models.artist);

/** Whether what stands for a person is a sheet of four views: their own picture is none, nor is the portrait of a book without sheets. */
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

/** The trimmed page in units of 0.1 mm, as `lib/manga/geometry.ts` has it. */
export const PAPER = { width: 1820, height: 2570 };

export const ENDED: readonly string[] = ["completed", "failed", "cancelled"];

/** Whether what is at work is a file of a finished book, which stays as it is. */
export function isMakingFile({ status, exports = {} }: Pick<ClientSession, "status" | "exports">): boolean {
  return !ENDED.includes(status) && Object.values(exports).some(({ state }) => state === "running");
}

export interface Picture {
  hash: string;
  url: string;
}

/** A picture with what there is of it for screens, the smallest first. */
export interface Pictured {
  image?: Picture | undefined;
  renditions?: readonly (Picture & { widthPx: number })[] | undefined;
}

/** A picture may be so much smaller than the screen's pixels before the next larger one is worth its bytes; as in the reader. */
const SHORT = 0.75;

/** The smallest rendition that is sharp at so many pixels of the screen, else the largest. */
function sharpAt<R extends { widthPx: number }>(
  renditions: readonly R[] | undefined,
  px: number,
): R | undefined {
  return renditions?.find(({ widthPx }) => widthPx >= px * SHORT) ?? renditions?.at(-1);
}

/** Address of the smallest picture that is sharp at so many pixels: a rendition, or the PNG of what has none. */
export const sharpUrl = ({ image, renditions }: Pictured, px: number): string | undefined =>
  (sharpAt(renditions, px) ?? image)?.url;

type Shown = Pick<ClientPage, "image" | "renditions" | "rendering">;

/**
 * Hashes of the pictures by which a page can be shown, the sharpest first. While its renditions are made, these are of the picture before,
 * which stays until something newer can be shown.
 */
export function viewsOf({ image, renditions = [], rendering }: Shown): string[] {
  const sharpest = renditions.map((one) => one.image).reverse();
  const views = rendering ? [image, ...sharpest] : [...sharpest, image];
  return views.filter((hash) => hash !== undefined);
}

/**
 * Hashes of the pictures by which a page is shown at so many pixels of the screen: of a lettered one its own picture, and those that reach
 * over the fold onto the page after it; of another, or the one whose panels are changed (`open`), its rough and its panels. While its
 * renditions are made (`rendering`), a page alone is shown by its PNG; a list would load six times what it needs, so it shows the picture
 * before, or the rough and the panels, for the moment longer. Where nobody makes them any more (`isEnded`), it has the PNG as well.
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
  const shown = [view, ...(isWhole ? [] : [page.preview]), ...panels.map(({ image }) => image)];
  return shown.filter((hash) => hash !== undefined);
}

export interface PhaseResult {
  phase: number;
  name: PhaseName;
  output?: unknown;
  /** Of that output. */
  hash?: string;
  preview: Record<string, Picture>;
}

export interface StoryEstimate {
  characters: number;
  language: "ja" | "en";
  pages: number;
  seconds: number;
  priceMicros: number;
  /** A limit with which the book can be finished. */
  enoughMicros: number;
  /** The limit of the service is lower than that. */
  warning?: string;
  /** With `auto`: where the story is sent. */
  notices?: string[];
  lines: number;
  people: { name: string; kind: string }[];
  places: { kind: string; name: string }[];
  /** Characters of its beginning in which people and places were looked for. */
  readCharacters: number;
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
    | "rename";
  step?: string;
  of?: number;
  at: string;
  complete: boolean;
  current: boolean;
}

/** Whether a document that listeners have is of the form with open words; an earlier one is raised by the API, which is asked for it. */
export const isOpenForm = ({ schemaVersion }: { schemaVersion: number }): boolean => schemaVersion >= 2;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The value with the fields that are text, and with lists where there are none. */
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

/** The people of a phase's output; none where there is no cast yet. */
export function charactersIn(output: unknown): Character[] {
  const people = listIn(isRecord(output) ? output.characters : undefined).filter(isRecord);
  return people.map((person) => {
    const { sex = person.gender ?? "unknown" } = person;
    return { ...withWords(person, LOOK), sex } as unknown as Character;
  });
}

/** The places of a plot; none where it is of a form that had none. */
export const placesIn = (output: unknown): Place[] =>
  listIn(isRecord(output) ? output.places : undefined)
    .filter(isRecord)
    .map((place) => withWords(place, { texts: [], lists: ["landmarks"] }) as unknown as Place);

/** The pages of a plot, whose beats have lists of who and what is there. */
export const plotPagesIn = (output: unknown): PlotPage[] =>
  listIn(isRecord(output) ? output.pages : undefined)
    .filter(isRecord)
    .map(
      (page) => ({ ...page, beats: listIn(page.beats).filter(isRecord).map(beatIn) }) as unknown as PlotPage,
    );

const beatIn = (beat: Record<string, unknown>) =>
  withWords(beat, { texts: [], lists: ["figures", "things", "effects", "lines"] });

/** Where somebody stands in a panel, from 0 (left) to 1. Documents of before called it `at`. */
export function sideIn(person: { side?: number; at?: number }): number {
  return person.side ?? person.at ?? 0.5;
}
