// How people change a book while it is made and after it is done. Each command stores the present version, changes the schedule, and plans
// on: exactly the steps that depend on a changed part run again.
import type { FontSample, SampleText } from "../manga/font-samples.ts";
import type { OwnFontId } from "../manga/hand-lettering.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { OwnFont } from "../manga/own-fonts.ts";
import { decided } from "./advance.ts";
import { isDrawn } from "./graph.ts";
import { keepPicture } from "./kept-pictures.ts";
import { offeredOptions } from "./offered-options.ts";
import type { Option } from "./options.ts";
import { type Edit, planEdit } from "./plan-edit.ts";
import { type GivenFont, planFont, planFontAway, readGivenFont } from "./plan-fonts.ts";
import { type FramesChange, planFrames, planRefit } from "./plan-frames.ts";
import { type LetteringChange, planLettering } from "./plan-lettering.ts";
import {
  type PanelRef,
  planFinals,
  planRedraw,
  planSwap,
  planTexts,
  type Redraw,
  type TextEdit,
} from "./plan-page-change.ts";
import { type OrderChange, planPages } from "./plan-pages.ts";
import { planParams } from "./plan-params.ts";
import {
  type PanelPrompt,
  type PictureChange,
  planPictureEdit,
  planPrompt,
  planReferences,
  promptOf,
  type WantedReference,
} from "./plan-picture-edit.ts";
import { type OutOfOrder, planRelettering, type Relettering } from "./plan-relettering.ts";
import {
  type Author,
  type BookChange,
  currentVersion,
  type ParamsEdit,
  reopened,
  withChange,
  withVersion,
} from "./plan-revision.ts";
import { planOwnSheet, planSheetRedraw } from "./plan-sheet-change.ts";
import { planRename, planWish } from "./plan-wish.ts";
import { type LetteringEdit, letteringPreviews } from "./preview-lettering.ts";
import {
  hashOfChange,
  previewEdit,
  previewFrames,
  previewLetterEdits,
  previewPages,
  previewRedraw,
  previewRefit,
  previewWish,
  type WishPreview,
} from "./preview-wish.ts";
import {
  CostsMoneyError,
  EditConflictError,
  MovedOnError,
  SessionStateError,
  VersionConflictError,
} from "./refusals.ts";
import type { Reviser, Wish } from "./reviser.ts";
import type { GateDecision, Schedule, SessionStatus, Version } from "./schedule.ts";
import { IdempotencyConflictError, SessionMissingError } from "./schedule-store.ts";
import type { Services } from "./services.ts";
import { change as changeSchedule, checkGate, takePlace } from "./session.ts";
import { storeSnapshot, withSnapshot } from "./snapshots.ts";
import type { StepEditor } from "./step-editor.ts";
import type { PhaseName } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";
import {
  type Comparison,
  compareVersions,
  type ListedVersion,
  listVersions,
  loadVersion,
  pageOfVersion,
  type VersionPage,
} from "./versions.ts";

export interface RevisionServices extends Services {
  editor: StepEditor;
  reviser: Reviser;
}

/** Hashes of an idempotency key and of the request that was sent with it. */
export type Once = NonNullable<Version["once"]>;

/**
 * `none`: a change after which a step that may cost money has to run is refused. `limited`: it is paid up to the editors' limit, and refused
 * while pictures are drawn at the owner's cost.
 */
export type EditorsMoney = "none" | "limited";

interface Asked {
  sessionId: string;
  /** The owner's id. */
  by: string;
  /** The version that the person saw: the command is refused where the session has a newer one. Absent: the newest is changed. */
  seen?: number | undefined;
  /** Present for an editor of the book. Throws `CostsMoneyError`. */
  editor?: EditorsMoney | undefined;
  /** The request's key: a repeated request changes nothing and gets the answer of the first. */
  once?: Once | undefined;
  /** The number of the owner's sessions that may run at once, this one included; no limit where absent. */
  mostRunning?: number | undefined;
}

