// Loads the client of a hosted model when it is first wanted: each costs a tenth of a second and more.
import { TerminalError } from "../../pipeline/errors.ts";
import type { HostedModel } from "./model.ts";
import { type Adapter, accessOf } from "./settings.ts";

/** Throws `TerminalError("model-access")` where the environment gives no way to it. */
export async function loadHosted(adapter: Adapter, model: string): Promise<HostedModel> {
  const access = accessOf(adapter);
  if (access === undefined)
    throw new TerminalError("model-access", `there is no access to ${model} of ${adapter}`);
  if (adapter === "imagen") return (await import("./imagen.ts")).imagenModel(model, access);
  if (adapter === "vertexai" && access.kind === "vertex") {
    return (await import("./vertexai.ts")).vertexaiModel(model, access);
  }
  return (await import("./genai.ts")).genaiModel(model, access);
}
