// `node scripts/make/reader.ts cbz FILE.cbz --out FOLDER`: a comic book archive as a folder that `<mekuri-reader>` reads.
import { parseArgs } from "node:util";
import { makeFromCbz } from "./reader/make-from-cbz.ts";
import { ArchiveError } from "./reader/read-archive.ts";

const USAGE = `Usage: node scripts/make/reader.ts cbz FILE.cbz --out FOLDER [--title TEXT] [--language ja] [--direction rtl|ltr]

Writes reader.json, the pages as WebP in three widths, and index.html, which opens the book from the file system too.
Title, language, direction, cover and double pages come from ComicInfo.xml where the archive has one.
`;

class UsageError extends Error {}

async function main(): Promise<void> {
  const { command, file, options } = readArguments();
  if (command !== "cbz" || file === undefined || options.out === undefined)
    throw new UsageError("a file and --out are needed");
  const { out, title, language, direction } = options;
  if (direction !== undefined && direction !== "rtl" && direction !== "ltr")
    throw new UsageError("--direction is rtl or ltr");
  const manifest = await makeFromCbz({ file, out, title, language, direction });
  const { pages } = manifest;
  process.stdout.write(`${manifest.title}: ${pages.length} pages, ${manifest.direction}, in ${out}\n`);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string" },
        title: { type: "string" },
        language: { type: "string" },
        direction: { type: "string" },
      },
    });
    const [command, file] = positionals;
    return { command, file, options: values };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

try {
  await main();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof UsageError) {
    process.exitCode = 2;
    process.stderr.write(`mekuri: ${error.message}\n\n${USAGE}`);
  } else if (error instanceof ArchiveError) {
    process.stderr.write(`mekuri: ${process.argv[3]} cannot be read: ${error.message}\n`);
  } else if (error instanceof Error && "code" in error && typeof error.code === "string") {
    process.stderr.write(`mekuri: ${error.message}\n`);
  } else throw error;
}
