// Opens a PDF with Poppler's tools, which are installed if missing.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { debianProgram } from "../../../emulators/debian-package.ts";

const run = promisify(execFile);

export interface OpenedPdf {
  pages: number;
  /** The PDF's text without white space, in page order. */
  text: string;
}

/** Throws the program's message if the file is damaged. */
export async function openPdf(file: string): Promise<OpenedPdf> {
  const pdfinfo = await debianProgram("pdfinfo", "poppler-utils");
  const pdftotext = await debianProgram("pdftotext", "poppler-utils");
  const [about, words] = await Promise.all([run(pdfinfo, [file]), run(pdftotext, [file, "-"])]);
  const trouble = about.stderr + words.stderr;
  if (trouble !== "") throw new Error(trouble);
  const pages = Number(/^Pages:\s+(\d+)$/m.exec(about.stdout)?.[1]);
  return { pages, text: words.stdout.replaceAll(/\s/gu, "") };
}
