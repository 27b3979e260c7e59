import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import * as yazl from "yazl";
import type { Manifest } from "../../reader/manifest.ts";
import { runScript } from "../command/run-script.ts";
import { ArchiveError, readArchive } from "./reader/read-archive.ts";
import { readComicInfo } from "./reader/read-comic-info.ts";

const folder = mkdtempSync(join(tmpdir(), "mekuri-cbz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;

async function zipOf(files: Record<string, Buffer | string>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, data] of Object.entries(files)) zip.addBuffer(Buffer.from(data), name);
  zip.end();
  return buffer(zip.outputStream);
}

function written(bytes: Buffer): string {
  const path = join(folder, `${++count}.cbz`);
  writeFileSync(path, bytes);
  return path;
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#c42" } })
    .jpeg()
    .toBuffer();

/** Runs the command, and reads the written files. */
async function made(
  files: Record<string, Buffer | string>,
  ...args: string[]
): Promise<Manifest & { out: string }> {
  const out = join(folder, `out-${++count}`);
  const { code, stderr } = await runScript(
    "make/reader.ts",
    "cbz",
    written(await zipOf(files)),
    "--out",
    out,
    ...args,
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  return { ...JSON.parse(readFileSync(join(out, "reader.json"), "utf8")), out };
}

const INFO = `<?xml version="1.0"?>
<ComicInfo><Title>雨 &amp; &#x732B;</Title><Series>駅</Series><Number>2</Number><LanguageISO>ja</LanguageISO><Manga>YesAndRightToLeft</Manga>
<Pages><Page Image="0" Type="FrontCover"/><Page Image="2" DoublePage="true" /><Page Image="3" Type="Deleted"/></Pages></ComicInfo>`;

describe("reader.ts cbz", () => {
  it("makes pages in three widths, in numerical order, as ComicInfo.xml describes them", async () => {
    const { out, ...manifest } = await made({
      "book/10.jpg": await picture(300, 420),
      "book/2.jpg": await picture(700, 1000),
      "book/1.jpg": await picture(1400, 2000),
      "book/3.png": await picture(1600, 1000),
      "__MACOSX/book/._1.jpg": "no picture",
      "book/ComicInfo.xml": INFO,
    });
    expect(manifest).toMatchObject({ title: "駅 2: 雨 & 猫", language: "ja", direction: "rtl" });
    expect(manifest.pages.map(({ renditions }) => renditions.map(({ width }) => width))).toEqual([
      [360, 1080, 1400],
      [360, 700],
      [360, 1080, 1600],
    ]);
    expect(manifest.pages.map(({ cover, double }) => ({ cover, double }))).toEqual([
      { cover: true, double: undefined },
      { cover: undefined, double: undefined },
      { cover: undefined, double: true },
    ]);
    const first = await sharp(join(out, "pages/0001-1080.webp")).metadata();
    expect(first).toMatchObject({ format: "webp", width: 1080, height: 1543 });
    expect(readFileSync(join(out, "index.html"), "utf8")).toContain("mekuri-reader.js");
  });

  it("without ComicInfo.xml uses the first picture as cover and wide ones as double pages; options override it", async () => {
    const args = ["--title", "A <b>title</b>", "--direction", "rtl", "--language", "en"];
    const { out, ...manifest } = await made(
      { "a.jpg": await picture(300, 400), "b.jpg": await picture(600, 400) },
      ...args,
    );
    expect(manifest).toMatchObject({ title: "A <b>title</b>", direction: "rtl", language: "en" });
    expect(manifest.pages).toMatchObject([{ cover: true }, { double: true }]);
    expect(readFileSync(join(out, "index.html"), "utf8")).not.toContain("<b>title");
  });

  it("makes a strip of tall pictures", async () => {
    const { strip, pages } = await made({
      "1.jpg": await picture(200, 900),
      "2.jpg": await picture(200, 800),
    });
    expect(strip).toMatchObject([{ places: [{ y: 0, page: 0 }] }, { places: [{ y: 0, page: 1 }] }]);
    expect(pages[0]?.cover).toBeUndefined();
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["a RAR archive", () => Buffer.from("Rar!\x1a\x07\x00 and more"), "it is a RAR archive (CBR)"],
    ["a file of another type", () => Buffer.from("%PDF-1.7 …"), "it is not a ZIP archive"],
    ["an empty file", () => Buffer.alloc(0), "it is not a ZIP archive"],
    [
      "an archive that was cut off",
      async () => (await zipOf({ "1.jpg": await picture(10, 10) })).subarray(0, 200),
      "its end is missing",
    ],
    ["an archive without pictures", () => zipOf({ "readme.txt": "hello" }), "it contains no pictures"],
    ["a file that is not a picture", () => zipOf({ "1.jpg": "hello" }), "1.jpg cannot be read as a picture"],
    [
      "a path that leads out of its folder",
      () => handmade("../../1.jpg", Buffer.from("x")),
      "it contains a path that leads out of its folder",
    ],
    [
      "a path with a drive",
      () => handmade("C:\\1.jpg", Buffer.from("x")),
      "it contains a path that leads out of its folder",
    ],
    [
      "an entry that unpacks to more than its stated size",
      () => handmade("1.jpg", Buffer.alloc(50_000_000), 1_000),
      "unpacks to more than its 1000 bytes",
    ],
    [
      "an entry that is too large",
      () => handmade("1.jpg", Buffer.from("x"), 300_000_000),
      "1.jpg is larger than 200000000 bytes",
    ],
    [
      "an archive that is too large",
      () => handmade("1.jpg", Buffer.from("x"), 4_000_000_000, 3),
      "its unpacked size exceeds 8000000000 bytes",
    ],
  ])("refuses %s in a sentence, and writes nothing", async (_, make, message) => {
    const out = join(folder, `out-${++count}`);
    const { code, stdout, stderr } = await runScript(
      "make/reader.ts",
      "cbz",
      written(await make()),
      "--out",
      out,
    );
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readdirSync(folder).filter((name) => name.startsWith(basename(out)))).toEqual([]);
  });

  it("refuses a folder that is not empty, a missing file, and a call without a file", async () => {
    const path = written(await zipOf({ "1.jpg": await picture(10, 10) }));
    expect((await runScript("make/reader.ts", "cbz", path, "--out", folder)).stderr).toContain(
      "is not empty",
    );
    expect(
      (await runScript("make/reader.ts", "cbz", join(folder, "none.cbz"), "--out", join(folder, "x"))).stderr,
    ).toContain("ENOENT");
    expect(await runScript("make/reader.ts", "cbz")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Usage:"),
    });
  });
});

