// Loaded before a worker of a measured service (`--import`): stands in for some of the modules that the functions import, by
// Node's own hooks. What runs is what is deployed, and no production code has a switch for measurements.
import { registerHooks } from "node:module";

/** Who imports, what, and what stands in for it. */
const STAND_INS: readonly { by: string; asked: string; given: string }[] = [
  { by: "/functions/", asked: "/lib/cloud/push.ts", given: "push.ts" },
  { by: "/functions/", asked: "/lib/cloud/observed-phase.ts", given: "observed-phase.ts" },
  {
    by: "/functions/",
    asked: "/lib/cloud/firestore-schedule-store.ts",
    given: "schedule-store.ts",
  },
  { by: "/lib/models/", asked: "/simulated.ts", given: "simulated.ts" },
  {
    by: "/lib/pipeline/advance.ts",
    asked: "/graph.ts",
    given: "line.ts",
  },
];

registerHooks({
  resolve(specifier, context, nextResolve) {
    const stand = STAND_INS.find(
      ({ by, asked }) => context.parentURL?.includes(by) && `/${specifier}`.endsWith(asked),
    );
    if (stand === undefined) return nextResolve(specifier, context);
    return {
      url: new URL(stand.given, import.meta.url).href,
      format: "module-typescript",
      shortCircuit: true,
    };
  },
});
