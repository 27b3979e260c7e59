// What happens in the workers, outside of the suite and of their memory: lines of JSON that processes append to one file.
// A line is written before the process goes on, so a SIGKILL after it takes nothing back.
import { openSync, readFileSync, writeSync } from "node:fs";
import * as z from "zod";

export const CRASH_POINTS = ["claimed", "paid", "stored", "recorded", "published", "answering"] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

const Where = { at: z.number(), instance: z.string(), sessionId: z.string(), step: z.string() };

const LineSchema = z.discriminatedUnion("kind", [
  /** The provider took a call and will send its bill, whether or not somebody is there to hear the answer. */
  z.object({
    ...{ kind: z.literal("paid"), ...Where, fence: z.int(), call: z.string(), model: z.string() },
    /** It changed a part of a picture. */
    isEdit: z.literal(true).optional(),
  }),
  /** The provider refused a call, or failed it; nothing is to pay. */
  z.object({ kind: z.literal("call-failed"), ...Where }),
  /** The worker is about to die where it was told to. */
  z.object({ kind: z.literal("crash"), ...Where, point: z.enum(CRASH_POINTS) }),
]);
export type JournalLine = z.infer<typeof LineSchema>;
/** What the model of a call that was submitted as a batch ends with. */
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
