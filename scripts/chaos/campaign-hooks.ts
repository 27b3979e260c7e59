// Wires the functions with the campaign's ports instead of their own, by Node's module hooks: `functions/` stays as it is
// deployed, and no production code has a switch for tests.
import { registerHooks } from "node:module";

const ROOT = new URL("../../", import.meta.url).href;
const PORTS = new URL("./campaign-ports.ts", import.meta.url).href;

/** Modules that `functions/` imports, and that the campaign stands in for. */
const EAGER = [
  "lib/cloud/firestore-schedule-store.ts",
  "lib/cloud/pubsub-publisher.ts",
  "lib/cloud/push.ts",
  "lib/cloud/storage-blob-store.ts",
  "lib/models/registry.ts",
];
const LAZY = ["lib/drawing/canvas-drafter.ts"];

/** From now on. The answer's `check` throws when a function no longer imports what should have been replaced. */
export function replacePorts(): { check(): void } {
  const replaced = new Set<string>();
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      if (context.parentURL?.startsWith(`${ROOT}functions/`) !== true) return resolved;
      const path = resolved.url.startsWith(ROOT) ? resolved.url.slice(ROOT.length) : "";
      if (!EAGER.includes(path) && !LAZY.includes(path)) return resolved;
      replaced.add(path);
      return { ...resolved, url: PORTS };
    },
  });
  return {
    check() {
      const missing = EAGER.filter((path) => !replaced.has(path));
      if (missing.length === 0) return;
      throw new Error(`the functions do not import ${missing.join(", ")}: the campaign's ports must follow`);
    },
  };
}
