// The documents that clients listen to: projections of the schedule, never read to decide. All people of a book receive them; what only its
// owner may know is in `OwnedSessionSchema`, which the API answers. `sessions/{id}`, `sessions/{id}/phases/{phase}`, `sessions/{id}/pages/{nnn}`, `sessions/{id}/events/{…}`. Times are ISO.
import * as z from "zod";
import { ExportFormatSchema } from "../manga/export-formats.ts";
import { LetteredTextSchema } from "../manga/lettering.ts";
import { RenditionsSchema } from "../manga/rendition.ts";
import { FigureSchema, FrameSchema, PictureSchema } from "../manga/storyboard.ts";
import { SessionParamsSchema } from "./params.ts";
import { MOST_TAKES } from "./picture-wishes.ts";
import { FailureSchema } from "./schedule.ts";
import { PhaseSchema } from "./step-id.ts";

const TimeSchema = z.iso.datetime();

/**
 * Progress of a picture that is being made: steps done of steps, as its model's server reports them. Written at most once a second and
 * without a new `seq`; a write of the whole document omits it until the next report. Absent where the server reports none.
 */
const StepProgressSchema = z
  .object({
    done: z.int().nonnegative(),
    total: z.int().positive().max(1_000),
    /** Hashes of the finished pictures of a panel for which several are made. */
    made: z.array(z.string()).max(MOST_TAKES).optional(),
  })
  .refine(({ done, total }) => done <= total);
export type StepProgress = z.infer<typeof StepProgressSchema>;

const ClientPhaseProgressSchema = z.object({
  state: z.enum(["waiting", "running", "done", "failed"]),
  done: z.int().nonnegative(),
  /** As far as known: the number of pages follows from the plot, panels from the storyboards. */
  total: z.int().nonnegative(),
  /** Number of valid steps of this phase. */
  steps: z.int().nonnegative(),
  startedAt: TimeSchema.optional(),
  endedAt: TimeSchema.optional(),
  ms: z.number().nonnegative().optional(),
});
export type ClientPhaseProgress = z.infer<typeof ClientPhaseProgressSchema>;

const ClientWaitingSchema = z.object({
  phase: PhaseSchema,
  revision: z.int().positive(),
  endsAt: TimeSchema,
});

const ClientExportSchema = z.object({
  state: z.enum(["running", "done", "failed"]),
  error: FailureSchema.pick({ code: true, message: true }).optional(),
});

/** Result of the delivery to the receiver that the person named. */
const ClientWebhookSchema = z.object({
  deliveries: z.array(
    z.object({
      id: z.string(),
      event: z.string(),
      state: z.enum(["pending", "delivered", "failed"]),
      attempts: z.int().nonnegative(),
      /** Time of the next attempt. */
      nextAt: TimeSchema.optional(),
      deliveredAt: TimeSchema.optional(),
      /** The receiver's last status. */
      status: z.int().optional(),
      error: z.string().optional(),
    }),
  ),
});

/** The settings without what is only the owner's: hashes of what they wrote, names of their own pictures, and money. */
const ClientParamsSchema = SessionParamsSchema.omit({
  ...{ storyHash: true, given: true, portraits: true, budgetMicros: true, expected: true },
});

