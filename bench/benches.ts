// Every bench, in the order in which `npm run bench` runs them. To add one, add a line.
import { book } from "./book.ts";
import { cold } from "./cold.ts";
import { composition } from "./composition.ts";
import { exported } from "./export.ts";
import { growth } from "./growth.ts";
import { hop } from "./hop.ts";
import { listener } from "./listener.ts";
import { panels } from "./panels.ts";
import type { Bench } from "./row.ts";
import { throughput } from "./throughput.ts";

export const BENCHES: readonly Bench[] = [
  ...[book, hop, cold, composition, exported, panels, throughput, growth, listener],
];
