// A book for tests and measurements: drawn pages with panels, dialogue, and a webtoon strip of the same panels.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { Manifest, Page, Panel, Rendition, StripImage } from "../manifest.ts";

const SIZE = { width: 1820, height: 2570 } as const;
const INNER = { x: 160, y: 185, width: 1500, height: 2200 } as const;

export interface SampleOptions {
  pages: number;
  language: "ja" | "en";
  /** Pixels. */
  widths?: readonly number[];
  hasStrip?: boolean;
}

const WORDS = {
  ja: {
    title: "見本の本",
    people: ["ミナ", "駅長"],
    line: (n: number) => `${n}番線の猫を見た？`,
    answer: "いや、カネコさんだよ。",
  },
  en: {
    title: "A sample",
    people: ["Mina", "Stationmaster"],
    line: (n: number) => `Did you see the cat of track ${n}?`,
    answer: "No, that was Kaneko.",
  },
} as const;

/** Writes pictures and `reader.json` into a folder, and returns the manifest. The first page is a cover. */
export async function writeSampleBook(
  folder: string,
  { pages: count, language, widths = [360, 1080], hasStrip = false }: SampleOptions,
): Promise<Manifest> {
  await mkdir(join(folder, "pages"), { recursive: true });
  const direction = language === "ja" ? "rtl" : "ltr";
  const pages: Page[] = [];
  for (let index = 0; index < count; index++) {
    const panels = index === 0 ? [] : panelsOf(index, language);
    const renditions: Rendition[] = [];
    const again = index > DRAWINGS ? ((index - 1) % DRAWINGS) + 1 : undefined;
    const drawn = again === undefined ? await rasterize(panels, index, Math.max(...widths)) : undefined;
    for (const width of widths) {
      const src = srcOf(index, width);
      if (drawn === undefined) await copyFile(join(folder, srcOf(again ?? 0, width)), join(folder, src));
      else await drawn.clone().resize({ width }).webp(WEBP).toFile(join(folder, src));
      const height = Math.round((width * SIZE.height) / SIZE.width);
      renditions.push({ width, height, src, type: "image/webp" });
    }
    pages.push({
      ...SIZE,
      renditions,
      ...(index === 0 ? { cover: true as const } : { panels, label: String(index) }),
      // Page 1 has the parity of a second page, as in a bound book, so 2 and 3 face each other.
      ...(index === 0 ? {} : { spread: index % 2 === 1 ? ("second" as const) : ("first" as const) }),
    });
  }
  const manifest: Manifest = {
    ...{ reader: 1, title: WORDS[language].title, language, direction, pages },
    ...(hasStrip ? { strip: await writeStrip(folder, pages) } : {}),
  };
  await writeFile(join(folder, "reader.json"), JSON.stringify(manifest));
  return manifest;
}

/** Number of distinct drawings. Further pages repeat them under their own addresses, because drawing one takes a second. */
const DRAWINGS = 24;

const srcOf = (index: number, width: number) => `pages/${String(index).padStart(3, "0")}-${width}.webp`;

/** Fast encoding: tests check positions, not exact bytes. */
const WEBP = { quality: 80, effort: 0 } as const;

