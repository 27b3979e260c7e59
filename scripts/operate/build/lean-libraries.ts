// Removes unused parts of libraries at build time, because they would slow down each cold start.
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import type { Plugin } from "esbuild";
import { ROOT } from "./layout.ts";

/** Replacements in a module's source. */
type Parts = readonly (readonly [RegExp, string])[];

/** zod's messages in fifty languages, which an import of the whole `z` includes. Only English is used. */
const LANGUAGES = /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/;

/** zod generates a parser for every schema, which pays off only if it is used often; most are used once after a cold start. */
const SCHEMAS = /[\\/]zod[\\/]v4[\\/]core[\\/]schemas\.js$/;
const WRITTEN_AFTER = 16;
const WHEN_ASKED: Parts = [
  [/let fastpass;/g, "let fastpass, asked = 0;"],
  [
    /(?<=ctx\.jitless !== true)(?=\) \{\n +\/\/ always synchronous)/g,
    ` && (fastpass || ++asked > ${WRITTEN_AFTER})`,
  ],
];

/** Decompresses WOFF2 with a large dictionary of its own; our fonts are not WOFF2. */
const BROTLI = /[\\/]brotli[\\/]decompress\.js$/;

/** Inflates Unicode tables in JavaScript; Node's zlib is faster. */
const INFLATE = /[\\/]tiny-inflate[\\/]index\.js$/;

/** Parses a PNG in JavaScript, although the PDF embeds it compressed. */
const PNG_READER = /[\\/]png-js[\\/]lib[\\/]png-js\.js$/;
const WHOLE_CHUNKS: Parts = [
  [
    /for \(i = 0; i < chunkSize; i\+\+\) \{\n +this\.imgData\.push\(this\.data\[this\.pos\+\+\]\);\n +\}/g,
    "this.imgData = Buffer.concat([Buffer.from(this.imgData), this.data.subarray(this.pos, (this.pos += chunkSize))]);",
  ],
];

/** Indexes the media types of two thousand file extensions; functions that answer JSON need none. */
const FILE_TYPES = /[\\/]mime-types[\\/]index\.js$/;
const WHEN_LOOKED_UP: Parts = [
  [/^exports\.(?:extensions|types) = Object\.create\(null\)$/gm, ""],
  [
    /^populateMaps\(exports\.extensions, exports\.types\)$/gm,
    `let maps;
const filled = () => {
  if (maps === undefined) {
    maps = { extensions: Object.create(null), types: Object.create(null) };
    populateMaps(maps.extensions, maps.types);
  }
  return maps;
};
for (const name of ["extensions", "types"]) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => filled()[name] });
}`,
  ],
];

/** Ciphers for PDFs with a password, which fill tables at every start; our PDFs have none. */
const CIPHERS = /[\\/]@noble[\\/]ciphers[\\/]esm[\\/]aes\.js$/;

/** Line breaking of flowing text; our texts are set word by word. */
const LINE_BREAKS = /[\\/]linebreak[\\/]dist[\\/](module\.mjs|main\.cjs)$/;

/** A namespace import of Node's http evaluates all of its lazy exports, including an HTTP client; `require` does not. */
const WIDE = /^node:https?$/;

export const leanLibraries: Plugin = {
  name: "lean-libraries",
  setup({ onResolve, onLoad }) {
    onLoad({ filter: SCHEMAS }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHEN_ASKED, path),
      loader: "js",
    }));
    onLoad({ filter: BROTLI }, () => ({
      contents: `module.exports = () => { throw new Error("a bundle reads no WOFF2"); };`,
      loader: "js",
    }));
    onLoad({ filter: PNG_READER }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHOLE_CHUNKS, path),
      loader: "js",
    }));
    onLoad({ filter: INFLATE }, () => ({
      contents: `const { inflateRawSync } = require("node:zlib");
        module.exports = (packed, into) => {
          const whole = inflateRawSync(packed);
          into.set(whole);
          return into.subarray(0, whole.length);
        };`,
      loader: "js",
    }));
    onLoad({ filter: FILE_TYPES }, async ({ path }) => ({
      contents: replaced(await readFile(path, "utf8"), WHEN_LOOKED_UP, path),
      loader: "js",
    }));
    onLoad({ filter: CIPHERS }, () => ({
      contents: `export const [cbc, ecb] = [0, 0].map(() => () => { throw new Error("a bundle encrypts no PDF"); });`,
      loader: "js",
    }));
    onLoad({ filter: LINE_BREAKS }, () => ({
      contents: `export default class { constructor() { throw new Error("a bundle breaks no lines for PDF"); } }`,
      loader: "js",
    }));
    onLoad({ filter: LANGUAGES }, () => ({
      contents: `export { default as en } from "./en.js";`,
      loader: "js",
    }));
    onResolve({ filter: WIDE }, ({ path, kind }) =>
      kind === "import-statement" ? { path, namespace: "required" } : undefined,
    );
    onLoad({ filter: WIDE, namespace: "required" }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
      loader: "js",
    }));
  },
};

/** Throws if a pattern is not found, because the library has changed. */
function replaced(source: string, parts: Parts, path: string): string {
  let lean = source;
  for (const [part, instead] of parts) {
    if (lean.search(part) < 0)
      throw new Error(`${relative(ROOT, path)} has no ${part}: check its present source`);
    lean = lean.replaceAll(part, instead);
  }
  return lean;
}
