// What the processes of a local service say to each other, over Node's own IPC channel.
import type { ChildProcess } from "node:child_process";
import * as z from "zod";

/** From a worker: it has woken the running steps of this session. To the other workers: they should, too. */
export const WokenSchema = z.object({ kind: z.literal("woken"), sessionId: z.string() });

/** From the suite: it answers, and these variables lead to it. From a worker: its functions listen. The first one says so. */
export const ChildReportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("suite"), env: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal("worker"), ports: z.record(z.string(), z.int()) }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
  WokenSchema,
]);
export type ChildReport = z.infer<typeof ChildReportSchema>;

/** To a worker: the variables, and the ports that its functions had before it was started again. */
export const WorkerOrderSchema = z.object({
  env: z.record(z.string(), z.string()),
  ports: z.record(z.string(), z.int()),
});
export type WorkerOrder = z.infer<typeof WorkerOrderSchema>;

/** Sends a child's report to its parent. Throws when there is no parent to tell. */
export function report(message: ChildReport): void {
  if (process.send === undefined) throw new Error("this program is started by the local service");
  process.send(message);
}

/**
 * The first report of a child. Rejects when the child fails or ends before it.
 */
export function firstReport(child: ChildProcess, name: string): Promise<ChildReport> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) =>
      reject(new Error(`${name} ended early (${signal ?? `exit ${code}`})`)),
    );
    child.once("message", (message) => {
      const told = ChildReportSchema.parse(message);
      if (told.kind === "failed") reject(new Error(told.message));
      else resolve(told);
    });
  });
}

/**
 * Ends this process when its parent is gone, however the parent went. By SIGKILL: an orderly exit of Node joins its threads and can hang
 * for ever (https://github.com/nodejs/node/issues/54918), and nobody is left who would kill it. It would hold the lock of its data folder,
 * and the standard error of whoever waits for the command's end. What was acknowledged is stored.
 */
export function endWithParent(): void {
  const end = () => process.kill(process.pid, "SIGKILL");
  process.once("disconnect", end);
  // The parent went while this process loaded its modules.
  if (process.connected === false) end();
  // Ctrl-C reaches the whole group; the parent decides what happens then.
  process.on("SIGINT", () => {});
}