/** As wide as its largest file: hatching costs by the pixel. */
async function rasterize(panels: readonly Panel[], index: number, width: number): Promise<Sharp> {
  const { data, info } = await sharp(Buffer.from(drawing(panels, index, width)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

/** Two panels above a wide one; in a book that is read from the right, the first is on the right. */
function panelsOf(index: number, language: "ja" | "en"): Panel[] {
  const { people, line, answer } = WORDS[language];
  const { x, y, width, height } = INNER;
  const half = (width - 40) / 2;
  const upper = (height - 60) * 0.45;
  const left = cornersOf(x, y, half, upper);
  const right = cornersOf(x + half + 40, y, half, upper);
  const [first, second] = language === "ja" ? ([right, left] as const) : ([left, right] as const);
  return [
    {
      frame: first,
      description: language === "ja" ? "駅の猫" : "A cat at the station",
      texts: [{ kind: "speech", speaker: people[0], text: line(index) }],
    },
    { frame: second, texts: [{ kind: "speech", speaker: people[1], text: answer }] },
    {
      frame: cornersOf(x, y + upper + 60, width, height - upper - 60),
      texts: [{ kind: "sound", text: language === "ja" ? "ゴゴゴ" : "RUMBLE" }],
    },
  ];
}

function cornersOf(x: number, y: number, width: number, height: number): [number, number][] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** Hatching and dots, as heavy as a drawn page. */
function drawing(panels: readonly Panel[], index: number, widthPx: number): string {
  const { width, height } = SIZE;
  const heightPx = Math.round((widthPx * height) / width);
  const hue = (index * 47) % 360;
  const shapes = panels.map(({ frame }, at) => {
    const points = frame.map((corner) => corner.join(",")).join(" ");
    const fill = at % 2 === 0 ? dots(2.5 + (index % 4)) : lines(3 + (index % 3), (index * 23) % 180);
    return `<clipPath id="c${at}"><polygon points="${points}"/></clipPath><g clip-path="url(#c${at})">${fill}</g><polygon points="${points}" fill="none" stroke="#111" stroke-width="9"/>`;
  });
  const [big, y] = index === 0 ? [900, 1600] : [520, 1950];
  const ground = index === 0 ? `hsl(${hue} 55% 60%)` : "#fff";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${width} ${height}">
<rect width="${width}" height="${height}" fill="${ground}"/>${shapes.join("")}
<text x="${width / 2}" y="${y}" font-size="${big}" font-family="sans-serif" font-weight="700" text-anchor="middle" fill="#fff" stroke="#111" stroke-width="22" paint-order="stroke">${index}</text></svg>`;
}

/** Rows over a square that covers the page, however it is turned. As a path each: an SVG pattern takes a hundred times as long. */
function rows(step: number, style: string): string {
  const { width, height } = SIZE;
  const side = width + height;
  const path = Array.from({ length: Math.ceil(side / step) }, (_, row) => `M0 ${row * step}h${side}`);
  return `<path d="${path.join("")}" transform="translate(${(width - side) / 2} ${(height - side) / 2})" ${style}/>`;
}

function dots(radius: number): string {
  return rows(
    14,
    `stroke="#333" stroke-width="${2 * radius}" stroke-linecap="round" stroke-dasharray="0 14"`,
  );
}

function lines(width: number, degrees: number): string {
  const middle = `${SIZE.width / 2} ${SIZE.height / 2}`;
  return `<g transform="rotate(${degrees} ${middle})">${rows(17, `stroke="#222" stroke-width="${width}"`)}</g>`;
}

/** Every image of the strip shows a page's panels below each other, with white between them. */
async function writeStrip(folder: string, pages: readonly Page[]): Promise<StripImage[]> {
  await mkdir(join(folder, "strip"), { recursive: true });
  const images: StripImage[] = [];
  for (const [page, { panels = [] }] of pages.entries()) {
    if (panels.length === 0) continue;
    const src = `strip/${String(page).padStart(3, "0")}.webp`;
    const height = 60 + panels.length * 400;
    const places = panels.map((_, panel) => ({ y: 60 + panel * 400, page, panel }));
    const boxes = places.map(
      ({ y, panel }) =>
        `<rect x="40" y="${y}" width="720" height="340" fill="hsl(${(page * 47 + panel * 20) % 360} 40% 75%)" stroke="#111" stroke-width="5"/><text x="400" y="${y + 210}" font-size="120" font-family="sans-serif" text-anchor="middle">${page}.${panel + 1}</text>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="${height}"><rect width="800" height="${height}" fill="#fff"/>${boxes.join("")}</svg>`;
    await sharp(Buffer.from(svg)).webp(WEBP).toFile(join(folder, src));
    images.push({
      width: 800,
      height,
      places,
      renditions: [{ width: 800, height, src, type: "image/webp" }],
    });
  }
  return images;
}