/** A ZIP whose directory states the given size, with `times` entries. */
function handmade(name: string, data: Buffer, size = data.byteLength, times = 1): Buffer {
  const packed = deflateRawSync(data);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.byteLength, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat(Array.from({ length: times }, () => [central, Buffer.from(name)]).flat());
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(directory.byteLength, 12);
  end.writeUInt32LE(body.byteLength, 16);
  return Buffer.concat([body, directory, end]);
}

describe("readArchive", () => {
  it("returns the entries or throws an ArchiveError, whichever bytes are changed", async () => {
    const whole = await zipOf({ "1.jpg": "one", "2.jpg": "two".repeat(100) });
    const change = fc.array(fc.tuple(fc.nat(whole.byteLength - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(change, fc.nat(whole.byteLength), async (changes, cut) => {
        const bytes = Buffer.from(whole.subarray(0, cut < 30 ? undefined : cut));
        for (const [at, value] of changes) if (at < bytes.byteLength) bytes[at] = value;
        await using file = await open(written(bytes));
        try {
          for (const entry of await readArchive(file)) await entry.read();
        } catch (error) {
          if (!(error instanceof ArchiveError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("readComicInfo", () => {
  it("reads UTF-16, and expands no custom entities", () => {
    const xml = `<!DOCTYPE x [<!ENTITY bomb "boom">]><ComicInfo><Title>&bomb; 本</Title></ComicInfo>`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, "utf16le")]);
    expect(readComicInfo(bytes).title).toBe("&bomb; 本");
  });

  it("returns a result quickly for any text", () => {
    const start = performance.now();
    fc.assert(
      fc.property(fc.string(), (text) => readComicInfo(Buffer.from(`<ComicInfo>${text}`)).pages.size >= 0),
    );
    readComicInfo(Buffer.from("<Page ".repeat(600_000)));
    readComicInfo(Buffer.from(`<Title>${"&#".repeat(1_000_000)}`));
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
