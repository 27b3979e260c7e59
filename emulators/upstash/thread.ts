// The Upstash emulator in a thread of its own, so that long scripts delay neither the other emulators nor their clients.
import { once } from "node:events";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import * as z from "zod";
import type { DataDir } from "../database.ts";
import type { RunningService } from "../service.ts";
import type { UpstashOptions } from "./server.ts";

/** The thread opens the database itself: SQLite lets two connections write in turn. */
export interface ThreadOptions extends Omit<UpstashOptions, "db"> {
  readonly dataDir: DataDir;
}

const ListeningSchema = z.object({ host: z.string(), port: z.number() });

/** Rejects with the thread's error if it cannot start. */
export async function startUpstashThread(options: ThreadOptions): Promise<RunningService> {
  // The published package has JavaScript in place of TypeScript.
  const program = new URL(`./thread-process${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(program, { workerData: options });
  const [listening]: unknown[] = await once(worker, "message");
  return {
    ...ListeningSchema.parse(listening),
    async close() {
      const ended = once(worker, "exit");
      worker.postMessage("close");
      await ended;
    },
  };
}
