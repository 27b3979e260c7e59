// The schedule of a session: the one document that decides. Times are milliseconds of the store's own clock.
// It is compact, because it holds every step of a book of a hundred pages and is read for every one of them.
import * as z from "zod";
import { BoundFormatSchema } from "../manga/export-formats.ts";
import { LeftBatchSchema } from "./batch.ts";
import { SessionParamsSchema } from "./params.ts";
import { PictureWishesSchema } from "./picture-wishes.ts";
import { PHASES, PhaseSchema } from "./step-id.ts";

/** Why a session failed, for a person who can act on it. */
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

/** What is known of a step: its last result, and for which input it was made. It is done while that input is current. */
const ResultSchema = z.object({
  input: z.string(),
  /** sha-256 of the stored output. */
  output: z.string(),
  /** Who put it there, if somebody did, and in place of which output of the step's own. */
  edited: z.object({ by: z.string(), at: z.number(), base: z.string() }).optional(),
  /** The program that made it, where it is another version than the one in the parameters. */
  madeBy: z.string().optional(),
  /** Of a picture that a model was asked for: sha-256 of what was asked (`AskedSchema`), sealed. */
  asked: z.string().optional(),
  /** Hashes of the output's parts. */
  parts: z.record(z.string(), z.string()).optional(),
  characters: z.array(z.string()).optional(),
  pages: z.int().positive().optional(),
  spreads: z.array(z.int().positive()).optional(),
  /** Places that are seen more than once. */
  places: z.array(z.string()).optional(),
  panels: z
    .array(
      z.object({
        id: z.string(),
        characters: z.array(z.string()),
        crosses: z.literal(true).optional(),
        /** Absent in results that were stored before places had ids. */
        place: z.string().optional(),
        /** Absent in results that were stored before there were sheets, as `outfits` is. */
        scene: z.string().optional(),
        outfits: z.array(z.string()).optional(),
      }),
    )
    .optional(),
  /** Of a lettered page: a step of its own makes its renditions. Absent where the result holds them, or was stored before there were any. */
  renditionsApart: z.literal(true).optional(),
});
export type Result = z.infer<typeof ResultSchema>;

/** A released step that has not left yet: it holds a slot, whatever its epoch, unless it rests. */
const FlightSchema = z.object({
  /** Rises with every release of the session: tells two releases of the same step and input apart. */
  release: z.int().positive(),
  input: z.string(),
  epoch: z.int().nonnegative(),
  /** When it was released. */
  at: z.number(),
  /** The step whose record released it, or the command that did. */
  by: z.string(),
  /** When the sweep should look after it. */
  checkAt: z.number(),
  /** Present while it waits for room at its model, without a slot: it may take one again from then on. */
  restsUntil: z.number().optional(),
  /** Present while its picture is made in a vendor's batch: it is parked since then, and has neither lease nor slot. */
  parkedSince: z.number().optional(),
  /** Absent while it holds its slot. `returned`: it gave that back while its picture is looked at. `wanted`: it waits to have one again. */
  slot: z.enum(["returned", "wanted"]).optional(),
});
export type Flight = z.infer<typeof FlightSchema>;

const GateDecisionSchema = z.object({
  /** `edit`, `words` and `option` changed the book; where that changed what the phase gave, the gate opens again. */
  kind: z.enum(["approve", "skip", "timeout", "edit", "words", "option"]),
  /** Who decided: an owner's id; `clock` for the timeout. */
  by: z.string(),
  at: z.number(),
});
export type GateDecision = z.infer<typeof GateDecisionSchema>;

/** Earlier decisions that a gate remembers; the timeline has all of them. */
export const PAST_DECISIONS = 10;

/** A gate opens for what its phase gave; when that changes, it opens again with the next revision. */
const GateSchema = z.object({
  revision: z.int().positive(),
  /** Hash of the phase's outputs. */
  input: z.string(),
  openedAt: z.number(),
  endsAt: z.number(),
  decision: GateDecisionSchema.optional(),
  /** What was decided about earlier revisions, the latest last. */
  past: z.array(GateDecisionSchema.extend({ revision: z.int().positive() })).optional(),
});
export type Gate = z.infer<typeof GateSchema>;

const PhaseTimesSchema = z.object({ startedAt: z.number(), endedAt: z.number().optional() });

/** A state of the book that people can look at again and return to. */
const VersionSchema = z.object({
  /** From 1, in the order in which they came to be. */
  number: z.int().positive(),
  /** What made it: `start`, or the command that changed the version before. */
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
  ]),
  /** The step that was changed, where it was one. */
  step: z.string().optional(),
  /** The version that was restored. */
  of: z.int().positive().optional(),
  by: z.string(),
  at: z.number(),
  /** The request that made it, where it named itself by an idempotency key: the same request again changes nothing. Hashes. */
  once: z.object({ key: z.string(), request: z.string() }).optional(),
  /** sha-256 of its stored snapshot; the last version has none, because it is what the schedule holds. */
  snapshot: z.string().optional(),
  /** Whether the book was bound when it was left. */
  complete: z.boolean().optional(),
});
export type Version = z.infer<typeof VersionSchema>;

/** A picture that somebody wants drawn anew as good as it gets, over the one of before. */
const FinalSchema = z.object({
  /** Holds for this take and later ones: whoever returns to an earlier one has the picture of before. */
  take: z.int().positive(),
  /** Who draws it. */
  artist: z.string(),
  slow: z.literal(true).optional(),
  /** sha-256 of the output that it is drawn over, and the hash of what that was made of; absent where there was none. */
  over: z.object({ output: z.string(), madeOf: z.string() }).optional(),
});
export type Final = z.infer<typeof FinalSchema>;

