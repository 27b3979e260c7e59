// Converts a CBZ to a folder for `<mekuri-reader>`: its pages as WebP in three widths, `reader.json`, and a page that opens it.
import { existsSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, open, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import sharp from "sharp";
import { buildClassic } from "../../../reader/build.ts";
import {
  type Direction,
  LIMITS,
  type Manifest,
  type Page,
  type Rendition,
} from "../../../reader/manifest.ts";
import { readManifest } from "../../../reader/src/read-manifest.ts";
import { type ArchiveEntry, ArchiveError, readArchive } from "./read-archive.ts";
import { type ComicInfo, readComicInfo } from "./read-comic-info.ts";
import { readerPage } from "./reader-page.ts";

/** Widths for thumbnails and for screens; the third is the page's own width. */
const WIDTHS = [360, 1080] as const;
/** A rendition is omitted if the page is hardly wider. */
const NEARLY = 0.9;
const QUALITY = 80;
/** WebP's maximum (RFC 9649). */
const LONGEST_SIDE = 16_383;
/** Maximum number of pixels of a picture. */
const MOST_PIXELS = 200_000_000;
/** Height-to-width ratio from which on pages are pieces of a column. */
const WEBTOON_RATIO = 2.2;
/** Width-to-height ratio from which on a picture is a double page. */
const DOUBLE_RATIO = 1.15;

const PICTURES = new Set([
  ".jpg",
  ".jpeg",
  ".png",
  ".webp",
  ".gif",
  ".avif",
  ".jxl",
  ".bmp",
  ".tif",
  ".tiff",
]);

export interface CbzOptions {
  file: string;
  out: string;
  title?: string | undefined;
  language?: string | undefined;
  direction?: Direction | undefined;
  onPage?(done: number, all: number): void;
}

/** Writes the folder atomically. Throws an ArchiveError with the file's problem. */
export async function makeFromCbz({ out, ...options }: CbzOptions): Promise<Manifest> {
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new ArchiveError(`the folder ${out} is not empty`);
  await using handle = await open(options.file);
  const entries = await readArchive(handle);
  await mkdir(dirname(resolve(out)), { recursive: true });
  const part = await mkdtemp(`${resolve(out)}.part-`);
  try {
    const manifest = await writeBook(entries, part, options);
    if (existsSync(out)) await rmdir(out);
    await rename(part, out);
    return manifest;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

async function writeBook(
  entries: readonly ArchiveEntry[],
  folder: string,
  { file, onPage, ...wanted }: Omit<CbzOptions, "out">,
): Promise<Manifest> {
  const info = await infoOf(entries);
  // ComicInfo numbers pages by picture, including deleted ones.
  const pictures = picturesOf(entries)
    .map((entry, index) => ({ entry, index }))
    .filter(({ index }) => info.pages.get(index)?.isDeleted !== true);
  if (pictures.length === 0) throw new ArchiveError("it contains no pictures");
  if (pictures.length > LIMITS.pages)
    throw new ArchiveError(`it contains more than ${LIMITS.pages} pictures`);
  await mkdir(join(folder, "pages"));
  const pages: Page[] = [];
  for (const { entry, index } of pictures) {
    const page = await makePage(await entry.read(), { entry, folder, number: pages.length + 1 });
    pages.push({ ...page, ...marksOf(page, { isFirst: pages.length === 0, index, info }) });
    onPage?.(pages.length, pictures.length);
  }
  const manifest = withLayout({
    reader: 1,
    title: wanted.title ?? info.title ?? basename(file, extname(file)),
    language: wanted.language ?? info.language ?? "und",
    direction: wanted.direction ?? info.direction ?? "ltr",
    pages,
  });
  // Validates the manifest with the reader's own parser.
  readManifest(manifest, "https://example.org/");
  await writeFile(join(folder, "reader.json"), `${JSON.stringify(manifest, null, 1)}\n`);
  await writeFile(join(folder, "index.html"), readerPage(manifest));
  await buildClassic(join(folder, "mekuri-reader.js"));
  return manifest;
}

async function infoOf(entries: readonly ArchiveEntry[]): Promise<ComicInfo> {
  const found = entries
    .filter(({ name }) => basename(name).toLowerCase() === "comicinfo.xml" && !isHidden(name))
    .toSorted((a, b) => a.name.split("/").length - b.name.split("/").length)[0];
  return found === undefined ? { pages: new Map() } : readComicInfo(await found.read());
}

const ORDER = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The pictures in the order of CBZ readers: by folder and name, with numbers compared by value. */
function picturesOf(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  return entries
    .filter(({ name }) => PICTURES.has(extname(name).toLowerCase()) && !isHidden(name))
    .toSorted((a, b) => ORDER.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
}

/** Files that archivers and file managers add. */
const isHidden = (name: string) =>
  name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");

async function makePage(
  bytes: Buffer,
  { entry, folder, number }: { entry: ArchiveEntry; folder: string; number: number },
): Promise<Page> {
  try {
    const source = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" }).autoOrient();
    const { width, height } = (await source().metadata()).autoOrient;
    const renditions: Rendition[] = [];
    for (const wanted of widthsOf(width, height)) {
      const src = `pages/${String(number).padStart(4, "0")}-${wanted}.webp`;
      const made = await source()
        .resize({ width: wanted })
        .webp({ quality: QUALITY, smartSubsample: true })
        .toFile(join(folder, src));
      renditions.push({ width: made.width, height: made.height, src, type: "image/webp" });
    }
    return { ...sizeOf(width, height), renditions };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ArchiveError(`${entry.name} cannot be read as a picture: ${reason}`, { cause: error });
  }
}

function widthsOf(width: number, height: number): number[] {
  const full = Math.max(1, Math.min(width, LONGEST_SIDE, Math.floor((LONGEST_SIDE * width) / height)));
  return [...WIDTHS.filter((one) => one < full * NEARLY), full];
}

/** The manifest's unit is arbitrary, so sizes beyond its limit are scaled down. */
function sizeOf(width: number, height: number): { width: number; height: number } {
  const by = Math.min(1, LIMITS.size / Math.max(width, height));
  return { width: Math.max(1, width * by), height: Math.max(1, height * by) };
}

function marksOf(
  { width, height }: Page,
  { isFirst, index, info: { pages } }: { isFirst: boolean; index: number; info: ComicInfo },
): Pick<Page, "cover" | "double"> {
  const told = pages.get(index);
  const isCover = [...pages.values()].some((page) => page.isCover) ? told?.isCover === true : isFirst;
  const isDouble = told?.isDouble === true || width > height * DOUBLE_RATIO;
  return { ...(isCover ? { cover: true as const } : {}), ...(isDouble ? { double: true as const } : {}) };
}

/** Adds a strip if the pictures are pieces of a column. */
function withLayout(manifest: Manifest): Manifest {
  const ratios = manifest.pages.map(({ width, height }) => height / width).toSorted((a, b) => a - b);
  if ((ratios[Math.floor(ratios.length / 2)] ?? 0) < WEBTOON_RATIO) return manifest;
  const strip = manifest.pages.map(({ width, height, renditions }, page) => ({
    ...{ width, height, renditions },
    places: [{ y: 0, page }],
  }));
  return { ...manifest, pages: manifest.pages.map(({ cover: _, double: __, ...page }) => page), strip };
}
