// The server of a loaded function. Pub/Sub and Cloud Scheduler call it directly; public functions have a server in front that checks
// requests (`lib/api/front-server.ts`).
import type { Server } from "node:http";
import { frontServer } from "./api/front-server.ts";
import { registeredServer } from "./registered-functions.ts";
import { FUNCTIONS } from "./topology.ts";

/** It does not listen yet. Throws for a function that is not in the topology. */
export function functionServer(name: string): Server {
  const deployed = FUNCTIONS.find((each) => each.name === name);
  if (deployed === undefined) throw new Error(`there is no function ${name}`);
  const server = registeredServer(name);
  return deployed.trigger.kind === "http" ? frontServer(server) : server;
}
