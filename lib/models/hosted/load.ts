// Loads the clients of hosted models on first use, because each takes a tenth of a second or more.
import { TerminalError } from "../../pipeline/errors.ts";
import type { Quota } from "../quota.ts";
import { accessOf, type Environment, googleAccess, isOwn, type ModelChoice, WANTED } from "./access.ts";
import type { HostedModel } from "./model.ts";
import { rateLimitedModel } from "./rate-limited-model.ts";
import { withFallbacks } from "./settings.ts";
import { readTraffic, windowFor } from "./traffic.ts";

const MINUTE_MS = 60_000;

/** A model without a rate limit. Throws `TerminalError("model-access")` where the environment gives no access. */
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

/** The model and its fallbacks in order, each within its rate limit. Throws as `loadHosted` does. */
export async function loadWithFallbacks(choice: ModelChoice, quota: Quota): Promise<HostedModel[]> {
  const traffic = readTraffic();
  return Promise.all(
    withFallbacks(choice, traffic).map(async (one) => {
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
