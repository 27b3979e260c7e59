// Collects the licences of the packages in a bundle; most require that they accompany the code.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { ROOT } from "./layout.ts";

const PackageSchema = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = "=".repeat(80);

/** The text of the file. Throws if a package states no licence. `inputs`: bundled files, relative to the repository. */
export function licencesOf(inputs: readonly string[], packages: readonly string[]): string {
  const bundled = inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  const folders = [...new Set([...bundled, ...packages.map((name) => `node_modules/${name}`)])].toSorted();
  return `${folders.map(noticeOf).join(`\n\n${RULE}\n\n`)}\n`;
}

function noticeOf(folder: string): string {
  const at = join(ROOT, folder);
  const described = PackageSchema.safeParse(JSON.parse(readFileSync(join(at, "package.json"), "utf8")));
  if (!described.success) throw new Error(`${folder} does not state its name and version`);
  const { name, version, license } = described.data;
  const texts = readdirSync(at)
    .filter((file) => LICENCE_FILE.test(file))
    .toSorted()
    .map((file) => readFileSync(join(at, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (license === undefined && texts.length === 0) throw new Error(`${folder} does not state its licence`);
  return [license === undefined ? `${name} ${version}` : `${name} ${version} (${license})`, ...texts].join(
    "\n\n",
  );
}