interface RefitAsked {
  panels?: readonly PanelRef[] | undefined;
}

/** The gate that an edit answers. */
export interface GateSeen {
  phase: PhaseName;
  /** The revision that the person saw. */
  revision: number;
}

export interface Revised {
  status: SessionStatus;
  /** The number of the version that the session now makes. */
  version: number;
}

/**
 * All throw `BusyError` when a store is down, `SessionMissingError` for an unknown session, `VersionConflictError` when the version is not
 * the one seen, `EditConflictError` when what the person saw has changed, `EditRefusedError` when the change cannot be made,
 * `IdempotencyConflictError` when the key was used for another request, `TooManyRunningError`, and `MovedOnError` when the session keeps
 * changing meanwhile. `SessionStateError`: the session was cancelled; such a session accepts only the return to a complete version.
 */
interface GivenPicture {
  bytes: Uint8Array;
  contentType: string;
}

export interface RevisionCommands {
  /**
   * Replaces a step's result by a patched one (JSON merge patch), and with a gate also decides that gate. `base` is the hash of the output
   * to which the patch applies. Throws `GateConflictError` when the gate is not open, or was seen at another revision.
   */
  editStep(
    request: Asked &
      Edit & {
        gate?: GateSeen | undefined;
        /** As in `carryOut`. */
        previewed?: string | undefined;
      },
  ): Promise<Revised>;
  /** The changes that `editStep` would make. Changes and stores nothing; throws as `editStep` does. */
  previewEdit(
    request: Pick<Asked, "sessionId" | "seen"> & Edit & { gate?: GateSeen | undefined },
  ): Promise<WishPreview>;
  /**
   * The texts of a page as they are lettered after an edit. Changes and stores nothing; throws as `editTexts` does, and `EditRefusedError`
   * where the page is not drawn.
   */
  previewLettering(sessionId: string, edit: LetteringEdit): Promise<readonly LetteredText[]>;
  /** The same words in each typeface, as the book's lettering sets them. Changes and stores nothing. */
  letterSamples(sessionId: string, sample: SampleText): Promise<readonly FontSample[]>;
  /**
   * Adds a font that the owner may use by its licence; a font that the book has gets the newer confirmation. Throws `FontRefusedError` where
   * the file cannot be used, or the book has as many fonts as it may.
   */
  addFont(request: Asked & GivenFont): Promise<Revised & { font: OwnFont }>;
  /** Throws `EditRefusedError` where the book has no such font, `FontInUseError` while something is set in it. */
  removeFont(request: Asked & { font: OwnFontId }): Promise<Revised>;
  /** Changes texts of balloons, captions or sounds, all or none; no picture is drawn again. */
  editTexts(
    request: Asked & {
      edits: readonly TextEdit[];
      /** The files of a bound book that is not shared are bound when somebody asks for one; readers of a shared book see them listed. */
      bindsOnDemand?: boolean | undefined;
    },
  ): Promise<Revised>;
  /** Draws a panel again, as another take or by another description: one picture. */
  redrawPanel(request: Asked & Redraw): Promise<Revised>;
  /** What `redrawPanel`, `editPicture` or `changePrompt` would make again, with so many pictures. Throws as `redrawPanel` does. */
  previewRedraw(
    request: Pick<Asked, "sessionId" | "seen"> & PanelRef & { takes?: number | undefined },
  ): Promise<WishPreview>;
  /**
   * Edits a part of a panel's picture, as another take of it. `step` draws the panel. Throws also `EditRefusedError` where the panel has no
   * picture that a model made.
   */
  editPicture(request: Asked & PictureChange): Promise<Revised & { step: string }>;
  /** Replaces the prompt that code writes for a panel, and draws the panel by it; undefined: returns to the prompt that code writes. */
  changePrompt(request: Asked & PanelRef & { prompt: string | undefined }): Promise<Revised>;
  /**
   * Adds reference pictures to a panel's request, in this order, and draws the panel with them; those that the list leaves out are removed.
   * Throws `EditRefusedError` for a hash that the panel does not have.
   */
  giveReferences(request: Asked & PanelRef & { references: readonly WantedReference[] }): Promise<Revised>;
  /** What was asked for a panel's picture. Throws `EditRefusedError` where there is no such panel. */
  promptOf(sessionId: string, at: PanelRef): Promise<PanelPrompt>;
  /** Marks a panel as one to keep, or not; nothing is made again. Throws `EditRefusedError` if there is no such panel. */
  keepPicture(request: { sessionId: string; kept: boolean } & PanelRef): Promise<void>;
  /**
   * Draws a sheet again, or returns to an earlier take of it. With a character's sheet, the panels with that character in that outfit are
   * drawn again; with the sheet of a place or of the style, no panel is.
   */
  redrawSheet(request: Asked & { step: string; take?: number | undefined }): Promise<Revised>;
  /**
   * Uses a person's own picture as a sheet; undefined: the sheet is drawn again. Both throw `EditRefusedError` where the book has no such
   * sheet.
   */
  giveSheet(request: Asked & { step: string; picture: GivenPicture | undefined }): Promise<Revised>;
  /** Draws the kept panels, or all where none is kept, again by another artist, each over its present picture. */
  drawFinal(request: Asked & { artist: string; slow?: true | undefined }): Promise<Revised>;
  /** Exchanges the contents of two panels; each is drawn for its new place. */
  swapPanels(request: Asked & { a: PanelRef; b: PanelRef }): Promise<Revised>;
  /**
   * Edits the frames of a page (コマ割り). Pictures stay as they were drawn, cut or enlarged to their new frames. Throws `EditRefusedError` with
   * the place of the edit that cannot be made.
   */
  editFrames(request: Asked & FramesChange & { previewed?: string | undefined }): Promise<Revised>;
  /** The changes that `editFrames` would make. Changes and stores nothing. */
  previewFrames(request: Pick<Asked, "sessionId" | "seen"> & FramesChange): Promise<WishPreview>;
  /** Edits the lettering of a page; no picture is drawn. Throws `EditRefusedError` with the place of the edit that cannot be made. */
  editLettering(request: Asked & LetteringChange & { previewed?: string | undefined }): Promise<Revised>;
  /** The changes that `editLettering` would make. Changes and stores nothing. */
  previewLetterEdits(request: Pick<Asked, "sessionId" | "seen"> & LetteringChange): Promise<WishPreview>;
  /**
   * Draws panels for the frames that a person gave them; without `panels` all whose pictures do not fit. Throws `EditRefusedError` where
   * there is none.
   */
  refit(request: Asked & RefitAsked & { previewed?: string | undefined }): Promise<Revised>;
  /**
   * Puts the pages in another order. Their pictures go with them, and none is drawn. Throws `EditRefusedError` where the order is not one of
   * all pages, or parts two pages with one picture; `MovedOnError` while one of them is being drawn.
   */
  orderPages(request: Asked & OrderChange & { previewed?: string | undefined }): Promise<Revised>;
  /** The changes that `orderPages` would make. Changes and stores nothing; throws as it does. */
  previewPages(request: Pick<Asked, "sessionId" | "seen"> & OrderChange): Promise<WishPreview>;
  /** The changes that `refit` would make. Changes and stores nothing. */
  previewRefit(request: Pick<Asked, "sessionId" | "seen"> & RefitAsked): Promise<WishPreview>;
  /** Replaces a character's name in every text that uses it; no picture is drawn again. */
  renamePerson(request: Asked & { from: string; to: string }): Promise<Revised>;
  /** Changes parameters of the start. */
  changeParams(request: Asked & { params: ParamsEdit }): Promise<Revised>;
  /** Letters the book again, with other texts or in another language or direction; pictures stay. */
  reletter(request: Asked & Relettering): Promise<Revised & { outOfOrder: OutOfOrder[] }>;
  /**
   * Carries out a wish in words or a quick option. With a gate, the wish also decides that gate, which opens again where its phase's result
   * changed. Throws `CannotReviseError` when the wish cannot be carried out.
   */
  carryOut(
    request: Asked & {
      wish: Wish;
      gate?: GateSeen | undefined;
      /** The hash of a preview: `EditConflictError` is thrown where the wish would now change something else than the preview showed. */
      previewed?: string | undefined;
    },
  ): Promise<Revised>;
  /** The changes that `carryOut` would make. Changes and stores nothing; throws as `carryOut` does. */
  previewWish(request: {
    sessionId: string;
    wish: Wish;
    seen?: number | undefined;
    gate?: GateSeen | undefined;
  }): Promise<WishPreview>;
  /** Those of the options that can be carried out in the book as it is now. Nothing is changed or stored. */
  offeredOptions(sessionId: string, options: readonly Option[]): Promise<Option[]>;
  listVersions(sessionId: string): Promise<ListedVersion[]>;
  compareVersions(sessionId: string, pair: { a: number; b: number }): Promise<Comparison>;
  /** The images of a page in a version. Throws `EditRefusedError` where that version or that page is not kept. */
  pageOfVersion(sessionId: string, at: { version: number; page: number }): Promise<VersionPage>;
  /** Returns to a version: its results count again, and its missing results are made. The version before the return is kept, too. */
  restoreVersion(request: Asked & { version: number }): Promise<Revised>;
}

