// Draws recorded requests again and lists panels that look neither as recorded nor as accepted.
import { deriveSeed } from "../../../lib/manga/seed.ts";
import { acceptedPixels, readAccepted } from "./accepted.ts";
import { differenceOf, drawnPixels, type Greys, greysOf, isSame } from "./drawn-pixels.ts";
import { type Golden, GoldensError, readSet, setOf, setsIn } from "./pack.ts";

/** A panel that looks neither as recorded nor as accepted. */
export interface Difference {
  panel: string;
  widthPx: number;
  /** The accepted picture, otherwise the recorded one. */
  before: Greys;
  /** Undefined if the artist threw. */
  after: Greys | undefined;
  /** Share of differing pixels, from 0 to 1. */
  share: number;
  /** The share, or the artist's error. */
  told: string;
  /** Whether another picture was accepted before. */
  wasAccepted: boolean;
}

export interface Comparison {
  /** Number of panels drawn. */
  panels: number;
  differences: Difference[];
  /** Panels that look as accepted and not as recorded. */
  accepted: string[];
}

/** Which panels: all, a fixed eighth, or the named panels or sets. */
export type Wanted = "all" | "eighth" | readonly string[];

/** Throws GoldensError for an unknown name, and if the goldens are missing or broken. */
export async function compareGoldens(folder: string, wanted: Wanted): Promise<Comparison> {
  const list = new Map(readAccepted(folder).map((one) => [one.panel, one]));
  const comparison: Comparison = { panels: 0, differences: [], accepted: [] };
  for (const golden of goldensOf(folder, wanted)) {
    comparison.panels += 1;
    const { panel, widthPx } = golden;
    const recorded = greysOf(golden.levels);
    const after = await drawn(golden);
    if (typeof after !== "string" && isSame(recorded, after)) continue;
    const accepted = list.get(panel);
    const before = accepted ? await acceptedPixels(folder, accepted) : recorded;
    if (typeof after === "string") {
      const told = `the artist fails: ${after}`;
      comparison.differences.push({
        panel,
        widthPx,
        before,
        after: undefined,
        share: 1,
        told,
        wasAccepted: !!accepted,
      });
    } else if (accepted && isSame(before, after)) comparison.accepted.push(panel);
    else {
      const share = differenceOf(before, after);
      const told = `${Math.round(share * before.length)} pixels, ${(share * 100).toFixed(1)} %`;
      comparison.differences.push({ panel, widthPx, before, after, share, told, wasAccepted: !!accepted });
    }
  }
  return comparison;
}

/** An error of the artist counts as a difference. */
async function drawn({ request, widthPx }: Golden): Promise<Greys | string> {
  try {
    return await drawnPixels(request, widthPx);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Set by set, so that few pictures are in memory. */
export function* goldensOf(folder: string, wanted: Wanted): Generator<Golden> {
  const names = typeof wanted === "string" ? [] : wanted;
  const sets = setsIn(folder);
  const missing = new Set(names.filter((name) => !sets.includes(name)));
  const unknown = names.find((name) => !sets.includes(setOf(`${name}/`)));
  if (unknown !== undefined) throw unknownPanel(unknown);
  for (const set of sets) {
    if (typeof wanted !== "string" && !names.some((name) => setOf(`${name}/`) === set)) continue;
    for (const golden of readSet(folder, set)) {
      missing.delete(golden.panel);
      if (
        typeof wanted === "string"
          ? wanted === "all" || isInEighth(golden.panel)
          : isNamed(golden.panel, names)
      )
        yield golden;
    }
    const [absent] = [...missing].filter((name) => setOf(name) === set);
    if (absent !== undefined) throw unknownPanel(absent);
  }
}

const isNamed = (panel: string, names: readonly string[]) =>
  names.includes(panel) || names.includes(setOf(panel));

/** Whether a panel is in the fixed eighth. Its name alone decides, so the selection does not depend on other panels. */
const isInEighth = (panel: string): boolean => deriveSeed(8, panel) % 8 === 0;

const unknownPanel = (name: string) =>
  new GoldensError(`There is no golden ${name}. A panel's name is like comedy/p3/k2, a set's like comedy.`);
