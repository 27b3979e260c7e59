// The server of a function whose file was loaded: Pub/Sub and the scheduler get the framework's own, everybody else ours
// in front of it.
import type { Server } from "node:http";
import { frontServer } from "./api/front-server.ts";
import { frameworkServer } from "./framework-server.ts";
import { FUNCTIONS } from "./topology.ts";

/** It does not listen yet. Throws for a function that is not in the topology. */
export function functionServer(name: string): Server {
  const deployed = FUNCTIONS.find((each) => each.name === name);
  if (deployed === undefined) throw new Error(`there is no function ${name}`);
  const framework = frameworkServer(name);
  return deployed.trigger.kind === "http" ? frontServer(framework) : framework;
}