export function createRevisionCommands(services: RevisionServices): RevisionCommands {
  const letterings = letteringPreviews(services);
  return {
    previewLettering: async (sessionId, edit) =>
      letterings.letter(await readOrMissing(services, sessionId), edit),
    letterSamples: async (sessionId, sample) =>
      letterings.samples(await readOrMissing(services, sessionId), sample),
    async addFont({ sessionId, by, seen, once, mostRunning, ...given }) {
      const read = await readGivenFont(services.editor, await readOrMissing(services, sessionId), given);
      await services.blobs.put(sessionId, given.file, "font/sfnt");
      const revised = await revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "fonts", by, once },
        prepare: async () => (schedule, author) =>
          withChange(schedule, planFont(schedule, read, author.at), author),
      });
      const { params } = await readOrMissing(services, sessionId);
      const font = params.fonts?.find(({ id }) => id === read.id);
      if (font === undefined) throw new MovedOnError("the font was taken away again");
      return { ...revised, font };
    },
    removeFont: ({ sessionId, by, seen, once, mostRunning, font }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "fonts", by, once },
        prepare: async (schedule) => changing(await planFontAway(services, schedule, font)),
      }),
    editStep: ({ sessionId, by, seen, once, mostRunning, gate, previewed, ...edit }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "edit", step: nodeOf(edit.step).id, by, once },
        gate: gate && { ...gate, decision: { kind: "edit", by } },
        prepare: async (schedule) =>
          changing(asPreviewed(await planEdit(services, schedule, edit), previewed)),
      }),
    async previewEdit({ sessionId, seen, gate, ...edit }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "edit", by: "" }, gate, seen });
      return previewEdit(services, schedule, edit);
    },
    editTexts: ({ sessionId, by, seen, once, mostRunning, editor, edits, bindsOnDemand }) => {
      const [page, ...others] = new Set(edits.map((one) => one.page));
      const isOfOne = page !== undefined && others.length === 0;
      const step = isOfOne ? nodeOf({ phase: "storyboard", of: "page", page }).id : undefined;
      return revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "edit", ...(step !== undefined && { step }), by, once },
        async prepare(schedule) {
          const change = await planTexts(services, schedule, edits);
          const isBound = schedule.results.finish !== undefined;
          if (!bindsOnDemand || !isBound) return changing(change);
          return changing({
            ...change,
            filesOnDemand: (schedule.about?.visibility ?? "private") === "private",
          });
        },
      });
    },
    redrawPanel: ({ sessionId, by, seen, once, mostRunning, editor, ...redraw }) => {
      const { page, panel } = redraw;
      return revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "redraw", step: nodeOf({ phase: "artwork", of: "panel", page, panel }).id, by, once },
        prepare: async (schedule) => changing(await planRedraw(services, schedule, redraw)),
      });
    },
    drawFinal: ({ sessionId, by, seen, once, mostRunning, artist, slow }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "final", by, once },
        prepare: async (schedule) => changing(planFinals(schedule, { artist, ...(slow && { slow }) })),
      }),
    swapPanels: ({ sessionId, by, seen, once, mostRunning, editor, a, b }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "swap", step: nodeOf({ phase: "storyboard", of: "page", page: a.page }).id, by, once },
        prepare: async (schedule) => changing(await planSwap(services, schedule, { a, b })),
      }),
    editFrames: ({ sessionId, by, seen, once, mostRunning, editor, previewed, ...frames }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: {
          what: "frames",
          step: nodeOf({ phase: "storyboard", of: "page", page: frames.page }).id,
          by,
          once,
        },
        prepare: async (schedule) =>
          changing(asPreviewed(await planFrames(services, schedule, frames), previewed)),
      }),
    async previewFrames({ sessionId, seen, ...frames }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "frames", by: "" }, seen });
      return previewFrames(services, schedule, frames);
    },
    editLettering: ({ sessionId, by, seen, once, mostRunning, editor, previewed, ...lettering }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: {
          what: "lettering",
          step: nodeOf({ phase: "storyboard", of: "page", page: lettering.page }).id,
          by,
          once,
        },
        prepare: async (schedule) =>
          changing(asPreviewed(await planLettering(services, schedule, lettering), previewed)),
      }),
    async previewLetterEdits({ sessionId, seen, ...lettering }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "lettering", by: "" }, seen });
      return previewLetterEdits(services, schedule, lettering);
    },
    refit: ({ sessionId, by, seen, once, mostRunning, editor, previewed, panels }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "refit", by, once },
        prepare: async (schedule) =>
          changing(asPreviewed(await planRefit(services, schedule, panels), previewed)),
      }),
    orderPages: ({ sessionId, by, seen, once, mostRunning, previewed, ...change }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "pages", by, once },
        prepare: async (schedule) =>
          changing(asPreviewed(await planPages(services, schedule, change), previewed)),
      }),
    async previewPages({ sessionId, seen, ...change }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "pages", by: "" }, seen });
      return previewPages(services, schedule, change);
    },
    async previewRefit({ sessionId, seen, panels }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "refit", by: "" }, seen });
      return previewRefit(services, schedule, panels);
    },
    async previewRedraw({ sessionId, seen, ...redraw }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "redraw", by: "" }, seen });
      return previewRedraw(services, schedule, redraw);
    },
    async editPicture({ sessionId, by, seen, once, mostRunning, editor, ...change }) {
      const { id } = nodeOf({ phase: "artwork", of: "panel", page: change.page, panel: change.panel });
      const revised = await revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "redraw", step: id, by, once },
        prepare: async (schedule) => changing(await planPictureEdit(services, schedule, change)),
      });
      return { ...revised, step: id };
    },
    changePrompt: ({ sessionId, by, seen, once, mostRunning, editor, page, panel, prompt }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "redraw", step: nodeOf({ phase: "artwork", of: "panel", page, panel }).id, by, once },
        prepare: async (schedule) => changing(await planPrompt(services, schedule, { page, panel, prompt })),
      }),
    giveReferences: ({ sessionId, by, seen, once, mostRunning, editor, page, panel, references }) =>
      revise(services, sessionId, {
        mostRunning,
        editor,
        seen,
        next: { what: "redraw", step: nodeOf({ phase: "artwork", of: "panel", page, panel }).id, by, once },
        prepare: async (schedule) =>
          changing(await planReferences(services, schedule, { page, panel, references })),
      }),
    promptOf: async (sessionId, at) => promptOf(services, await readOrMissing(services, sessionId), at),
    keepPicture: (request) => keepPicture(services, request),
    redrawSheet: ({ sessionId, by, seen, once, mostRunning, step, take }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "redraw", step, by, once },
        prepare: async (schedule) => changing(planSheetRedraw(schedule, step, take)),
      }),
    giveSheet: ({ sessionId, by, seen, once, mostRunning, step, picture }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "edit", step, by, once },
        async prepare(schedule) {
          // Refused before anything is stored.
          const change = planOwnSheet(schedule, step, undefined);
          if (picture === undefined) return changing(change);
          const { bytes, contentType } = picture;
          const blob = await services.blobs.put(sessionId, bytes, contentType);
          return changing(planOwnSheet(schedule, step, { blob, contentType }));
        },
      }),
    renamePerson: ({ sessionId, by, seen, once, mostRunning, from, to }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "rename", by, once },
        prepare: async (schedule) => changing(await planRename(services, schedule, { from, to })),
      }),
    changeParams: ({ sessionId, by, seen, once, mostRunning, params }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "params", by, once },
        prepare: async (schedule) => changing(await planParams(services, schedule, params)),
      }),
    async reletter({ sessionId, by, seen, once, mostRunning, ...relettering }) {
      let outOfOrder: OutOfOrder[] = [];
      const revised = await revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "reletter", by, once },
        prepare: async (schedule) => {
          const planned = await planRelettering(services, schedule, relettering);
          outOfOrder = planned.outOfOrder;
          return changing(planned.change);
        },
      });
      return { ...revised, outOfOrder };
    },
    carryOut: ({ sessionId, by, seen, once, mostRunning, wish, gate, previewed }) => {
      const what = wish.option === undefined ? "words" : "option";
      return revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what, by, once },
        gate: gate && { ...gate, decision: { kind: what, by } },
        async prepare(schedule) {
          const change = asPreviewed(await planWish(services, schedule, wish), previewed);
          return changing({ ...change, review: gate?.phase });
        },
      });
    },
    async previewWish({ sessionId, wish, seen, gate }) {
      const schedule = await readOrMissing(services, sessionId);
      check(schedule, { next: { what: "words", by: "" }, gate, seen });
      return previewWish(services, schedule, wish);
    },
    offeredOptions: async (sessionId, options) =>
      offeredOptions(services, await readOrMissing(services, sessionId), options),
    listVersions: async (sessionId) => listVersions(await readOrMissing(services, sessionId)),
    compareVersions: async (sessionId, pair) =>
      compareVersions(services, await readOrMissing(services, sessionId), pair),
    pageOfVersion: async (sessionId, at) =>
      pageOfVersion(services, await readOrMissing(services, sessionId), at),
    restoreVersion: ({ sessionId, by, seen, once, mostRunning, version }) =>
      revise(services, sessionId, {
        mostRunning,
        seen,
        next: { what: "restore", of: version, by, once },
        async prepare(read) {
          if (version === currentVersion(read)) return (schedule) => schedule;
          const snapshot = await loadVersion(services, read, version);
          return (schedule, author) => withSnapshot(schedule, snapshot, author);
        },
      }),
  };
}

