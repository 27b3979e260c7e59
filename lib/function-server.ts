// Which server stands in front of a function: Pub/Sub and the scheduler get the framework's own, everybody else ours.
import type { Server } from "node:http";
import { frontServer } from "./api/front-server.ts";
import type { DeployedFunction } from "./topology.ts";

export function serverOf({ trigger }: DeployedFunction, framework: Server): Server {
  return trigger.kind === "http" ? frontServer(framework) : framework;
}
