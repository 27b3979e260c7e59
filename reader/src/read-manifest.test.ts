import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LIMITS } from "../manifest.ts";
import { fetchManifest, ManifestError, readManifest } from "./read-manifest.ts";

const BASE = "https://books.example/shelf/reader.json?token=1";

const rendition = { width: 360, height: 508, src: "pages/1.webp", type: "image/webp" };
const panel = {
  frame: [
    [0, 0],
    [100, 0],
    [100, 100],
  ],
  description: "A cat",
  texts: [{ kind: "speech", text: "待って！", speaker: "ミナ" }],
};
const book = {
  ...{ reader: 1, title: "ねこ", language: "ja", direction: "rtl" },
  pages: [
    { width: 1820, height: 2570, renditions: [rendition], cover: true },
    { width: 1820, height: 2570, renditions: [rendition], label: "1", spread: "second", panels: [panel] },
  ],
  opens: "pages",
  strip: [
    { width: 800, height: 1280, gap: 160, renditions: [rendition], places: [{ y: 60, page: 1, panel: 0 }] },
  ],
};

/** The book with one value replaced, at a path like `pages.1.label`. */
function changed(path: string, value: unknown): unknown {
  // Not `structuredClone`, which would keep shared parts shared.
  const copy: unknown = JSON.parse(JSON.stringify(book));
  const keys = path.split(".");
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  at[keys.at(-1) ?? ""] = value;
  return copy;
}

const validate = new Ajv2020({ strictTypes: false }).compile(
  JSON.parse(readFileSync(new URL("../reader.schema.json", import.meta.url), "utf8")),
);

function refusalOf(value: unknown): string {
  try {
    readManifest(value, BASE);
    return "";
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    return error.message;
  }
}

