// Tests the package as a user gets it: packed by npm, unpacked in an empty folder, and used there to letter a page.
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { letterPage } from "./src/letter-page.ts";
import type { PageBrief, Panel } from "./src/page.ts";
import { fragmentOf } from "./src/svg-fragment.ts";

const ROOT = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "mekuri-lettering-package-"));
const app = join(folder, "app");
const installed = join(app, "node_modules/@mekuri/lettering");

/** `npm pack` builds the package (`prepack`). The app's folder holds the package and its declared dependencies, and nothing else. */
beforeAll(() => {
  const args = ["pack", "--workspace", "@mekuri/lettering", "--pack-destination", folder, "--loglevel=error"];
  execFileSync("npm", args, { cwd: ROOT, stdio: "pipe" });
  const [file = ""] = globSync("*.tgz", { cwd: folder });
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xf", join(folder, file), "--strip-components=1", "-C", installed]);
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(installed, "package.json"), "utf8"),
  );
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(app, "node_modules", name, ".."), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(app, "node_modules", name));
  }
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", type: "module" }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const word = (text: string, id: string) => ({
  ...{ id, kind: "balloon" as const, voice: "speech" as const, speaker: "c1", guessed: false, ruby: [] },
  text,
});
const panelWith = (...texts: string[]): Panel => ({
  id: "k1",
  frame: {
    corners: [
      { x: 160, y: 185 },
      { x: 1660, y: 185 },
      { x: 1660, y: 1185 },
      { x: 160, y: 1185 },
    ],
  },
  words: {
    texts: texts.map((text, at) => word(text, `w${at + 1}`)),
    sounds: [{ text: "ドン", loudness: 4, hard: true }],
  },
  ...{ cover: 0.4, figures: [{ character: "c1", side: 0.5 }] },
});
const ART = [
  [
    "k1",
    {
      faces: [
        { character: "c1", box: { x: 660, y: 400, width: 200, height: 220 }, mouth: { x: 760, y: 560 } },
      ],
      keep: [],
    },
  ],
] as const;

test.each<[PageBrief["language"], string[]]>([
  ["ja", ["ここで待っていて。", "扉の向こうに、だれかが立っていて……"]],
  ["en", ["Wait here, will you?", "There is somebody standing behind that door."]],
])(
  "letters a page in %s with its own fonts and gives the same result as the sources",
  async (language, texts) => {
    const panels = [panelWith(...texts)];
    const page: PageBrief = { number: 1, language, direction: language === "ja" ? "rtl" : "ltr", seed: 3 };
    writeFileSync(
      join(app, "letter.mjs"),
      `import { letterPage } from "@mekuri/lettering";
     import { fragmentOf } from "@mekuri/lettering/svg";
     const [panels, art, page] = ${JSON.stringify([panels, ART, page])};
     const texts = await letterPage(panels, new Map(art), page);
     console.log(JSON.stringify(texts.map(fragmentOf)));`,
    );
    const written = execFileSync(process.execPath, ["letter.mjs"], { cwd: app, encoding: "utf8" });
    const expected = await letterPage(
      panels,
      new Map(ART.map(([id, { faces }]) => [id, { faces: [...faces], keep: [] }])),
      page,
    );
    expect(expected.map(({ kind }) => kind)).toEqual(["balloon", "balloon", "sound"]);
    expect(JSON.parse(written)).toEqual(expected.map(fragmentOf));
  },
);

test("has types that compile in a strict project and refer to nothing outside the package", () => {
  for (const file of globSync("dist/types/**/*.d.ts", { cwd: installed })) {
    expect(readFileSync(join(installed, file), "utf8")).not.toMatch(/from "(?!\.\/)|\.ts"/);
  }
  writeFileSync(
    join(app, "use.ts"),
    `import { letterPage } from "@mekuri/lettering";
     import type { LetteredText, PageBrief, Panel } from "@mekuri/lettering/page";
     import { pageSearch } from "@mekuri/lettering/search";
     import { fragmentOf } from "@mekuri/lettering/svg";
     export async function svgOf(panels: Panel[], page: PageBrief): Promise<string> {
       const texts: LetteredText[] = await letterPage(panels, new Map(), page, pageSearch());
       return texts.map(fragmentOf).join("");
     }
     // @ts-expect-error: a language that there is not
     export const page: PageBrief = { number: 1, language: "fr", direction: "ltr", seed: 1 };`,
  );
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", ""];
  execFileSync(process.execPath, [tsc, ...options, "use.ts"], { cwd: app, stdio: "pipe" });
});

test("includes the licence of every font", () => {
  const files = globSync("assets/fonts/*", { cwd: installed });
  expect(files.filter((file) => file.endsWith(".ttf"))).toHaveLength(9);
  expect(files.filter((file) => /OFL-.*\.txt$/.test(file))).toHaveLength(8);
});
