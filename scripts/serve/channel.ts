// Messages between the processes of a local service, over Node's IPC channel.
import type { ChildProcess } from "node:child_process";
import * as z from "zod";

/** From a worker: it has woken the running steps of this session. To the other workers: wake this session's steps too. */
export const WokenSchema = z.object({ kind: z.literal("woken"), sessionId: z.string() });

/**
 * From the suite: it listens at the addresses in these variables. From a worker: its functions listen. Either is the child's first message,
 * unless the child failed.
 */
export const ChildReportSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("suite"), env: z.record(z.string(), z.string()) }),
  z.object({ kind: z.literal("worker"), ports: z.record(z.string(), z.int()) }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
  WokenSchema,
]);
export type ChildReport = z.infer<typeof ChildReportSchema>;

/** To a worker: the variables, and the ports of its functions before a restart. */
export const WorkerOrderSchema = z.object({
  env: z.record(z.string(), z.string()),
  ports: z.record(z.string(), z.int()),
});
export type WorkerOrder = z.infer<typeof WorkerOrderSchema>;

/** Sends a report to the parent. Throws if there is no parent. */
export function report(message: ChildReport): void {
  if (process.send === undefined) throw new Error("this program is started by the local service");
  process.send(message);
}

/** The first report of a child. Rejects if the child fails or ends before it. */
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
 * Ends this process when its parent has died for any reason. Uses SIGKILL: Node's regular exit joins its threads and can hang forever
 * (https://github.com/nodejs/node/issues/54918), with nobody left to kill it, and the process would hold the data folder's lock and the
 * standard error of the command's caller. Acknowledged data are stored already.
 */
export function endWithParent(): void {
  const end = () => process.kill(process.pid, "SIGKILL");
  process.once("disconnect", end);
  // The parent died while this process was loading.
  if (process.connected === false) end();
  // Ctrl-C reaches the whole process group; the parent decides what happens.
  process.on("SIGINT", () => {});
}
