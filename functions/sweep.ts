// The sweep: each minute it wakes the sessions that are due.
import { http } from "@google-cloud/functions-framework";
import { SHARDS } from "../lib/pipeline/schedule.ts";
import { sweep } from "../lib/pipeline/sweep.ts";
import { services } from "./wiring.ts";

const EVERY_SHARD = Array.from({ length: SHARDS }, (_, shard) => shard);

http("sweep", async (_request, response) => {
  response.json(await sweep(EVERY_SHARD, Date.now(), services()));
});
