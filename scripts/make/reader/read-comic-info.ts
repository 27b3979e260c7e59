// Reads `ComicInfo.xml` (ComicRack's schema, as maintained by the Anansi project): the few elements that a reader shows.

export interface ComicInfo {
  title?: string;
  language?: string;
  direction?: "rtl" | "ltr";
  /** The pages by the index of their image. */
  pages: Map<number, { isCover: boolean; isDouble: boolean; isDeleted: boolean }>;
}

/** Maximum size; longer files are ignored. */
export const LONGEST_INFO = 4_000_000;

/** Unreadable parts are omitted, because a book without a title is better than none. */
export function readComicInfo(bytes: Buffer): ComicInfo {
  if (bytes.byteLength > LONGEST_INFO) return { pages: new Map() };
  const xml = decode(bytes);
  const title = titleOf(xml);
  const language = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.exec(elementOf(xml, "LanguageISO") ?? "")?.[0];
  const manga = elementOf(xml, "Manga");
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(manga === "YesAndRightToLeft" ? { direction: "rtl" as const } : {}),
    ...(manga === "No" ? { direction: "ltr" as const } : {}),
    pages: pagesOf(xml),
  };
}

/** `Series 3: Title`, as far as present. */
function titleOf(xml: string): string | undefined {
  const [series, number, title] = ["Series", "Number", "Title"].map((name) => elementOf(xml, name));
  const first = [series, series === undefined ? undefined : number].filter(Boolean).join(" ");
  return [first, title].filter(Boolean).join(": ").slice(0, 500) || undefined;
}

function decode(bytes: Buffer): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

function elementOf(xml: string, name: string): string | undefined {
  const start = xml.search(new RegExp(`<${name}[\\s>]`));
  if (start < 0) return undefined;
  const open = xml.indexOf(">", start);
  const end = xml.indexOf(`</${name}>`, open);
  if (open < 0 || end < 0) return undefined;
  return unescapeXml(xml.slice(open + 1, end)).trim() || undefined;
}

function pagesOf(xml: string): ComicInfo["pages"] {
  const pages: ComicInfo["pages"] = new Map();
  for (const [, attributes = ""] of xml.matchAll(/<Page\s([^<>]{1,2000})>/g)) {
    const attributeOf = (name: string) =>
      new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
    const image = Number(attributeOf("Image") ?? Number.NaN);
    if (!Number.isInteger(image) || image < 0) continue;
    const type = attributeOf("Type");
    pages.set(image, {
      isCover: type === "FrontCover",
      isDouble: attributeOf("DoublePage")?.toLowerCase() === "true",
      isDeleted: type === "Deleted",
    });
  }
  return pages;
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The five predefined entities and numeric ones; custom entities are not expanded. */
function unescapeXml(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, "$1")
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{2,4});/gi, (whole, name: string) => {
      if (!name.startsWith("#")) return NAMED[name] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    });
}