type Plan = (schedule: Schedule, author: Author) => Schedule;

const changing =
  (change: BookChange): Plan =>
  (schedule, author) =>
    withChange(schedule, change, author);

/** The change, if it is the one that a preview showed. */
function asPreviewed(change: BookChange, previewed: string | undefined): BookChange {
  const hash = hashOfChange(change);
  if (previewed !== undefined && previewed !== hash) throw new EditConflictError("previewed", { hash });
  return change;
}

async function readOrMissing({ schedules }: Services, sessionId: string): Promise<Schedule> {
  const schedule = await schedules.read(sessionId);
  if (schedule === undefined) throw new SessionMissingError(sessionId);
  return schedule;
}

interface Revision {
  /** Origin of the version that the command begins. */
  next: Pick<Version, "what" | "step" | "of" | "by" | "once">;
  seen?: number | undefined;
  mostRunning?: number | undefined;
  editor?: EditorsMoney | undefined;
  gate?: (GateSeen & { decision: Pick<GateDecision, "kind" | "by"> }) | undefined;
  /** Reads the schedule; the plan that it gives is applied in the transaction. */
  prepare(schedule: Schedule): Promise<Plan>;
}

/** The session may change while a change is prepared; then it is prepared again, this many times at most. */
const TRIES = 5;

