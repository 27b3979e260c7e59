// Whether the service works. As the phases do, it listens before it loads what it answers with.
import { registerFunction } from "../lib/registered-functions.ts";
import { onceLoaded } from "./once.ts";

const load = onceLoaded(async () => (await import("./health-answers.ts")).answer);

registerFunction("health", async (request, response) => {
  const answer = await load();
  await answer(request, response);
});
