// `npm run build`: every function as it is deployed, in `dist/`. The same sources and packages give the same bytes.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FUNCTIONS } from "../../lib/topology.ts";
import { packThings } from "../draw/things/pack.ts";
import { type Bundle, bundleFunction } from "./build/bundle-function.ts";
import { DIST } from "./build/layout.ts";
import { packBundle } from "./build/pack-bundle.ts";

const USAGE = `Usage: npm run build [-- NAME…] [--pack]
  NAME   functions to build; default: all, and whatever else was in dist/ goes
  --pack also writes dist/NAME.zip, from which the function runs in the cloud`;

function lineOf({ name, bytes, startBytes }: Bundle): string {
  const kilobytes = (count: number) => `${Math.round(count / 1_000).toLocaleString("en-US")} KB`.padStart(10);
  return `${name.padEnd(12)}${kilobytes(startBytes)} at the start, ${kilobytes(bytes)} in all\n`;
}

function readArguments(): { names: string[]; pack: boolean } {
  const all = FUNCTIONS.map(({ name }) => name);
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pack: { type: "boolean", default: false } },
  });
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`there is no function ${unknown.join(", ")}: ${all.join(", ")}`);
  if (positionals.length > 0) return { names: positionals, ...values };
  rmSync(DIST, { recursive: true, force: true });
  return { names: all, ...values };
}

try {
  const { names, pack } = readArguments();
  packThings();
  for (const name of names) {
    const bundle = await bundleFunction({ name, outdir: DIST });
    process.stdout.write(lineOf(bundle));
    if (pack) await packBundle(bundle.folder, join(DIST, `${name}.zip`));
  }
} catch (error) {
  const isUsage = error instanceof TypeError || error instanceof RangeError;
  process.stderr.write(
    `build: ${error instanceof Error ? error.message : error}\n${isUsage ? `${USAGE}\n` : ""}`,
  );
  process.exitCode = isUsage ? 2 : 1;
}