describe("readManifest", () => {
  it("resolves addresses against the manifest's own", () => {
    const { pages } = readManifest(book, BASE);
    expect(pages[0]?.renditions[0]?.src).toBe("https://books.example/shelf/pages/1.webp");
    expect(pages[1]).toMatchObject({ label: "1", spread: "second", panels: [panel] });
  });

  it("sorts renditions by width, the smallest first", () => {
    const large = { ...rendition, width: 1080, height: 1525 };
    const { pages } = readManifest(changed("pages.0.renditions", [large, rendition]), BASE);
    expect(pages[0]?.renditions.map(({ width }) => width)).toEqual([360, 1080]);
  });

  it.each([
    ["reader", 2, "reader must be 1"],
    ["title", "", "title must be a text"],
    ["title", "あ".repeat(501), "title must have at most 500 characters, and has 501"],
    ["language", "Japanese!", "language must be a language tag"],
    ["direction", "ttb", "direction must be rtl or ltr"],
    ["pages", [], "pages must have at least 1 item"],
    ["pages", {}, "pages must be a list"],
    ["pages.1", null, "pages[1] must be an object"],
    ["pages.1.width", Number.NaN, "pages[1].width must be a number from 1 to 100000"],
    ["pages.1.height", "2570", "pages[1].height must be a number"],
    ["pages.1.cover", "yes", "pages[1].cover must be true"],
    ["pages.1.spread", "left", "pages[1].spread must be first or second or alone"],
    ["pages.1.renditions", [], "pages[1].renditions must have at least 1 item"],
    [
      "pages.1.renditions.0.src",
      "javascript:alert(1)",
      "pages[1].renditions[0].src must be an address of a picture",
    ],
    [
      "pages.1.renditions.0.src",
      "data:text/html,<b>",
      "pages[1].renditions[0].src must be an address of a picture",
    ],
    ["pages.1.renditions.0.src", "file:///etc/passwd", "must not point at a file of this computer"],
    ["pages.1.renditions.0.type", "text/html", "pages[1].renditions[0].type must be the type of an image"],
    [
      "pages.1.panels.0.frame",
      [
        [0, 0],
        [1, 1],
      ],
      "pages[1].panels[0].frame must have at least 3 items",
    ],
    ["pages.1.panels.0.frame.2", [1], "pages[1].panels[0].frame[2] must be a pair of numbers"],
    ["pages.1.panels.0.texts.0.kind", "whisper", "pages[1].panels[0].texts[0].kind must be speech or"],
    ["pages.1.panels.0.texts.0.text", 5, "pages[1].panels[0].texts[0].text must be a text"],
    ["strip.0.places.0.page", 2, "strip[0].places[0].page must be an index from 0 to 1"],
    ["strip.0.places.0.panel", 1, "strip[0].places[0].panel must be an index from 0 to 0"],
    ["strip.0.gap", -1, "strip[0].gap must be a number from 0 to 100000"],
    ["opens", "sideways", "opens must be pages or strip"],
  ])("refuses %s = %j and names the field", (path, value, message) => {
    expect(refusalOf(changed(path, value))).toContain(message);
  });

  it("refuses a list by its length before it checks the items", () => {
    let looked = 0;
    const page = Object.defineProperty({}, "width", { get: () => ++looked });
    expect(refusalOf(changed("pages", Array(LIMITS.pages + 1).fill(page)))).toBe(
      "pages must have at most 5000 items, and has 5001",
    );
    expect(looked).toBe(0);
  });

  it("reads the largest allowed book within five seconds", () => {
    const full = { ...panel, texts: Array(8).fill(panel.texts[0]) };
    const pages = Array(LIMITS.pages).fill({
      width: 1,
      height: 1,
      renditions: Array(3).fill(rendition),
      panels: Array(9).fill(full),
    });
    const start = performance.now();
    expect(readManifest({ ...book, strip: undefined, pages }, BASE).pages).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it("agrees with the JSON Schema on every manifest with one field changed", () => {
    expect(validate(book)).toBe(true);
    const paths = pathsOf(book);
    const other = fc.oneof(
      fc.constantFrom(
        undefined,
        null,
        true,
        false,
        0,
        1,
        -1,
        2,
        100_001,
        "",
        "x",
        "first",
        "en",
        [],
        {},
        [[0, 0]],
        [panel],
        [rendition],
      ),
      fc.string(),
      fc.integer(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), other, (path, value) => {
        const manifest = JSON.parse(JSON.stringify(changed(path, value)));
        const refusal = refusalOf(manifest);
        // Rules that a schema cannot express: addresses that are not pictures', and indexes out of range.
        if (/\.src must|must be an index|lists no panels/.test(refusal) && validate(manifest)) return true;
        return validate(manifest) === (refusal === "");
      }),
      { numRuns: 2_000 },
    );
  });

  it("throws only its own error, for any input", () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof refusalOf(value) === "string"));
  });
});

function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    pathsOf(item, path === "" ? key : `${path}.${key}`),
  );
  return path === "" ? inner : [path, ...inner];
}

describe("fetchManifest", () => {
  afterEach(() => vi.unstubAllGlobals());
  const answer = (make: () => Response) => vi.stubGlobal("fetch", async () => make());

  it("reports the server's status", async () => {
    answer(() => new Response("", { status: 403 }));
    await expect(fetchManifest(BASE, new AbortController().signal)).rejects.toThrow(`${BASE} answers 403`);
  });

  it("reports an answer that is not JSON", async () => {
    answer(() => new Response("<!doctype html>"));
    await expect(fetchManifest(BASE, new AbortController().signal)).rejects.toThrow(
      "the manifest is not JSON",
    );
  });

  it("stops reading an endless answer", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 4_000_000;
        controller.enqueue(new Uint8Array(4_000_000).fill(32));
      },
    });
    answer(() => new Response(endless));
    await expect(fetchManifest(BASE, new AbortController().signal)).rejects.toThrow(
      "larger than 32000000 bytes",
    );
    expect(sent).toBeLessThan(60_000_000);
  });

  it("throws the reason of an abort", async () => {
    const stop = new AbortController();
    stop.abort(new Error("closed"));
    vi.stubGlobal("fetch", async (_: string, { signal }: RequestInit) => signal?.throwIfAborted());
    await expect(fetchManifest(BASE, stop.signal)).rejects.toThrow("closed");
  });
});
