// The process of one function in the cloud: the framework behind our own server, until SIGTERM, which cuts nobody off.
// `FUNCTION_TARGET` names the function, `PORT` where it listens; both as Cloud Run and the functions framework have them.
import { once } from "node:events";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { logCrashes } from "../lib/cloud/log.ts";
import { drainable } from "../lib/drain.ts";
import { serverOf } from "../lib/function-server.ts";
import { FUNCTIONS } from "../lib/topology.ts";

/** Cloud Run ends a process ten seconds after it asked it to end. */
const DRAIN_MS = 9_000;

logCrashes();
const { FUNCTION_TARGET: target, PORT: port = "8080" } = process.env;
const hosted = FUNCTIONS.find(({ name }) => name === target);
if (hosted === undefined) {
  const names = FUNCTIONS.map(({ name }) => name).join(", ");
  throw new Error(`the environment variable FUNCTION_TARGET must be one of ${names}; it is ${target}`);
}
await import(`./${hosted.name}.ts`);
const server = serverOf(hosted, getTestServer(hosted.name));
const drain = drainable(server);
process.once("SIGTERM", () => void drain(DRAIN_MS).then(() => process.exit(0)));
server.listen(Number(port));
await once(server, "listening");
