// The program of a worker thread: runs one task after the other, and answers each with its result or its error. It imports almost nothing;
// a task's dependencies are loaded with its module.
import { enableCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { type SerializedError, serializeError } from "./serialize-error.ts";
import { transferListOf } from "./transfer-list.ts";

export interface WorkerSettings {
  /** Folder of V8's cache of compiled code, which a thread does not inherit. */
  compileCache: string | undefined;
}

export interface WorkerOrder {
  /** Of the task module. */
  url: string;
  name: string;
  input: unknown;
}

export type WorkerAnswer = { output: unknown } | { error: SerializedError };

const { compileCache }: WorkerSettings = workerData ?? {};
if (compileCache !== undefined) enableCompileCache({ directory: compileCache, portable: true });

parentPort?.on("message", async (order: WorkerOrder) => {
  try {
    postAnswer({ output: await perform(order) });
  } catch (error) {
    // Also a result that cannot be cloned.
    postAnswer({ error: serializeError(error) });
  }
});

async function perform({ url, name, input }: WorkerOrder): Promise<unknown> {
  const tasks: Record<string, unknown> = await import(url);
  const task = tasks[name];
  if (typeof task !== "function") throw new TypeError(`${url} exports no task ${name}`);
  return task(input);
}

function postAnswer(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer, "output" in answer ? transferListOf(answer.output) : []);
}
