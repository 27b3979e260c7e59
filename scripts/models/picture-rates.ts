// Results of the checks by code on the labelled pictures of `pictures/`, by check.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readImageHeader } from "../../lib/manga/image-header.ts";
import { pixelsOf } from "../../lib/models/hosted/code-repairs.ts";
import { type FindLetters, isWriting } from "../../lib/models/hosted/letters/writing.ts";
import { barsOf, borderOf } from "../../lib/models/hosted/picture-edges.ts";
import { isColoured } from "../../lib/models/hosted/pixel-faults.ts";
import { decode } from "../../lib/models/hosted/shape.ts";
import { type Label, type Labelled, readLabels } from "./picture-labels.ts";

export const CHECKS = ["colour", "border", "ratio", "letters"] as const;
export type Check = (typeof CHECKS)[number];

export interface Measured {
  labelled: Labelled;
  /** Absent for a check that did not run. */
  found: Partial<Record<Check, boolean>>;
  /** Recognised letters. */
  said: string;
}

const FOLDER = join(import.meta.dirname, "pictures");

/** All pictures of a half, one after the other. Without `findLetters`, letters are not checked. */
export async function measuredHalf(half: Labelled["half"], findLetters?: FindLetters): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const labelled of readLabels(join(FOLDER, "labels.tsv"))) {
    if (labelled.half === half) all.push(await measured(labelled, findLetters));
  }
  return all;
}

async function measured(labelled: Labelled, findLetters: FindLetters | undefined): Promise<Measured> {
  const bytes = readFileSync(join(FOLDER, labelled.file));
  const header = readImageHeader(bytes);
  if (header === undefined) throw new Error(`${labelled.file} is not a picture`);
  const pixels = await pixelsOf({ bytes, ...header });
  const lines = await findLetters?.(bytes);
  return {
    labelled,
    found: {
      colour: isColoured(pixels),
      border: borderOf(pixels, 4) !== undefined,
      ratio: (await decode(bytes, labelled.asked)).kind === "unusable" || barsOf(pixels) !== undefined,
      ...(lines && { letters: lines.some(isWriting) }),
    },
    said: (lines ?? []).map(({ text, certainty }) => `${text} ${certainty.toFixed(2)}`).join(" | "),
  };
}

/** Number of pictures with a label, and how many of them the check detected. */
export function named(all: readonly Measured[], check: Check, label: Label): { named: number; of: number } {
  const those = all.filter(({ labelled, found }) => labelled[check] === label && found[check] !== undefined);
  return { named: those.filter(({ found }) => found[check]).length, of: those.length };
}
