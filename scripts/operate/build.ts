// `npm run build`: builds every function for deployment into `dist/`. The same sources and packages give the same bytes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { FUNCTIONS } from "../../lib/topology.ts";
import { newCommand, runCommand, runs, UsageError } from "../command/command.ts";
import { packThings } from "../draw/things/pack.ts";
import { type Bundle, bundleFunction } from "./build/bundle-function.ts";
import { DIST } from "./build/layout.ts";
import { packBundle } from "./build/pack-bundle.ts";

function lineOf({ name, bytes, startBytes }: Bundle): string {
  const kilobytes = (count: number) => `${Math.round(count / 1_000).toLocaleString("en-US")} KB`.padStart(10);
  return `${name.padEnd(12)}${kilobytes(startBytes)} at the start, ${kilobytes(bytes)} in all\n`;
}

const NAMES = FUNCTIONS.map(({ name }) => name);

const command = newCommand("npm run build --", "build every function as it is deployed, in dist/")
  .argument(
    "[name...]",
    `functions to build: ${NAMES.join(", ")} (default: all; everything else in dist/ is removed)`,
  )
  .option("--pack", "also write dist/NAME.zip, from which the function runs in the cloud", false);

runs<{ pack: boolean }>(command, async ({ pack }, named: string[]) => {
  const unknown = named.filter((name) => !NAMES.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`there is no function ${unknown.join(", ")}: ${NAMES.join(", ")}`);
  if (named.length === 0) rmSync(DIST, { recursive: true, force: true });
  packThings();
  for (const name of named.length === 0 ? NAMES : named) {
    const bundle = await bundleFunction({ name, outdir: DIST });
    process.stdout.write(lineOf(bundle));
    if (pack) await packBundle(bundle.folder, join(DIST, `${name}.zip`));
  }
});

process.exitCode = await runCommand(command, process.argv.slice(2), { name: "build" });
