// The events of an open book; README.md documents them.
import type { Mode } from "./reading-state.ts";

/** Details of the events that the element dispatches. */
export interface BookEvents {
  page: { page: number; pages: number[]; label: string; count: number };
  panel: { page: number; panel: number | null };
  place: { page: number; panel: number | null };
  mode: { mode: Mode };
  broken: { page: number };
  end: { page: number };
}

export type Emit = <K extends keyof BookEvents>(name: K, detail: BookEvents[K]) => void;
