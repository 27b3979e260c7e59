// Pages as PSD at 350 dpi with bleed. Layers: paper, pictures, tone, ink, frames, number, and for each balloon its shape and letters as
// pixels, with a hidden layer of live text above, to edit the words.
import { type Layer, writePsdUint8Array } from "ag-psd";
import { type PageLayers, pageLayers } from "../drawing/page-layers.ts";
import { readyArt } from "../drawing/paint-page.ts";
import type { RasterLayer } from "../drawing/raster-layer.ts";
import type { Book, BookPage } from "../manga/book.ts";
import { PAPER, pixelsPerUnit } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import { pageProvenance } from "../manga/provenance.ts";
import { letteringSeed } from "../manga/seed.ts";
import { panelsToPaint } from "../manga/spread.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { BookSources } from "./binder.ts";
import { rasterLayer } from "./psd-channels.ts";

const DPI = 350;
const SCALE = pixelsPerUnit(DPI);

/** PostScript names of the fonts nearest to the printed letters. Painting programs replace missing fonts. */
const FONTS = { ja: "NotoSansJP-Bold", en: "ComicNeue-Bold" };

const LEADING = 1.28;

/** Loads the pages' art in order, one page at a time. Throws what `loadArt` throws. */
export async function* psdPages(
  book: Book,
  { loadArt, experimental = [] }: Pick<BookSources, "loadArt" | "experimental">,
): AsyncGenerator<Uint8Array> {
  const liveVertical = experimental.includes("psd-vertical-text");
  const { language, direction, seed, colorMode } = book;
  for (const bookPage of book.pages) {
    const { number, texts } = bookPage;
    const panels = panelsToPaint(book, bookPage);
    const art = await readyArt(await loadArt(number));
    const page = { number, language, direction, colorMode, seed: letteringSeed(seed, number) };
    yield writeLayers(await pageLayers({ panels, texts, art, page }, DPI), {
      book,
      page: bookPage,
      liveVertical,
    });
  }
}

interface Words {
  book: Book;
  page: BookPage;
  /** Whether live text is vertical if its letters are. */
  liveVertical: boolean;
}

function writeLayers(page: PageLayers, words: Words): Uint8Array {
  const { width, height, composite, tone, ink, pictures, frames, foot, texts } = page;
  const sounds = texts.filter(({ text }) => text.kind === "sound");
  const balloons = texts.filter(({ text }) => text.kind !== "sound");
  return writePsdUint8Array(
    {
      width,
      height,
      imageData: { width, height, data: composite },
      // From the lowest layer to the highest.
      children: [
        rasterLayer("Paper", paper(width, height)),
        ...raster("Pictures", pictures),
        ...raster("Tone", tone),
        ...raster("Art", ink),
        ...raster("Frames", frames),
        ...raster("Number", foot),
        ...group("Sounds", sounds, words),
        ...group("Balloons", balloons, words),
      ],
      imageResources: {
        resolutionInfo: {
          horizontalResolution: DPI,
          horizontalResolutionUnit: "PPI",
          widthUnit: "Centimeters",
          verticalResolution: DPI,
          verticalResolutionUnit: "PPI",
          heightUnit: "Centimeters",
        },
        gridAndGuidesInformation: { guides: trimGuides() },
        xmpMetadata: xmpOf(pageProvenance(words.book, words.page)),
      },
    },
    { noBackground: true },
  );
}

/** Guides at the trim. */
function trimGuides() {
  const at = (units: number) => Math.round((units + PAPER.bleed) * SCALE);
  return [
    { location: at(0), direction: "vertical" as const },
    { location: at(PAPER.width), direction: "vertical" as const },
    { location: at(0), direction: "horizontal" as const },
    { location: at(PAPER.height), direction: "horizontal" as const },
  ];
}

function paper(width: number, height: number): RasterLayer {
  return { left: 0, top: 0, width, height, opacity: 255, red: 255, green: 255, blue: 255 };
}

function raster(name: string, layer: RasterLayer | null): Layer[] {
  return layer === null ? [] : [rasterLayer(name, layer)];
}

function group(name: string, texts: PageLayers["texts"], words: Words): Layer[] {
  if (texts.length === 0) return [];
  const children = texts.flatMap(({ text, layer }) => [
    ...raster(`${text.id} ${firstWords(text)}`, layer),
    liveText(text, words),
  ]);
  return [{ name, opened: false, children }];
}

function firstWords({ text }: LetteredText): string {
  return [...text.replaceAll(/\s+/gu, " ")].slice(0, 12).join("");
}

/** Horizontal by default, because programs have crashed on vertical text from other programs; centred on the printed letters. */
function liveText(text: LetteredText, { book, liveVertical }: Words): Layer {
  const { textBox, fontSize, lines } = text;
  const isVertical = liveVertical && text.vertical;
  const size = fontSize * SCALE;
  const leading = size * LEADING;
  const x = (textBox.x + textBox.width / 2 + PAPER.bleed) * SCALE;
  const middle = (textBox.y + textBox.height / 2 + PAPER.bleed) * SCALE;
  // Offset of the first line from the middle, half of all lines: to the right for columns, upwards for lines.
  const before = (leading * (lines.length - 1)) / 2;
  const [left, top] = isVertical ? [x + before, middle] : [x, middle - before - leading / 2 + size];
  return {
    name: `${text.id} text`,
    hidden: true,
    text: {
      text: lines.join("\n"),
      orientation: isVertical ? "vertical" : "horizontal",
      shapeType: "point",
      antiAlias: "smooth",
      transform: [1, 0, 0, 1, left, top],
      style: {
        font: { name: FONTS[book.language] },
        fontSize: size,
        leading,
        autoLeading: false,
        fillColor: { r: 0, g: 0, b: 0 },
      },
      paragraphStyle: { justification: "center" },
    },
  };
}
