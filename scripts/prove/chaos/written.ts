// The fields of written documents that the audit reads.
import * as z from "zod";

const WrittenResultSchema = z.object({
  ...{ input: z.string(), output: z.string() },
  /** The panels of a storyboard's page. */
  panels: z
    .array(
      z.object({
        ...{ id: z.string(), characters: z.array(z.string()) },
        ...{ scene: z.string().optional(), crosses: z.literal(true).optional() },
        /** Outfits other than a person's first: `c1.o2`. */
        outfits: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});
export type WrittenResult = z.infer<typeof WrittenResultSchema>;

export const ScheduleSchema = z.object({
  state: z.object({
    status: z.string(),
    reason: z.object({ code: z.string(), step: z.string().optional(), message: z.string() }).optional(),
  }),
  seq: z.number(),
  dueAt: z.number().nullable(),
  results: z.record(z.string(), WrittenResultSchema),
  inFlight: z.record(
    z.string(),
    z.object({
      ...{ release: z.number(), input: z.string(), epoch: z.number() },
      parkedSince: z.number().optional(),
    }),
  ),
  takes: z.record(z.string(), z.number()).default({}),
  /** The last one is the version that the session makes; empty before the first change. */
  versions: z.array(z.object({ number: z.number() })),
});
export type WrittenSchedule = z.infer<typeof ScheduleSchema>;

/** The number of the version that a session makes. */
export const versionOf = ({ versions }: WrittenSchedule): number => versions.at(-1)?.number ?? 1;

export const StepSchema = z.object({
  step: z.string(),
  release: z.number(),
  fence: z.number(),
  attempt: z.number(),
  leaseUntil: z.number().nullable(),
  settled: z.number(),
  settledFence: z.number().nullable(),
});
export type Flight = WrittenSchedule["inFlight"][string];
export type WrittenStep = z.infer<typeof StepSchema>;

export const ShownSchema = z.object({
  seq: z.number(),
  status: z.string().optional(),
  ownerId: z.string().optional(),
});
export const EventSchema = z.object({ kind: z.string(), step: z.string(), number: z.number() });

/** A row of the ledger in its last written state. */
export const RowSchema = z.object({
  sessionId: z.string(),
  step: z.string(),
  fence: z.number(),
  n: z.number(),
  model: z.string(),
  micros: z.number(),
  /** Time of reservation, in milliseconds since 1970. */
  at: z.number(),
});
export type BookedCall = z.infer<typeof RowSchema>;
