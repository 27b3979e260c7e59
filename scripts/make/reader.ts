// `node scripts/make/reader.ts cbz FILE.cbz --out FOLDER`: converts a comic book archive to a folder for `<mekuri-reader>`.
import { DirectionSchema } from "../../lib/manga/language.ts";
import { FailureError, newCommand, oneOf, runCommand, runs, subCommand } from "../command/command.ts";
import { makeFromCbz } from "./reader/make-from-cbz.ts";
import { ArchiveError } from "./reader/read-archive.ts";

interface Options {
  out: string;
  title?: string;
  language?: string;
  direction?: "rtl" | "ltr";
}

const command = newCommand(
  "node scripts/make/reader.ts",
  "convert CBZ books of other origin into folders for <mekuri-reader>",
);
const cbz = subCommand(
  command,
  "cbz",
  "writes reader.json, the pages as WebP in three widths, and index.html, which opens the book from the file system too. Title, language, direction, cover and double pages are read from ComicInfo.xml if the archive has one",
)
  .argument("<file>", "a comic book archive")
  .requiredOption("--out <folder>", "output folder of the book")
  .option("--title <text>", "the book's title")
  .option("--language <code>", "its language: ja")
  .option("--direction <name>", "rtl or ltr", oneOf("--direction", DirectionSchema.options));
runs<Options>(cbz, async ({ out, title, language, direction }, file: string) => {
  const manifest = await makeFromCbz({ file, out, title, language, direction }).catch((error: unknown) => {
    if (error instanceof ArchiveError)
      throw new FailureError(`${file} cannot be read: ${error.message}`, { cause: error });
    throw error;
  });
  process.stdout.write(
    `${manifest.title}: ${manifest.pages.length} pages, ${manifest.direction}, in ${out}\n`,
  );
});

process.exitCode = await runCommand(command, process.argv.slice(2), { name: "mekuri" });
