// The schedule of a session: the document from which all decisions follow. Times are milliseconds of the store's own clock. It is kept
// compact, because it holds every step of a book of up to a hundred pages and is read for each of them.
import * as z from "zod";
import { BoundFormatSchema } from "../manga/export-formats.ts";
import { LeftBatchSchema } from "./batch.ts";
import { SessionParamsSchema } from "./params.ts";
import { PictureWishesSchema } from "./picture-wishes.ts";
import { PHASES, PhaseSchema } from "./step-id.ts";

/** Why a session failed, in a form on which a person can act. */
export const FailureSchema = z.object({
  /** Stable, kebab-case. */
  code: z.string(),
  message: z.string(),
  /** The step that failed; absent when the session as a whole did. */
  step: z.string().optional(),
  /** Whether the same request may succeed when it is tried again. */
  retryable: z.boolean(),
});
export type Failure = z.infer<typeof FailureSchema>;

export const SessionStateSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("queued") }),
  z.object({ status: z.literal("running") }),
  z.object({ status: z.literal("waiting"), since: z.number() }),
  z.object({ status: z.literal("completed"), endedAt: z.number() }),
  z.object({ status: z.literal("failed"), endedAt: z.number(), reason: FailureSchema }),
  z.object({ status: z.literal("cancelled"), endedAt: z.number() }),
]);
export type SessionState = z.infer<typeof SessionStateSchema>;
export type SessionStatus = SessionState["status"];

