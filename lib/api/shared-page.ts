// The HTML page of a shared book, with preview data for other programs (Open Graph, https://ogp.me; oEmbed discovery).
import { createHash } from "node:crypto";
import type { Manifest, Rendition } from "../../reader/manifest.ts";
import { escapeXml } from "../manga/xml.ts";
import { OEMBED_PATH, SHARED_PATH } from "./shared-routes.ts";

/** URL path of the reader's script, which is served to pages of all origins. */
export const READER_SCRIPT = "/reader/mekuri-reader.js";

/** The heading is for screen readers. Visually, the reader's bars show the title. */
const STYLE = [
  "html,body,main{height:100%;margin:0;background:#111}mekuri-reader{display:block;height:100%}h1{position:absolute;clip-path:inset(50%)}p{color:#eee;font:16px sans-serif;margin:2em}",
  // The link to the report form, in the reader's bar and after the last page.
  ".report{display:grid;place-items:center;min-width:44px;min-height:44px;border-radius:10px;color:inherit}.report:focus-visible{outline:3px solid #ff6a5c;outline-offset:2px}",
  ".report svg{width:22px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}",
].join("");
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/**
 * The studio's icon (`web/public/icon.svg`), inline: for a page without an icon browsers request `/favicon.ico`, which the API does not
 * serve.
 */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><title>Mekuri</title><path fill="#17140f" d="M6 4h52v56H6z"/><path fill="#fff" d="M10 8h28v28L10 46z"/><path fill="#fff" d="M42 8h12v22l-12 4z"/><path fill="#d3202f" d="M54 34v22H28z"/><path fill="#fff" d="M10 50l28-10v0L22 56H10z"/></svg>';
const ICON_LINK = `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${btoa(ICON)}">`;

/** Any site may frame the page, because it shows only what the link shows and changes nothing. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${STYLE_HASH}'`,
  // For the inline icon.
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors *",
].join("; ");

export interface PageOfBook {
  /** `https://mekuri.example`. */
  origin: string;
  token: string;
  manifest: Manifest;
  description: string | undefined;
  isFindable: boolean;
}

export const pageAddress = (origin: string, token: string) => `${origin}/shared/${encodeURIComponent(token)}`;
export const readerAddress = (origin: string, token: string) =>
  `${origin}${SHARED_PATH}/${encodeURIComponent(token)}/reader.json`;
/** The studio's form for a report, without the origin. */
const reportAddress = (token: string) => `/report/${encodeURIComponent(token)}`;
export const oembedAddress = (origin: string, token: string) =>
  `${origin}${OEMBED_PATH}?url=${encodeURIComponent(pageAddress(origin, token))}`;

/** The preview picture of a link: the cover or the first page, at the width of a page on screen. */
export function previewPicture(
  { pages: [first] }: Manifest,
  origin: string,
  token: string,
): (Rendition & { url: string }) | undefined {
  const shown = first?.renditions.find(({ width }) => width >= 1_000) ?? first?.renditions.at(-1);
  return shown && { ...shown, url: new URL(shown.src, readerAddress(origin, token)).href };
}

const READ_FROM = {
  ja: { rtl: "右から左へ読みます。", ltr: "左から右へ読みます。" },
  en: { rtl: "Read from right to left.", ltr: "Read from left to right." },
} as const;

const REPORT = { ja: "この本を通報する", en: "Report this book" } as const;
const FLAG = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 21V4h11l-2.5 4L17 12H6"/></svg>';

/** Opens the studio's report form in a window of its own: no site may show the studio in a frame. */
function reportLinks(token: string, language: keyof typeof REPORT): string {
  const say = REPORT[language];
  const link = (slot: string, attributes: string, content: string) =>
    `<a class="report" slot="${slot}" href="${escapeXml(reportAddress(token))}" target="_blank" rel="noopener"${attributes}>${content}</a>`;
  return link("after", ` title="${say}" aria-label="${say}"`, FLAG) + link("end", "", say);
}

export function sharedPage({ origin, token, manifest, description, isFindable }: PageOfBook): string {
  const { title, direction } = manifest;
  const language = manifest.language === "ja" ? "ja" : "en";
  const address = pageAddress(origin, token);
  const said = [description, READ_FROM[language][direction]].filter(Boolean).join(" ");
  const picture = previewPicture(manifest, origin, token);
  const property = (name: string, content: string | number) =>
    `<meta property="${name}" content="${escapeXml(String(content))}">`;
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeXml(title)}</title>`,
    `<meta name="description" content="${escapeXml(said)}">`,
    ...(isFindable ? [] : ['<meta name="robots" content="noindex">']),
    property("og:type", "book"),
    property("og:site_name", "Mekuri"),
    property("og:title", title),
    property("og:description", said),
    property("og:url", address),
    property("og:locale", language === "ja" ? "ja_JP" : "en_US"),
    ...(picture === undefined
      ? []
      : [
          property("og:image", picture.url),
          property("og:image:type", picture.type),
          property("og:image:width", picture.width),
          property("og:image:height", picture.height),
          property("og:image:alt", title),
        ]),
    '<meta name="twitter:card" content="summary_large_image">',
    ICON_LINK,
    `<link rel="canonical" href="${escapeXml(address)}">`,
    `<link rel="alternate" type="application/json+oembed" href="${escapeXml(oembedAddress(origin, token))}" title="${escapeXml(title)}">`,
    `<style>${STYLE}</style>`,
    `<script type="module" src="${READER_SCRIPT}"></script>`,
  ];
  const reader = `<mekuri-reader src="${escapeXml(readerAddress("", token))}" direction="${direction}">${reportLinks(token, language)}</mekuri-reader>`;
  return page(language, head, { heading: title, content: reader });
}

/** The page for a token that opens no book, or one that was closed. */
export function closedPage(): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    "<title>Mekuri</title>",
    ICON_LINK,
    `<style>${STYLE}</style>`,
  ];
  const content =
    '<p role="alert">The book of this link is no longer shared.</p><p role="alert" lang="ja">このリンクの本は、もう公開されていません。</p>';
  return page("en", head, { heading: "Mekuri", content });
}

function page(
  language: string,
  head: readonly string[],
  { heading, content }: { heading: string; content: string },
): string {
  const body = `<main>\n<h1>${escapeXml(heading)}</h1>\n${content}\n</main>`;
  return `<!doctype html>\n<html lang="${language}">\n<head>\n${head.join("\n")}\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

/** HTML for oEmbed: the page in a frame of the requested size. */
export function embedFrame(
  address: string,
  { title, width, height }: { title: string; width: number; height: number },
): string {
  return `<iframe src="${escapeXml(address)}" title="${escapeXml(title)}" width="${width}" height="${height}" style="border:0" allow="fullscreen" allowfullscreen></iframe>`;
}