/** A file that somebody asked for of a finished book. */
const ExportAskSchema = z.object({
  /** sha-256 of the output of `finish` that it is asked of: a book that changed since is not bound unasked. */
  book: z.string(),
  /** Why it could not be made. */
  error: FailureSchema.optional(),
});

/** What a person says about a book, beside what is in it. */
const AboutSchema = z.object({
  title: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  visibility: z.enum(["private", "unlisted", "public"]),
  /** Opens an unlisted or public book to whoever has it; another one each time that a private book is opened. */
  shareToken: z.string().optional(),
  /** Search engines may list it while it is public. */
  findable: z.literal(true).optional(),
  /** When it became public. */
  publishedAt: z.number().optional(),
});
export type About = z.infer<typeof AboutSchema>;

export const WebhookDeliverySchema = z.object({
  /** The same over all attempts, so that a receiver can tell a repeat. */
  id: z.string(),
  event: z.enum(["session.completed", "session.failed"]),
  /** When the session ended so. */
  at: z.number(),
  attempts: z.int().nonnegative(),
  /** When to try (again); null once it was delivered or given up. */
  nextAt: z.number().nullable(),
  /** The receiver's last status, where it gave one. */
  status: z.int().optional(),
  /** Why the last attempt failed. */
  error: z.string().optional(),
  deliveredAt: z.number().optional(),
});
export type WebhookDelivery = z.infer<typeof WebhookDeliverySchema>;

const WebhookSchema = z.object({
  url: z.string(),
  /** The latest ten, the oldest first. */
  deliveries: z.array(WebhookDeliverySchema),
});

export const SweepFailuresSchema = z.object({
  /** How often in a row. */
  count: z.int().positive(),
  /** The name of the last error; what it says is in the log. */
  error: z.string(),
  /** When the sweep may look again; null once the session is parked: when somebody has it go on. */
  notBefore: z.number().nullable(),
});

export const SHARDS = 10;

export const ScheduleSchema = z.object({
  schemaVersion: z.literal(1),
  sessionId: z.string(),
  ownerId: z.string(),
  /** Indexed: spreads the sweep. */
  shard: z
    .int()
    .min(0)
    .max(SHARDS - 1),
  /** Indexed: when the sweep should look at this session; null when never. */
  dueAt: z.number().nullable(),
  state: SessionStateSchema,
  /** Raised by cancel, retry and feedback. */
  epoch: z.int().nonnegative(),
  /** Raised by every write. */
  seq: z.int().nonnegative(),
  /** The number of the last release. */
  releases: z.int().nonnegative(),
  createdAt: z.number(),
  updatedAt: z.number(),
  /** Moves on by the time that gates were open. */
  deadlineAt: z.number(),
  params: SessionParamsSchema,
  title: z.string(),
  results: z.record(z.string(), ResultSchema),
  inFlight: z.record(z.string(), FlightSchema),
  gates: z.partialRecord(PhaseSchema, GateSchema),
  times: z.partialRecord(PhaseSchema, PhaseTimesSchema),
  /** Pictures of which somebody wanted another take, by step: the version that began with it. */
  takes: z.record(z.string(), z.int().positive()).default({}),
  /** Prompts of people's own and changes of parts, by picture step. */
  pictures: PictureWishesSchema.optional(),
  /** Pictures that their owner wants to keep, by step: `final` redraws these. */
  kept: z.array(z.string()).optional(),
  /** Pictures that are drawn as `final` after the book was made, by step. */
  finals: z.record(z.string(), FinalSchema).optional(),
  /** The latest versions; none until something is changed. */
  versions: z.array(VersionSchema).default([]),
  exports: z.partialRecord(BoundFormatSchema, ExportAskSchema).optional(),
  about: AboutSchema.optional(),
  webhook: WebhookSchema.optional(),
  /** W3C `traceparent` of the request that started it: all work of the session belongs below. */
  traceparent: z.string().optional(),
  /** Since when steps are parked; absent while none is. The deadline stands still meanwhile. */
  parkedSince: z.number().optional(),
  /** The last time that somebody had it go on after it failed. */
  retried: z.object({ epoch: z.int().positive(), at: z.number() }).optional(),
  /**
   * Steps that left flight without a claim of their own while the session runs, until the ledger is asked what their last claim left
   * reserved: its fence and those below are to be closed, by whoever recorded the exit, or by the sweep from `at` on.
   */
  unbooked: z.record(z.string(), z.object({ belowFence: z.int().positive(), at: z.number() })).optional(),
  /** Batches of steps that left flight, until they are ended at their vendor's; absent where there is none. */
  leftBatches: z.array(LeftBatchSchema).optional(),
  /** Present while the sweep fails on the session. */
  sweepFailures: SweepFailuresSchema.optional(),
  costMicros: z.int().nonnegative(),
});
export type Schedule = z.infer<typeof ScheduleSchema>;

/** Whether work of this session still counts. */
export function isLive(state: SessionState): boolean {
  return state.status === "queued" || state.status === "running" || state.status === "waiting";
}

/** Phases that this session reviews, in their order. */
export function reviewedPhases(schedule: Pick<Schedule, "params">): (typeof PHASES)[number][] {
  return PHASES.filter((phase) => schedule.params.review.includes(phase));
}