/** The last result of a step and the input for which it was made. The step is done while that input is the current one. */
const ResultSchema = z.object({
  input: z.string(),
  /** sha-256 of the stored output. */
  output: z.string(),
  /** Present for a result that a person edited: the author, the time, and the hash of the step's own output that it replaces. */
  edited: z.object({ by: z.string(), at: z.number(), base: z.string() }).optional(),
  /** The program that made it, where that is another version than the one in the parameters. */
  madeBy: z.string().optional(),
  /** Of a picture that a model was asked for: sha-256 of the sealed question (`AskedSchema`). */
  asked: z.string().optional(),
  /** Hashes of the output's parts. */
  parts: z.record(z.string(), z.string()).optional(),
  characters: z.array(z.string()).optional(),
  pages: z.int().positive().optional(),
  spreads: z.array(z.int().positive()).optional(),
  /** The first numbers of the pages, where they were put in another order. */
  order: z.array(z.int().positive()).optional(),
  /** Places that are seen more than once. */
  places: z.array(z.string()).optional(),
  panels: z
    .array(
      z.object({
        id: z.string(),
        characters: z.array(z.string()),
        crosses: z.literal(true).optional(),
        reframed: z.literal(true).optional(),
        shows: z.string().optional(),
        /** Absent in results stored before places had ids. */
        place: z.string().optional(),
        /** Absent in results stored before there were sheets; so is `outfits`. */
        scene: z.string().optional(),
        outfits: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** For a lettered page: its renditions are made by a separate step. Absent if the result contains them, or is older than renditions. */
  renditionsApart: z.literal(true).optional(),
  /** A picture that came to this step with its page: the step itself may never have run. */
  moved: z.literal(true).optional(),
});
export type Result = z.infer<typeof ResultSchema>;

/** A released step that has not left flight: it holds a slot, in any epoch, unless it rests or is parked. */
const FlightSchema = z.object({
  /** Increases with every release of the session, so that two releases of the same step and input differ. */
  release: z.int().positive(),
  input: z.string(),
  epoch: z.int().nonnegative(),
  /** When it was released. */
  at: z.number(),
  /** The step or the command that released it. */
  by: z.string(),
  /** When the sweep should check it. */
  checkAt: z.number(),
  /** Present while it waits, without a slot, for room at its model: the time from which it may take a slot again. */
  restsUntil: z.number().optional(),
  /** Present while its picture is made in a vendor's batch: since then it is parked, with neither lease nor slot. */
  parkedSince: z.number().optional(),
  /** Absent while it holds its slot. `returned`: its slot is free while its picture is checked. `wanted`: it waits for a slot again. */
  slot: z.enum(["returned", "wanted"]).optional(),
  /** How many pictures it makes at once, each with a slot; absent: at most one. */
  pictures: z.int().min(2).optional(),
});
export type Flight = z.infer<typeof FlightSchema>;

const GateDecisionSchema = z.object({
  /** `edit`, `words` and `option` changed the book; where that changed the phase's result, the gate opens again. */
  kind: z.enum(["approve", "skip", "timeout", "edit", "words", "option"]),
  /** The owner's id; `clock` where the time ran out. */
  by: z.string(),
  at: z.number(),
});
export type GateDecision = z.infer<typeof GateDecisionSchema>;

/** Earlier decisions that a gate keeps; the timeline has all of them. */
export const PAST_DECISIONS = 10;

/** A gate opens for the result of its phase; when the result changes, it opens again with the next revision. */
const GateSchema = z.object({
  revision: z.int().positive(),
  /** Hash of the phase's outputs; of a picture in `redrawn`, its input in place of its output. */
  input: z.string(),
  /** Pictures that a person had drawn again after passing this gate: see `redrawn-pictures.ts`. */
  redrawn: z.array(z.string()).optional(),
  openedAt: z.number(),
  endsAt: z.number(),
  decision: GateDecisionSchema.optional(),
  /** Decisions about earlier revisions, the latest last. */
  past: z.array(GateDecisionSchema.extend({ revision: z.int().positive() })).optional(),
});
export type Gate = z.infer<typeof GateSchema>;

const PhaseTimesSchema = z.object({ startedAt: z.number(), endedAt: z.number().optional() });

/** A state of the book that people can read again and return to. */
const VersionSchema = z.object({
  /** From 1, in the order of creation. */
  number: z.int().positive(),
  /** Its origin: `start`, or the command that changed the version before. */
  what: z.enum([
    "start",
    "edit",
    "redraw",
    "final",
    "params",
    "words",
    "option",
    "restore",
    "redrive",
    "reletter",
    "swap",
    "rename",
    "frames",
    "lettering",
    "refit",
    "pages",
    "fonts",
  ]),
  /** The step that was changed, where the command changed one step. */
  step: z.string().optional(),
  /**
   * The first numbers of its pages in their order, where that is another order than in the version before; empty: the order of the numbers.
   */
  order: z.array(z.int().positive()).optional(),
  /** The version that was restored. */
  of: z.int().positive().optional(),
  by: z.string(),
  at: z.number(),
  /** Hashes of the request that made it and of its idempotency key, where it had one: an equal request changes nothing. */
  once: z.object({ key: z.string(), request: z.string() }).optional(),
  /** sha-256 of its stored snapshot; the last version has none, because it is what the schedule holds. */
  snapshot: z.string().optional(),
  /** Whether the book was complete when the next version began. */
  complete: z.boolean().optional(),
});
export type Version = z.infer<typeof VersionSchema>;

/** A picture to be drawn again in final quality, over the earlier one. */
const FinalSchema = z.object({
  /** Applies to this take and later ones: an earlier take has its own picture. */
  take: z.int().positive(),
  /** The artist that draws it. */
  artist: z.string(),
  slow: z.literal(true).optional(),
  /** sha-256 of the output over which it is drawn, and the hash of that output's inputs; absent where there was none. */
  over: z.object({ output: z.string(), madeOf: z.string() }).optional(),
});
export type Final = z.infer<typeof FinalSchema>;

/** A file that a person asked for of a finished book. */
const ExportAskSchema = z.object({
  /**
   * sha-256 of the output of `finish` for which the file was asked: of a book that has changed since, no file is made unless it is asked
   * for again.
   */
  book: z.string(),
  /** Why it could not be made. */
  error: FailureSchema.optional(),
});

/** The longest reason that an operator can give, in characters. */
export const MOST_OPERATOR_REASON = 500;

const WithdrawnSchema = z.object({
  at: z.number(),
  /** An operator's words to the book's owner. */
  reason: z.string().max(MOST_OPERATOR_REASON),
});

/** Openings of a book by operators that are kept, the latest last. */
export const MOST_OPENINGS = 20;

const OpeningSchema = z.object({
  at: z.number(),
  /** Until when this operator may read the book. */
  until: z.number(),
  /** Owner id of the operator. */
  by: z.string(),
  /** The operator's words to the book's owner. */
  reason: z.string().max(MOST_OPERATOR_REASON),
});

/** What a person states about a book, apart from its content. */
const AboutSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  visibility: z.enum(["private", "unlisted", "public"]),
  /** Opens an unlisted or public book to everyone who has it; a private book gets a new token each time it is opened. */
  shareToken: z.string().optional(),
  /** Search engines may list it while it is public. */
  findable: z.literal(true).optional(),
  /** When it became public. */
  publishedAt: z.number().optional(),
  /** An operator closed the book for others: it stays private until an operator admits it again. */
  withdrawn: WithdrawnSchema.optional(),
  /** Until when the owner lets operators read the book. */
  supportUntil: z.number().optional(),
  /** Operators who opened the book without being asked to. */
  openings: z.array(OpeningSchema).max(MOST_OPENINGS).optional(),
});
export type About = z.infer<typeof AboutSchema>;

export const WebhookDeliverySchema = z.object({
  /** The same for all attempts, so that a receiver recognises a repetition. */
  id: z.string(),
  event: z.enum(["session.completed", "session.failed", "session.review"]),
  /** The review that opened. */
  review: z.object({ phase: PhaseSchema, revision: z.int().positive() }).optional(),
  /** When the session ended with this status, or the review opened. */
  at: z.number(),
  attempts: z.int().nonnegative(),
  /** When to try next; null once the event was delivered or given up. */
  nextAt: z.number().nullable(),
  /** The receiver's last HTTP status, where it answered. */
  status: z.int().optional(),
  /** Why the last attempt failed. */
  error: z.string().optional(),
  deliveredAt: z.number().optional(),
});
export type WebhookDelivery = z.infer<typeof WebhookDeliverySchema>;

const WebhookSchema = z.object({
  url: z.string(),
  /** The latest ten, oldest first. */
  deliveries: z.array(WebhookDeliverySchema),
});

export const SweepFailuresSchema = z.object({
  /** Number of failures in a row. */
  count: z.int().positive(),
  /** The name of the last error; its message is in the log. */
  error: z.string(),
  /** When the sweep may try again; null once the session is parked, until a person has it go on. */
  notBefore: z.number().nullable(),
});

export const SHARDS = 10;

export const ScheduleSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  /** Indexed: divides the sessions among sweeps. */
  shard: z
    .int()
    .min(0)
    .max(SHARDS - 1),
  /** Indexed: when the sweep should check this session; null when never. */
  dueAt: z.number().nullable(),
  state: SessionStateSchema,
  /** Increased by cancel, retry and feedback. */
  epoch: z.int().nonnegative(),
  /** Increased by every write. */
  seq: z.int().nonnegative(),
  /** The number of the last release. */
  releases: z.int().nonnegative(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Delayed by the time for which gates were open. */
  deadlineAt: z.number(),
  params: SessionParamsSchema,
  title: z.string(),
  results: z.record(z.string(), ResultSchema),
  inFlight: z.record(z.string(), FlightSchema),
  gates: z.partialRecord(PhaseSchema, GateSchema),
  times: z.partialRecord(PhaseSchema, PhaseTimesSchema),
  /** Pictures drawn in another take, by step: the version that began with the take. */
  takes: z.record(z.string(), z.int().positive()).default({}),
  /** Prompts that people wrote and edits of parts, by picture step. */
  pictures: PictureWishesSchema.optional(),
  /** Steps whose pictures their owner keeps: `final` redraws these. */
  kept: z.array(z.string()).optional(),
  /** Pictures drawn as `final` after the book was made, by step. */
  finals: z.record(z.string(), FinalSchema).optional(),
  /** The latest versions; none until the book is changed. */
  versions: z.array(VersionSchema).default([]),
  exports: z.partialRecord(BoundFormatSchema, ExportAskSchema).optional(),
  about: AboutSchema.optional(),
  webhook: WebhookSchema.optional(),
  /** W3C `traceparent` of the request that started the session: the parent of all its work. */
  traceparent: z.string().optional(),
  /** Since when steps are parked; absent while none is. The deadline does not run meanwhile. */
  parkedSince: z.number().optional(),
  /** The last time that a person had the session go on after it failed. */
  retried: z.object({ epoch: z.int().positive(), at: z.number() }).optional(),
  /**
   * Steps that left flight without a claim while the session runs, until the ledger has booked the reservations of their last claim: claims
   * below this fence are to be closed by the worker that recorded the exit, or by the sweep from `at` on.
   */
  unbooked: z.record(z.string(), z.object({ belowFence: z.int().positive(), at: z.number() })).optional(),
  /** Batches of steps that left flight, until they are ended at their vendor; absent where there is none. */
  leftBatches: z.array(LeftBatchSchema).optional(),
  /** Present while the sweep fails on the session. */
  sweepFailures: SweepFailuresSchema.optional(),
  /** While what an editor changed is drawn: paid calls count towards the editors' limit. Until then, no change of the owner's ends that. */
  payer: z.literal("editors").optional(),
  costMicros: z.int().nonnegative(),
});
export type Schedule = z.infer<typeof ScheduleSchema>;

/** Whether work of this session still counts. */
export function isLive(state: SessionState): boolean {
  return state.status === "queued" || state.status === "running" || state.status === "waiting";
}

/** Phases that people review in this session, in their order. */
export function reviewedPhases(schedule: Pick<Schedule, "params">): (typeof PHASES)[number][] {
  return PHASES.filter((phase) => schedule.params.review.includes(phase));
}
