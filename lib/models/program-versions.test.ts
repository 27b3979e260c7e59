// A program's version is a hash of all of its sources and nothing else, and is the same in a bundle.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { afterAll, describe, expect, it, test } from "vitest";
import { builtVersions } from "../../scripts/operate/build/built-versions.ts";
import { ROOT } from "../../scripts/operate/build/layout.ts";
import { programSources, versionOf } from "./program-sources.ts";
import { PROGRAM_ENTRIES, type Program, programId, programVersion } from "./program-versions.ts";

const PROGRAMS = Object.keys(PROGRAM_ENTRIES) as Program[];
const folder = mkdtempSync(join(tmpdir(), "mekuri-versions-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a program of a few files; `changed` replaces some of them. */
function programOf(changed: Readonly<Record<string, string>> = {}): string {
  const files = {
    "package.json": '{ "dependencies": { "one": "1.0.0", "@scope/two": "2.0.0" } }',
    "lib/main.ts": [
      'import { near } from "./near.ts";',
      'import type { Told } from "./told.ts";',
      'import {\n  far,\n  type Told as T,\n} from "../other/far.ts";',
      'import "one";',
      'const late = () => import("./late.ts");',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a program
      "const file = (language: string) => new URL(`./words/${language}.txt`, import.meta.url);",
      'export { near as again } from "./near.ts";',
    ].join("\n"),
    "lib/near.ts": 'import { more } from "@scope/two/more";\nexport const near = 1;',
    "lib/told.ts": "export type Told = string;",
    "lib/late.ts": 'import { readFileSync } from "node:fs";\nimport { near } from "./near.ts";',
    "other/far.ts": 'import "../lib/main.ts";',
    "other/beside.ts": "export const beside = 1;",
    "lib/words/en.txt": "tree",
    "lib/words/ja.txt": "木",
    ...changed,
  };
  const root = mkdtempSync(join(folder, "program-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const versionIn = (root: string) => versionOf(root, programSources(root, "lib/main.ts"));

describe("the sources of a program", () => {
  it("are all files that its entry imports directly or indirectly, loads lazily or reads as data", () => {
    expect(programSources(programOf(), "lib/main.ts")).toEqual({
      files: [
        ...["lib/late.ts", "lib/main.ts", "lib/near.ts", "lib/words/en.txt", "lib/words/ja.txt"],
        "other/far.ts",
      ],
      packages: ["@scope/two", "one"],
    });
  });

  it("must all exist", () => {
    const root = programOf({ "lib/near.ts": 'import { gone } from "./gone.ts";' });
    expect(() => programSources(root, "lib/main.ts")).toThrow(/gone\.ts/);
  });
});

describe("the version of a program", () => {
  const version = versionIn(programOf());

  it("is eight hexadecimal digits, independent of the sources' folder", () => {
    expect(version).toMatch(/^[0-9a-f]{8}$/);
    expect(versionIn(programOf())).toBe(version);
  });

  it.each([
    ["a source", { "lib/late.ts": "" }],
    ["a data file", { "lib/words/ja.txt": "林" }],
    ["an additional data file", { "lib/words/fr.txt": "arbre" }],
    [
      "a package's version",
      { "package.json": '{ "dependencies": { "one": "1.0.1", "@scope/two": "2.0.0" } }' },
    ],
  ])("changes with %s", (_what, changed) => {
    expect(versionIn(programOf(changed))).not.toBe(version);
  });

  it.each([
    ["types", { "lib/told.ts": "export type Told = number;" }],
    ["a file that it does not import", { "other/beside.ts": "" }],
  ])("does not change with %s", (_what, changed) => {
    expect(versionIn(programOf(changed))).toBe(version);
  });
});

const bundled = (entry: string, plugins: Plugin[] = []) =>
  build({
    ...{ absWorkingDir: ROOT, entryPoints: [entry], plugins },
    ...{ bundle: true, write: false, metafile: true },
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "silent",
  });

test.each(PROGRAMS)("the sources of %s equal those that the bundler finds", async (program) => {
  const entry = PROGRAM_ENTRIES[program];
  const { metafile } = await bundled(entry);
  const { files } = programSources(ROOT, entry);
  expect(files.filter((path) => path.endsWith(".ts"))).toEqual(Object.keys(metafile.inputs).toSorted());
});

test("the offline reader's version includes its tables of nouns", () => {
  const { files, packages } = programSources(ROOT, PROGRAM_ENTRIES["offline-reader"]);
  expect(files).toEqual(expect.arrayContaining(["assets/kinds/en.txt", "assets/kinds/ja.txt"]));
  expect(packages).toContain("lindera-wasm-nodejs-ipadic");
});

test("a bundle has the versions of its sources, and reads no source", async () => {
  const { outputFiles, metafile } = await bundled("lib/models/program-versions.ts", [builtVersions]);
  expect(Object.keys(metafile.inputs)).toEqual(["lib/models/program-versions.ts"]);
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString("base64");
  const built: { programId(program: Program): string } = await import(`data:text/javascript;base64,${code}`);
  for (const program of PROGRAMS) {
    expect(built.programId(program)).toBe(programId(program));
    expect(programId(program)).toBe(`${program}@${programVersion(program)}`);
  }
});
