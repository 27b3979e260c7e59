// Wakes every session that is due: steps nobody claimed, lapsed leases, gates whose time is up, deadlines.
import type { Services } from "./services.ts";

export interface SweepReport {
  /** Sessions looked at. */
  woken: number;
  /** Messages published again or for the first time. */
  published: number;
}

export type Sweep = (shards: readonly number[], services: Services) => Promise<SweepReport>;
