// Finds a program's source files by following its relative imports, and hashes them to a version. Used where the code runs unbuilt, and by
// the build, which puts the versions into the bundles.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** Types are erased, so files of which only types are imported are not part of the program. */
const IMPORT = /^(?:import|export)\s(?!type\s)(?:[^;"']*?\sfrom\s+)?["']([^"']+)["'];/gm;
const LOADED = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
/** Matches data files beside the code: `new URL("../../assets/kinds/ja.txt", import.meta.url)`. */
const DATA = /new URL\(\s*["'`](\.[^"'`]*[^"'`/])["'`],\s*import\.meta\.url\)/g;
/** The part of such an address that is known only at run time. */
const VARIABLE = /\$\{[^}]*\}/;

export interface ProgramSources {
  /** Paths relative to the root, with slashes, sorted. */
  files: string[];
  /** Names of the imported packages without Node's modules, sorted. */
  packages: string[];
}

/** `entry`: a path relative to `root`. Throws where an imported file is missing. */
export function programSources(root: string, entry: string): ProgramSources {
  const files = new Set<string>();
  const packages = new Set<string>();
  const open = [join(root, entry)];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const name = relative(root, path).replaceAll(sep, "/");
    if (files.has(name)) continue;
    files.add(name);
    if (!path.endsWith(".ts")) continue;
    const text = readFileSync(path, "utf8");
    const folder = dirname(path);
    for (const [, imported = ""] of [...text.matchAll(IMPORT), ...text.matchAll(LOADED)]) {
      if (imported.startsWith(".")) open.push(join(folder, imported));
      else if (!imported.startsWith("node:")) packages.add(packageOf(imported));
    }
    for (const [, address = ""] of text.matchAll(DATA)) open.push(...dataFiles(join(folder, address)));
  }
  return { files: [...files].toSorted(), packages: [...packages].toSorted() };
}

function packageOf(imported: string): string {
  return imported.split("/", imported.startsWith("@") ? 2 : 1).join("/");
}

/** All files that an address with variable parts may mean. */
function dataFiles(address: string): string[] {
  if (!VARIABLE.test(address)) return [address];
  const folder = dirname(address);
  const [before = "", after = ""] = address.slice(folder.length + 1).split(VARIABLE);
  return readdirSync(folder)
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) => join(folder, name));
}

/** Eight hexadecimal digits: a hash of the sources' bytes and the versions of the imported packages. */
export function versionOf(root: string, { files, packages }: ProgramSources): string {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  const manifest: { dependencies?: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  for (const name of packages) hash.update(`${name}@${manifest.dependencies?.[name]}\0`);
  return hash.digest("hex").slice(0, 8);
}
