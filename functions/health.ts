// The function `health`. As the phases do, it listens before it loads its routes.
import { registerFunction } from "../lib/registered-functions.ts";
import { onceLoaded } from "./once.ts";

const load = onceLoaded(async () => (await import("./health-answers.ts")).answer);

registerFunction("health", async (request, response) => {
  const answer = await load();
  await answer(request, response);
});
