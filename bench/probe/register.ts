// Preloaded by workers of a measured service (`--import`): replaces some of the modules that functions import, by Node's module hooks. The
// deployed code runs unchanged and needs no switch for measurements.
import { type ResolveFnOutput, type ResolveHookContext, registerHooks } from "node:module";

/** Importing file, imported module, and its replacement. */
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
 * Google's clients call `require` during requests. Node caches the resolution, but not with hooks: without this cache they would search the
 * file system each time, which no deployed function does.
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
