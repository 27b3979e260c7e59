// The package as consumers get it: its size, packed by npm, used from an empty folder, opened from a file, and embedded from another
// origin.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../emulators/web-sdk/chromium.ts";
import { readerPage } from "../scripts/make/reader/reader-page.ts";
import { eventually } from "./testing/eventually.ts";
import { hostPage } from "./testing/reader-in-browser.ts";
import { writeSampleBook } from "./testing/sample-book.ts";
import { serve } from "./testing/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-package-"));
const installed = join(folder, "app/node_modules/@mekuri/reader");
let browser: Browser;

/** `npm pack` builds the package (`prepack`); npm then installs the file into an empty folder. */
beforeAll(async () => {
  const root = join(import.meta.dirname, "..");
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync("npm", [...args, "--loglevel=error"], {
      cwd,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  const packed = JSON.parse(
    npm(root, "pack", "--workspace", "@mekuri/reader", "--pack-destination", folder, "--json"),
  );
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app/package.json"), JSON.stringify({ name: "app", type: "module" }));
  const { filename } = Array.isArray(packed) ? packed[0] : Object.values<{ filename: string }>(packed)[0];
  npm(join(folder, "app"), "install", "--no-audit", "--no-fund", "--offline", join(folder, filename));
  [browser] = await Promise.all([
    launchChromium(),
    writeSampleBook(join(folder, "book"), { pages: 3, language: "en", widths: [360] }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const sizeOf = (path: string) => brotliCompressSync(readFileSync(join(installed, path))).byteLength;
/** The current page of a document's reader. */
const PLACE = `document.querySelector("mekuri-reader").place.page`;

describe("the package", () => {
  it("is smaller than 40 KB with its styles, compressed with brotli", () => {
    expect(sizeOf("dist/mekuri-reader.js")).toBeLessThan(40_000);
    expect(sizeOf("dist/mekuri-reader.classic.js")).toBeLessThan(40_000);
  });

  it("parses manifests in Node without the component", () => {
    const script = `import { readManifest } from "@mekuri/reader/manifest";
      try { readManifest({ reader: 1 }, "https://example.org/") } catch (error) { console.log(error.message) }`;
    const told = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: join(folder, "app"),
    });
    expect(told.toString().trim()).toBe("pages must be a list");
  });

  it("has types that compile in a strict project", () => {
    const app = join(folder, "app");
    writeFileSync(
      join(app, "use.ts"),
      `import { type Manifest, type MekuriReader, spreadsOf } from "@mekuri/reader";
       import { readManifest } from "@mekuri/reader/manifest";
       const book: Manifest = readManifest({}, "https://example.org/");
       const reader: MekuriReader = document.createElement("mekuri-reader");
       reader.place = { page: spreadsOf(book.pages)[0]?.[0] ?? 0 };
       // @ts-expect-error: not a mode
       reader.mode = "fly";`,
    );
    const tsc = join(import.meta.dirname, "../node_modules/typescript/bin/tsc");
    const options = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2024",
      "--lib",
      "es2024,dom",
      "--types",
      "",
    ];
    execFileSync(process.execPath, [tsc, ...options, "use.ts"], { cwd: app, stdio: "pipe" });
  });

  it("shows a book that is opened from a file", async () => {
    const own = join(folder, "from-file");
    cpSync(join(folder, "book"), own, { recursive: true });
    cpSync(join(installed, "dist/mekuri-reader.classic.js"), join(own, "mekuri-reader.js"));
    writeFileSync(
      join(own, "index.html"),
      readerPage(JSON.parse(readFileSync(join(own, "reader.json"), "utf8"))),
    );
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    await page.goto(`file://${join(own, "index.html")}`);
    const image = page.locator('mekuri-reader [data-page="0"] img');
    await eventually(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(360);
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(PLACE)).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows a book of another origin under a strict Content-Security-Policy", async () => {
    const books = await serve(folder, { headers: { "access-control-allow-origin": "*" } });
    const policy = `default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'unsafe-inline'; connect-src ${books.origin}; img-src ${books.origin}`;
    const strict = policy.replace("style-src 'unsafe-inline'; ", "").replace(" 'unsafe-inline'", "");
    const bare = `<!doctype html><html lang="en"><title>Host</title><script type="module" src="/dist/mekuri-reader.js"></script><mekuri-reader src="${books.origin}/book/reader.json"></mekuri-reader>`;
    for (const [content, html] of [
      [policy, hostPage({ language: "en" }, `${books.origin}/book/reader.json`)],
      // Inline styles and inline scripts are not needed.
      [strict, bare],
    ] as const) {
      const host = await serve(installed, {
        pages: { "/": html },
        headers: { "content-security-policy": content },
      });
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
      await page.goto(host.origin);
      const image = page.locator('mekuri-reader [data-page="0"] img');
      await eventually(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(360);
      expect(await image.evaluate((one) => getComputedStyle(one).display)).toBe("block");
      expect(complaints).toEqual([]);
      await page.close();
      await host.close();
    }
    await books.close();
  });

  it("reports the reason if a book cannot be opened", async () => {
    const host = await serve(installed, { pages: { "/": hostPage({ language: "ja" }, "/none.json") } });
    const page = await browser.newPage();
    await page.goto(host.origin);
    await page.waitForFunction("window.told.fault");
    expect(await page.evaluate("window.told.fault")).toEqual([`${host.origin}/none.json answers 404`]);
    expect(await page.locator("mekuri-reader [role=status]").textContent()).toContain("この本を開けません。");
    await page.close();
    await host.close();
  });
});