export const ClientSessionSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  title: z.string(),
  status: z.enum(["queued", "running", "waiting", "completed", "failed", "cancelled"]),
  epoch: z.int().nonnegative(),
  /** Never decreases. */
  seq: z.int().nonnegative(),
  /** The number of the session's present version; a change begins the next. */
  version: z.int().positive().default(1),
  params: ClientParamsSchema,
  createdAt: TimeSchema,
  /** When this document was written. */
  updatedAt: TimeSchema,
  endedAt: TimeSchema.optional(),
  phases: z.record(PhaseSchema, ClientPhaseProgressSchema),
  pages: z.int().nonnegative(),
  panels: z.int().nonnegative(),
  /** The earliest phase with unfinished work; absent when the session has ended. */
  currentPhase: PhaseSchema.optional(),
  /** The earliest open gate. */
  waiting: ClientWaitingSchema.optional(),
  error: FailureSchema.optional(),
  costMicros: z.int().nonnegative(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  visibility: z.enum(["private", "unlisted", "public"]).default("private"),
  /** sha-256 of the token that opens an unlisted or public book, by which the book is found. */
  shareKey: z.string().optional(),
  /** The token, only of a public book: the list of public books has it. */
  shareToken: z.string().optional(),
  /** Search engines may list it while it is public. */
  findable: z.literal(true).optional(),
  publishedAt: TimeSchema.optional(),
  /** An operator has closed the book for others. */
  withdrawn: z.object({ at: TimeSchema }).optional(),
  /** Hash of the cover of the last complete book; it stays while that book is changed. */
  cover: z.string().optional(),
  /** That cover as WebP for screens; absent where the book was bound before there were renditions. */
  coverRenditions: RenditionsSchema.optional(),
  /** Files of the finished book, asked for at the start or afterwards. */
  exports: z.partialRecord(ExportFormatSchema, ClientExportSchema).optional(),
  /** The last phase's output where it is small, with its hash as `hash`; present when the session is complete. */
  result: z.looseObject({ hash: z.string() }).optional(),
});
export type ClientSession = z.infer<typeof ClientSessionSchema>;

/** The part of a session's document that operators' lists read. */
export const ListedSessionSchema = ClientSessionSchema.pick({
  ...{ sessionId: true, ownerId: true, status: true, version: true, createdAt: true, updatedAt: true },
  ...{ endedAt: true, pages: true, panels: true, currentPhase: true, costMicros: true, visibility: true },
  ...{ withdrawn: true, error: true },
});
export type ListedSession = z.infer<typeof ListedSessionSchema>;

/** A session's document with what only its owner may know. It is computed for them and not stored. */
export const OwnedSessionSchema = ClientSessionSchema.extend({
  params: SessionParamsSchema,
  /** Opens an unlisted or public book. */
  shareToken: z.string().optional(),
  /** An operator has closed the book for others, and why. */
  withdrawn: z.object({ at: TimeSchema, reason: z.string() }).optional(),
  webhook: ClientWebhookSchema.optional(),
});
export type OwnedSession = z.infer<typeof OwnedSessionSchema>;

const DecisionSchema = z.object({ kind: z.string(), by: z.string(), at: TimeSchema });

export const ClientPhaseSchema = z.object({
  /** 2 since `words` may have other members; version 1 is raised on reading. */
  schemaVersion: z.literal(2),
  phase: PhaseSchema,
  seq: z.int().nonnegative(),
  state: ClientPhaseProgressSchema.shape.state,
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  /** Hash of the book step's stored output. */
  hash: z.string().optional(),
  /** The output itself, where it is small. */
  output: z.unknown().optional(),
  /** Stored images, by what they show: of phase 2 `c1`, `c1.o2`; of phase 5 `style`, `place.l1`. */
  previews: z.record(z.string(), z.string()),
  /** Progress of the sheets that are being made, by the same names. */
  progress: z.record(z.string(), StepProgressSchema).optional(),
  gate: z
    .object({
      revision: z.int().positive(),
      openedAt: TimeSchema,
      endsAt: TimeSchema,
      decision: DecisionSchema.optional(),
      /** Decisions about earlier revisions, the latest last. */
      past: z.array(DecisionSchema.extend({ revision: z.int().positive() })).optional(),
    })
    .optional(),
});
export type ClientPhase = z.infer<typeof ClientPhaseSchema>;

/** A text as a page's document lists it; outlines are in the stored lettering. */
export const ClientTextSchema = LetteredTextSchema.omit({ outline: true, glyphs: true });

/** The characters of a panel with their positions in its frame. */
export const ClientPersonSchema = FigureSchema.pick({ character: true, side: true });

