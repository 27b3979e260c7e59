// The thread of the Upstash emulator: see `thread.ts`.
import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { openDatabase } from "../database.ts";
import { startUpstash } from "./server.ts";

const OptionsSchema = z.object({
  dataDir: z.string(),
  port: z.number(),
  token: z.string(),
  redisUrl: z.string().optional(),
});

const { dataDir, redisUrl, ...options } = OptionsSchema.parse(workerData);
const db = openDatabase(dataDir);
const service = await startUpstash({ ...options, db, ...(redisUrl && { redisUrl }) });
parentPort?.once("message", async () => {
  await service.close();
  db.close();
});
parentPort?.postMessage({ host: service.host, port: service.port });
