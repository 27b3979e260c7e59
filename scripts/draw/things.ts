// `npm run things`: packs the drawings of things (`assets/things`) for the offline artist, and shows one of them. docs/develop/things.md says how
// to add a thing.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packThings } from "./things/pack.ts";

const USAGE = `Usage: npm run things -- pack | preview NAME…
  pack     makes assets/things.pack of assets/things, where one of its files has changed
  preview  packs, and draws a thing in a hand, on a table, on the ground, far off and in colour: out/things/NAME.png`;
const OUT = join(import.meta.dirname, "../../out/things");

const [command, ...names] = process.argv.slice(2);
try {
  if (command === "pack" && names.length === 0) {
    process.stdout.write(packThings() ? "assets/things.pack is new\n" : "assets/things.pack is up to date\n");
  } else if (command === "preview" && names.length > 0) {
    packThings();
    // The artist reads the pack when it is loaded.
    const { previewOf } = await import("./things/preview.ts");
    mkdirSync(OUT, { recursive: true });
    for (const name of names) {
      writeFileSync(join(OUT, `${name}.png`), previewOf(name));
      process.stdout.write(`${join(OUT, `${name}.png`)}\n`);
    }
  } else throw new TypeError(USAGE);
} catch (error) {
  process.stderr.write(`things: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
