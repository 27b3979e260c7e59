// Reading state in localStorage: position and bookmarks of each book, and layout preferences.
import type { Place } from "./spreads.ts";

export type Mode = "page" | "spread" | "strip";
export const MODES: readonly Mode[] = ["page", "spread", "strip"];

export interface ReadingState {
  place?: Place;
  /** Indexes of pages. */
  marks: number[];
  mode?: Mode;
  isShifted?: boolean;
}

export interface ReadingStateStore {
  read(): ReadingState;
  write(kept: ReadingState): void;
}

const PREFIX = "mekuri-reader:";

/** Without `localStorage` (sandboxed frame, full disk) the state lasts as long as the page. */
export function browserReadingState(id: string): ReadingStateStore {
  let kept: ReadingState = { marks: [] };
  return {
    read() {
      try {
        kept = parseReadingState(localStorage.getItem(PREFIX + id)) ?? kept;
      } catch {
        // Storage is denied: use the state in memory.
      }
      return kept;
    },
    write(next) {
      kept = next;
      try {
        localStorage.setItem(PREFIX + id, JSON.stringify(next));
      } catch {
        // Storage is denied or full: the state stays in memory.
      }
    },
  };
}

/** Undefined for missing or foreign data. */
export function parseReadingState(text: string | null): ReadingState | undefined {
  if (text === null) return undefined;
  try {
    const { place, marks, mode, isShifted } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(isPlace(place) ? { place } : {}),
      marks: Array.isArray(marks) ? marks.filter(isIndex) : [],
      ...(MODES.some((one) => one === mode) ? { mode: mode as Mode } : {}),
      ...(isShifted === true ? { isShifted } : {}),
    };
  } catch {
    return undefined;
  }
}

const isIndex = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function isPlace(value: unknown): value is Place {
  if (typeof value !== "object" || value === null) return false;
  const { page, panel } = value as Record<string, unknown>;
  return isIndex(page) && (panel === undefined || isIndex(panel));
}
