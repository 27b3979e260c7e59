// Loaded before a worker of a measured service (`--import`): stands in for some of the modules that the functions import, by
// Node's own hooks. What runs is what is deployed, and no production code has a switch for measurements.
import { type ResolveFnOutput, type ResolveHookContext, registerHooks } from "node:module";

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

/**
 * The clients `require` in the middle of a call. Node keeps in mind what that leads to, but not beside hooks: without this they would
 * look for the file each time, which no deployed function does.
 */
const known = new Map<string, ResolveFnOutput>();

type NextResolve = (specifier: string, context: ResolveHookContext) => ResolveFnOutput;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const key = `${context.parentURL} ${specifier} ${context.conditions.join()}`;
    const found = known.get(key) ?? resolved(specifier, context, nextResolve);
    known.set(key, found);
    return found;
  },
});

function resolved(specifier: string, context: ResolveHookContext, nextResolve: NextResolve): ResolveFnOutput {
  const stand = STAND_INS.find(
    ({ by, asked }) => context.parentURL?.includes(by) && `/${specifier}`.endsWith(asked),
  );
  if (stand === undefined) return { ...nextResolve(specifier, context), shortCircuit: true };
  return {
    url: new URL(stand.given, import.meta.url).href,
    format: "module-typescript",
    shortCircuit: true,
  };
}
