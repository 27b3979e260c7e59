// Every bench, in the order of `npm run prove -- bench`. To add one, add a line. Each is imported only when it runs, because the garbage
// collector would visit the others' modules, which no deployed worker has.
import { type Need, POSTGRES, REDIS } from "./needs.ts";
import type { Bench } from "./row.ts";

export interface ListedBench extends Pick<Bench, "name" | "minutes"> {
  /** Programs without which it cannot run. */
  needs?: readonly Need[];
  load(): Promise<Bench>;
}

export const BENCHES: readonly ListedBench[] = [
  { name: "book", minutes: 6, load: async () => (await import("./book.ts")).book },
  { name: "hop", minutes: 4, needs: [REDIS, POSTGRES], load: async () => (await import("./hop.ts")).hop },
  { name: "cold", minutes: 5, load: async () => (await import("./cold.ts")).cold },
  { name: "composition", minutes: 1, load: async () => (await import("./composition.ts")).composition },
  { name: "lettering", minutes: 0.5, load: async () => (await import("./lettering.ts")).lettering },
  { name: "export", minutes: 4, load: async () => (await import("./export.ts")).exported },
  { name: "panels", minutes: 0.5, load: async () => (await import("./panels.ts")).panels },
  { name: "throughput", minutes: 1.5, load: async () => (await import("./throughput.ts")).throughput },
  { name: "operations", minutes: 0.5, load: async () => (await import("./growth.ts")).growth },
  { name: "live", minutes: 0.5, load: async () => (await import("./live.ts")).live },
  { name: "listener", minutes: 1, load: async () => (await import("./listener.ts")).listener },
];
