// Every bench, in the order in which `npm run bench` runs them. To add one, add a line.
import { book } from "./book.ts";
import { composition } from "./composition.ts";
import type { Bench } from "./row.ts";

export const BENCHES: readonly Bench[] = [book, composition];
