// Journal of events in the workers, outside of the suite and of their memory: JSON lines that processes append to one file. A line is
// written synchronously, so a later SIGKILL does not lose it.
import { openSync, readFileSync, writeSync } from "node:fs";
import * as z from "zod";

export const CRASH_POINTS = ["claimed", "paid", "stored", "recorded", "published", "answering"] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

const Where = { at: z.number(), instance: z.string(), sessionId: z.string(), step: z.string() };

const LineSchema = z.discriminatedUnion("kind", [
  /** The provider accepted a call and will bill it, whether or not the answer is received. */
  z.object({
    ...{ kind: z.literal("paid"), ...Where, fence: z.int(), call: z.string(), model: z.string() },
    /** An edit of an area of a picture. */
    isEdit: z.literal(true).optional(),
  }),
  /** The provider refused or failed a call, without a bill. */
  z.object({ kind: z.literal("call-failed"), ...Where }),
  /** The worker is about to die at its crash point. */
  z.object({ kind: z.literal("crash"), ...Where, point: z.enum(CRASH_POINTS) }),
]);
export type JournalLine = z.infer<typeof LineSchema>;
/** Suffix of the model's name for a call submitted as a batch. */
export const IN_BATCH = " in a batch";
export type PaidCall = JournalLine & { kind: "paid" };

export function openJournal(path: string): (line: JournalLine) => void {
  const file = openSync(path, "a");
  return (line) => {
    writeSync(file, `${JSON.stringify(line)}\n`);
  };
}

export function readJournal(path: string): JournalLine[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => LineSchema.parse(JSON.parse(line)));
}
