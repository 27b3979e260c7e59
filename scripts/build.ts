// `npm run build`: every function as it is deployed, in `dist/`. The same sources and packages give the same bytes.
import { rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { FUNCTIONS } from "../lib/topology.ts";
import { type Bundle, bundleFunction } from "./build/bundle-function.ts";
import { DIST } from "./build/layout.ts";

const USAGE = `Usage: npm run build [-- NAME…]
  NAME   functions to build; default: all, and whatever else was in dist/ goes`;

function lineOf({ name, bytes, startBytes }: Bundle): string {
  const kilobytes = (count: number) => `${Math.round(count / 1_000).toLocaleString("en-US")} KB`.padStart(10);
  return `${name.padEnd(12)}${kilobytes(startBytes)} at the start, ${kilobytes(bytes)} in all\n`;
}

function readNames(): string[] {
  const all = FUNCTIONS.map(({ name }) => name);
  const { positionals } = parseArgs({ allowPositionals: true, options: {} });
  const unknown = positionals.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    throw new RangeError(`there is no function ${unknown.join(", ")}: ${all.join(", ")}`);
  if (positionals.length > 0) return positionals;
  rmSync(DIST, { recursive: true, force: true });
  return all;
}

try {
  for (const name of readNames()) process.stdout.write(lineOf(await bundleFunction({ name, outdir: DIST })));
} catch (error) {
  const isUsage = error instanceof TypeError || error instanceof RangeError;
  process.stderr.write(
    `build: ${error instanceof Error ? error.message : error}\n${isUsage ? `${USAGE}\n` : ""}`,
  );
  process.exitCode = isUsage ? 2 : 1;
}