const ClientPanelSchema = z.object({
  id: z.string(),
  state: z.enum(["waiting", "running", "done"]),
  /** Present while the picture is made. */
  progress: StepProgressSchema.optional(),
  frame: FrameSchema.optional(),
  people: z.array(ClientPersonSchema).optional(),
  /** The parts that the story does not state surely; absent where it states all. */
  guessed: PictureSchema.shape.guessed,
  /** Hash of the screen-size image. */
  image: z.string().optional(),
  /** Hash of the stored artwork. */
  artwork: z.string().optional(),
  /** The pictures from which `image` was chosen: their take, the number of the chosen one from 1, and all hashes in order. */
  choice: z
    .object({
      take: z.int().positive(),
      pick: z.int().positive(),
      images: z.array(z.string()).max(MOST_TAKES),
    })
    .optional(),
});

export const ClientPageSchema = z.object({
  /** 2 since characters have a side; version 1 is raised on reading. */
  schemaVersion: z.literal(2),
  number: z.int().positive(),
  seq: z.int().nonnegative(),
  state: z.enum(["waiting", "storyboard", "artwork", "lettering", "done"]),
  panels: z.array(ClientPanelSchema),
  /** Hash of the rough preview's image. */
  preview: z.string().optional(),
  /** Hash of the stored storyboard. */
  storyboard: z.string().optional(),
  /** Hash of the composed page's image. */
  image: z.string().optional(),
  widthPx: z.int().positive().optional(),
  heightPx: z.int().positive().optional(),
  /** The composed page as WebP for screens; absent where it was lettered before there were renditions, and until they are made. */
  renditions: RenditionsSchema.optional(),
  /** The renditions of `image` are not made yet: `renditions` belong to the image before it, where there was one. */
  rendering: z.literal(true).optional(),
  /** Hash of the stored lettering. */
  lettering: z.string().optional(),
  texts: z.array(ClientTextSchema),
});
export type ClientPage = z.infer<typeof ClientPageSchema>;

export const ClientEventSchema = z.object({
  schemaVersion: z.literal(1),
  kind: z.enum([
    "started",
    "call",
    "done",
    "dropped",
    "retry",
    "busy",
    /** The claim's time was up, and it had remembered new answers: the step continues with the next claim. */
    "continued",
    /** Differences of the step from the request. */
    "note",
    "failed",
    "dead-letter",
    "gate-opened",
    "gate-decided",
    "session-started",
    "session-completed",
    "session-failed",
    "session-cancelled",
    "session-retried",
    "version-created",
    "version-restored",
  ]),
  /** A step's id, `review/{phase}` for a gate, or `session`. */
  step: z.string(),
  /** The claim's fence, the gate's revision, the session's epoch or the version's number; for a note, the step's release. */
  number: z.int().nonnegative(),
  at: TimeSchema,
  /** The attempt at the step, from 1; claims that were busy or that continued do not count. */
  attempt: z.int().positive().optional(),
  /** For a call: its number among the claim's calls, from 1. */
  call: z.int().positive().optional(),
  /** Names a note by its content, so that a repeated note is one event. */
  note: z.string().optional(),
  /** Duration of the call, or of the claim up to now. */
  ms: z.number().nonnegative().optional(),
  /** For a call: the source of the answer. */
  model: z.string().optional(),
  inputTokens: z.int().nonnegative().optional(),
  outputTokens: z.int().nonnegative().optional(),
  images: z.int().nonnegative().optional(),
  costMicros: z.int().nonnegative().optional(),
  /** Who decided, asked or cancelled: an owner's id; `clock` for a gate that timed out. */
  by: z.string().optional(),
  /** For a failure, its stable code; for a decision or a version, its kind. */
  code: z.string().optional(),
  message: z.string().optional(),
  /** The trace with the event's details, if there are traces. */
  traceId: z.string().optional(),
});
export type ClientEvent = z.infer<typeof ClientEventSchema>;

/**
 * `artwork.p003.k2.4.done`, `artwork.p003.k2.4.call.1`: the same event always has the same id, so that a second write of it adds nothing.
 */
export function eventId({ step, number, kind, call, note }: ClientEvent): string {
  const id = `${step.replaceAll("/", ".")}.${number}.${kind}`;
  const part = call ?? note;
  return part === undefined ? id : `${id}.${part}`;
}
