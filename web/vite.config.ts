// The studio's build: React without a plugin, and the Firestore SDK in a chunk of its own that is loaded when needed.
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { buildModules } from "../reader/build.ts";

/** Names of the styles with a picture, `public/choices/style-{name}.webp`. The others are offered by name only. */
const stylePictures = globSync("public/choices/style-*.webp", { cwd: import.meta.dirname }).map((path) =>
  basename(path, ".webp").replace("style-", ""),
);

/** Hosting's 404 page: the studio itself, which shows an error and links. */
const missingPage: Plugin = {
  name: "missing-page",
  enforce: "post",
  generateBundle(_, bundle) {
    const page = bundle["index.html"];
    if (page?.type !== "asset") throw new Error("index.html was not built");
    this.emitFile({ type: "asset", fileName: "404.html", source: page.source });
  },
};

/** The reader's script for pages of any site: `/reader/mekuri-reader.js`. */
const readerForAll: Plugin = {
  name: "reader-for-all",
  async generateBundle() {
    const folder = mkdtempSync(join(tmpdir(), "mekuri-reader-"));
    try {
      await buildModules(folder);
      const source = readFileSync(join(folder, "mekuri-reader.js"));
      this.emitFile({ type: "asset", fileName: "reader/mekuri-reader.js", source });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

export default defineConfig({
  plugins: [missingPage, readerForAll],
  define: { STYLE_PICTURES: JSON.stringify(stylePictures) },
  oxc: { jsx: { runtime: "automatic" } },
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
});
