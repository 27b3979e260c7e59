// `npm run prove -- things`: packs the drawings of things (`assets/things`) for the offline artist, and previews one.
// docs/develop/things.md documents how to add a thing.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { newCommand, runs, subCommand } from "../command/command.ts";
import { packThings } from "./things/pack.ts";

const OUT = join(import.meta.dirname, "../../out/things");

export function things(): Command {
  const command = newCommand("things", "pack the drawings of things for the offline artist, and preview one");
  const pack = subCommand(
    command,
    "pack",
    "makes assets/things.pack from assets/things if one of its files has changed",
  );
  runs<object>(pack, () => {
    process.stdout.write(
      packThings() ? "assets/things.pack was written\n" : "assets/things.pack is up to date\n",
    );
  });
  const preview = subCommand(
    command,
    "preview",
    "packs, and draws a thing held in a hand, on a table, on the ground, far away and in colour: out/things/NAME.png",
  ).argument("<names...>", "of things");
  runs<object>(preview, (_options, names: string[]) => show(names));
  return command;
}

async function show(names: readonly string[]): Promise<void> {
  packThings();
  // Imported after packing, because the artist reads the pack when it is loaded.
  const { previewOf } = await import("./things/preview.ts");
  mkdirSync(OUT, { recursive: true });
  for (const name of names) {
    writeFileSync(join(OUT, `${name}.png`), previewOf(name));
    process.stdout.write(`${join(OUT, `${name}.png`)}\n`);
  }
}