async function revise(services: RevisionServices, sessionId: string, revision: Revision): Promise<Revised> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryRevision(services, sessionId, revision);
    } catch (error) {
      if (!(error instanceof MovedOnError) || attempt === TRIES) throw error;
    }
  }
}

async function tryRevision(
  services: RevisionServices,
  sessionId: string,
  { next, seen: wanted, mostRunning, editor, gate, prepare }: Revision,
): Promise<Revised> {
  const seen = await readOrMissing(services, sessionId);
  const done = madeBefore(seen, next);
  if (done !== undefined) return { status: seen.state.status, version: done.number };
  check(seen, { next, gate, seen: wanted });
  const plan = await prepare(seen);
  await takePlace(services, sessionId, mostRunning);
  const snapshot = await storeSnapshot(services, seen);
  const after = await changeSchedule(services, sessionId, (schedule, now) => {
    if (madeBefore(schedule, next) !== undefined) throw new MovedOnError("it was just made");
    check(schedule, { next, gate, seen: wanted });
    // Another command came between: the prepared change and the stored version belong to an older state.
    if (schedule.epoch !== seen.epoch) throw new MovedOnError("somebody was faster");
    const decision = gate && { ...gate.decision, at: now };
    const opened = gate && decision ? decided(schedule, gate.phase, decision) : schedule;
    const changed = plan(opened, { by: next.by, at: now });
    if (changed === opened) return { by: next.what, schedule: opened };
    const open = reopened(
      paidBy(editor, schedule, changed),
      now,
      services.settings.timings.sessionDeadlineMs,
    );
    const { once, ...made } = next;
    const version = { ...made, ...(once && { once }), at: now };
    return { by: next.what, schedule: withVersion(open, { before: seen, snapshot }, version) };
  });
  return { status: after.state.status, version: currentVersion(after) };
}

