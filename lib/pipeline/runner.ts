// Handles one delivered message: claims its step, runs it, records the result, publishes what it released.
import type { StepMessage } from "./message.ts";
import type { Phase } from "./phase.ts";
import type { Services } from "./services.ts";

/** `ack`: Pub/Sub may forget the message (204). `unavailable`: the stores are down, it should come again (503). */
export type Answer = "ack" | "unavailable";

export interface RunnerOptions<Tools> extends Services {
  phases: readonly Phase<Tools>[];
  tools: Tools;
}

export interface Runner {
  handle(message: StepMessage): Promise<Answer>;
}
