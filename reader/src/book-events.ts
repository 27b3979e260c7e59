// The events of a book that is open; README.md says when each is told.
import type { Mode } from "./reading-state.ts";

/** What the element tells its host. */
export interface BookEvents {
  page: { page: number; pages: number[]; label: string; count: number };
  panel: { page: number; panel: number | null };
  place: { page: number; panel: number | null };
  mode: { mode: Mode };
  broken: { page: number };
  end: { page: number };
}

export type Emit = <K extends keyof BookEvents>(name: K, detail: BookEvents[K]) => void;
