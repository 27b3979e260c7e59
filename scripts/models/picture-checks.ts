// `node scripts/models/picture-checks.ts [--half dev|test] [--no-letters] [--wrong]`: hit rates and false-alarm rates of the checks by
// code, on pictures that our model server did not make. `--wrong` lists each wrong result.
import { parseArgs } from "node:util";
import { paddleLetters } from "../../lib/models/hosted/letters/paddle-letters.ts";
import type { Label } from "./picture-labels.ts";
import { CHECKS, type Check, type Measured, measuredHalf, named } from "./picture-rates.ts";

const { values } = parseArgs({
  options: {
    half: { type: "string" },
    "no-letters": { type: "boolean", default: false },
    wrong: { type: "boolean", default: false },
  },
});

const print = (line: string) => process.stdout.write(`${line}\n`);

function percent(all: readonly Measured[], check: Check, label: Label): string {
  const { named: part, of } = named(all, check, label);
  return of === 0 ? "–" : `${part} of ${of} (${Math.round((100 * part) / of)} %)`;
}

function report(half: string, all: readonly Measured[]): void {
  print(
    `\n| check (${half}) | faults found | false alarms | signatures and similar marks |\n|---|---|---|---|`,
  );
  for (const check of CHECKS) {
    const others = check === "letters" ? percent(all, check, "?") : "–";
    print(`| ${check} | ${percent(all, check, "y")} | ${percent(all, check, "n")} | ${others} |`);
  }
  if (!values.wrong) return;
  for (const { labelled, found, said } of all) {
    for (const check of CHECKS) {
      const label = labelled[check];
      if (found[check] === undefined || label === "?" || (label === "y") === found[check]) continue;
      const read = check === "letters" ? ` [${said}]` : "";
      print(`${check} ${label === "y" ? "missed" : "false"}: ${labelled.file}${read}`);
    }
  }
}

for (const half of ["dev", "test"] as const) {
  if (values.half !== undefined && values.half !== half) continue;
  report(half, await measuredHalf(half, values["no-letters"] ? undefined : paddleLetters()));
}
