// What listeners see and the API answers, by the schemas of the service itself: types alone, nothing of it is loaded.
import type { ListedPage } from "../../lib/api/result-routes.ts";
import type { Cast } from "../../lib/manga/cast.ts";
import type { Concept } from "../../lib/manga/concept.ts";
import type { ExportFormat } from "../../lib/manga/export-formats.ts";
import type { LetteredText } from "../../lib/manga/lettering.ts";
import type { Plot } from "../../lib/manga/plot.ts";
import type { Figure, Frame, Panel, StoryboardPage, Word } from "../../lib/manga/storyboard.ts";
import type { ClientPage, ClientPhase, ClientSession } from "../../lib/pipeline/client-documents.ts";
import type { PhaseName } from "../../lib/pipeline/step-id.ts";

export type {
  Cast,
  ClientPage,
  ClientPhase,
  ClientSession,
  Concept,
  ExportFormat,
  Figure,
  Frame,
  LetteredText,
  ListedPage,
  Panel,
  PhaseName,
  Plot,
  StoryboardPage,
  Word,
};

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