/** The changed schedule with who pays for its steps. Throws `CostsMoneyError`. */
function paidBy(editor: EditorsMoney | undefined, before: Schedule, changed: Schedule): Schedule {
  if (editor === undefined) {
    if (changed.payer === undefined || !isDrawn(before)) return changed;
    const { payer: _editors, ...own } = changed;
    return own;
  }
  if (isDrawn(changed)) return changed;
  const isOwnersWork = !isDrawn(before) && before.payer !== "editors";
  if (editor === "none" || isOwnersWork) throw new CostsMoneyError();
  return { ...changed, payer: "editors" };
}

/** The version that an equal request made before. Throws `IdempotencyConflictError` when its key belongs to another request. */
function madeBefore(schedule: Schedule, { by, once }: Revision["next"]): Version | undefined {
  if (once === undefined) return undefined;
  const made = schedule.versions.find((one) => one.by === by && one.once?.key === once.key);
  if (made !== undefined && made.once?.request !== once.request) throw new IdempotencyConflictError();
  return made;
}

function check(
  schedule: Schedule,
  { next, gate, seen }: Pick<Revision, "next" | "seen"> & { gate?: GateSeen | undefined },
): void {
  if (schedule.state.status === "cancelled" && !isFinishedVersion(schedule, next.of)) {
    throw new SessionStateError(schedule.sessionId, schedule.state.status);
  }
  if (gate !== undefined) checkGate(schedule, gate);
  const current = currentVersion(schedule);
  if (seen !== undefined && seen !== current) throw new VersionConflictError(seen, current);
}

/** Whether a return to that version starts no work. So a finished book can be had back after a cancelled change of it. */
function isFinishedVersion({ versions }: Schedule, number: number | undefined): boolean {
  return versions.some((version) => version.number === number && version.complete === true);
}
