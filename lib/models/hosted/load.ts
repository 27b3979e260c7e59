// Loads the clients of hosted models when they are first wanted: each costs a tenth of a second and more.
import { TerminalError } from "../../pipeline/errors.ts";
import type { Quota } from "../quota.ts";
import { accessOf, type Environment, googleAccess, isOwn, type ModelChoice, WANTED } from "./access.ts";
import type { HostedModel } from "./model.ts";
import { rateLimitedModel } from "./rate-limited-model.ts";
import { orderOf } from "./settings.ts";
import { readTraffic, windowFor } from "./traffic.ts";

const MINUTE_MS = 60_000;

/** Asks at once, whatever others do. Throws `TerminalError("model-access")` where the environment gives no way to it. */
export async function loadHosted(
  { adapter, model }: ModelChoice,
  environment: Environment = process.env,
): Promise<HostedModel> {
  if (isOwn(adapter)) return (await import("./own.ts")).ownModel(adapter, model, environment);
  const access = googleAccess({ adapter, model }, environment);
  if (access === undefined) {
    throw new TerminalError(
      "model-access",
      `there is no access to ${model} of ${adapter}: ${WANTED[adapter]}`,
    );
  }
  if (adapter === "imagen") return (await import("./imagen.ts")).imagenModel(model, access);
  if (adapter === "vertexai" && access.kind === "vertex") {
    return (await import("./vertexai.ts")).vertexaiModel(model, access);
  }
  return (await import("./genai.ts")).genaiModel(model, access);
}

/** The model and those that stand in for it, in their order, each keeping to its window. Throws as `loadHosted` does. */
export async function loadOrder(choice: ModelChoice, quota: Quota): Promise<HostedModel[]> {
  const traffic = readTraffic();
  return Promise.all(
    orderOf(choice, traffic).map(async (one) => {
      const model = await loadHosted(one);
      const access = accessOf(one);
      return access === undefined
        ? model
        : rateLimitedModel(model, {
            ...{ quota, window: windowFor(one, access, traffic) },
            waitFactor: Math.min(1, traffic.windowMs / MINUTE_MS),
          });
    }),
  );
}
