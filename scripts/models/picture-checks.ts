// `node scripts/models/picture-checks.ts [--half dev|test] [--no-letters] [--wrong]`: what code finds in pictures that our model server did
// not make (`pictures/labels.tsv`), as rates of hits and of false alarms. `--wrong` names each picture that was told wrongly.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readImageHeader } from "../../lib/manga/image-header.ts";
import { pixelsOf } from "../../lib/models/hosted/code-mends.ts";
import { paddleLetters } from "../../lib/models/hosted/letters/paddle-letters.ts";
import { isWriting } from "../../lib/models/hosted/letters/writing.ts";
import { barsOf, borderOf } from "../../lib/models/hosted/picture-edges.ts";
import { isColoured } from "../../lib/models/hosted/pixel-faults.ts";
import { decode } from "../../lib/models/hosted/shape.ts";
import { type Label, type Labelled, readLabels } from "./picture-labels.ts";

const CHECKS = ["colour", "border", "ratio", "letters"] as const;
type Check = (typeof CHECKS)[number];

const { values } = parseArgs({
  options: {
    half: { type: "string" },
    "no-letters": { type: "boolean", default: false },
    wrong: { type: "boolean", default: false },
  },
});
const folder = join(import.meta.dirname, "pictures");
const findLetters = paddleLetters();

interface Measured {
  labelled: Labelled;
  found: Partial<Record<Check, boolean>>;
  /** What was read. */
  said: string;
}

async function measured(labelled: Labelled): Promise<Measured> {
  const bytes = readFileSync(join(folder, labelled.file));
  const header = readImageHeader(bytes);
  if (header === undefined) throw new Error(`${labelled.file} is no picture`);
  const pixels = await pixelsOf({ bytes, ...header });
  const lines = values["no-letters"] ? undefined : await findLetters(bytes);
  return {
    labelled,
    found: {
      colour: isColoured(pixels),
      border: borderOf(pixels, 4) !== undefined,
      ratio: (await decode(bytes, labelled.asked)).kind === "unusable" || barsOf(pixels) !== undefined,
      ...(lines && { letters: lines.some(isWriting) }),
    },
    said: (lines ?? []).map(({ text, sure }) => `${text} ${sure.toFixed(2)}`).join(" | "),
  };
}

const percent = (part: number, whole: number) =>
  `${part} of ${whole} (${whole === 0 ? 0 : Math.round((100 * part) / whole)} %)`;

function report(half: string, all: readonly Measured[]): void {
  console.log(
    `\n| check (${half}) | faults found | false alarms | signatures and the like |\n|---|---|---|---|`,
  );
  for (const check of CHECKS) {
    const flagged = (label: Label) => {
      const those = all.filter(
        ({ labelled, found }) => labelled[check] === label && found[check] !== undefined,
      );
      return percent(those.filter(({ found }) => found[check]).length, those.length);
    };
    console.log(
      `| ${check} | ${flagged("y")} | ${flagged("n")} | ${check === "letters" ? flagged("?") : "–"} |`,
    );
  }
  if (!values.wrong) return;
  for (const { labelled, found, said } of all) {
    for (const check of CHECKS) {
      const label = labelled[check];
      if (found[check] === undefined || label === "?" || (label === "y") === found[check]) continue;
      console.log(
        `${check} ${label === "y" ? "missed" : "false"}: ${labelled.file}${check === "letters" ? ` [${said}]` : ""}`,
      );
    }
  }
}

for (const half of ["dev", "test"] as const) {
  if (values.half !== undefined && values.half !== half) continue;
  const all: Measured[] = [];
  for (const labelled of readLabels(join(folder, "labels.tsv")).filter((one) => one.half === half))
    all.push(await measured(labelled));
  report(half, all);
}
