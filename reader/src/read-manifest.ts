// Reads `reader.json`: fetches it within limits and checks every field. The error is one sentence about the first invalid field.
import {
  type Direction,
  LIMITS,
  type Manifest,
  type Page,
  type Panel,
  type Rendition,
  type StripImage,
} from "../manifest.ts";

/** The message names the field: `pages[3].renditions[0].width must be a number from 1 to 100000`. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
}

type Fields = Record<string, unknown>;

/**
 * Checks a parsed `reader.json` and resolves its addresses against `base`. Takes linear time within `LIMITS`: a list's length is checked
 * before its items. Unknown fields are dropped. Throws a ManifestError.
 */
export function readManifest(value: unknown, base: string): Manifest {
  const fields = fieldsAt(value, "the manifest");
  if (fields.reader !== 1) fail("reader must be 1, the version of the format that this reader knows");
  const pages = listAt(fields.pages, "pages", LIMITS.pages, 1).map((page, at) =>
    readPage(page, `pages[${at}]`, base),
  );
  const strip = optionalList(fields.strip, "strip", LIMITS.stripImages)?.map((image, at) =>
    readStripImage(image, { at: `strip[${at}]`, base, pages }),
  );
  return {
    reader: 1,
    id: optional(fields.id, (id) => textAt(id, "id", LIMITS.name)),
    title: textAt(fields.title, "title", LIMITS.name),
    language: languageAt(fields.language, "language"),
    direction: oneOf<Direction>(fields.direction, "direction", ["rtl", "ltr"]),
    pages,
    strip,
    opens: optional(fields.opens, (opens) => oneOf(opens, "opens", ["pages", "strip"])),
  };
}

function readPage(value: unknown, at: string, base: string): Page {
  const fields = fieldsAt(value, at);
  return {
    label: optional(fields.label, (label) => textAt(label, `${at}.label`, LIMITS.name)),
    ...sizeAt(fields, at),
    renditions: renditionsAt(fields.renditions, at, base),
    cover: flagAt(fields.cover, `${at}.cover`),
    double: flagAt(fields.double, `${at}.double`),
    spread: optional(fields.spread, (spread) => oneOf(spread, `${at}.spread`, ["first", "second", "alone"])),
    joins: flagAt(fields.joins, `${at}.joins`),
    panels: optionalList(fields.panels, `${at}.panels`, LIMITS.panels)?.map((panel, index) =>
      readPanel(panel, `${at}.panels[${index}]`),
    ),
  };
}

function readPanel(value: unknown, at: string): Panel {
  const fields = fieldsAt(value, at);
  const frame = listAt(fields.frame, `${at}.frame`, LIMITS.corners, 3).map((corner, index) => {
    const where = `${at}.frame[${index}]`;
    if (!Array.isArray(corner) || corner.length !== 2) fail(`${where} must be a pair of numbers [x, y]`);
    return [
      numberAt(corner[0], `${where}[0]`, -LIMITS.size),
      numberAt(corner[1], `${where}[1]`, -LIMITS.size),
    ] as const;
  });
  return {
    frame,
    description: optional(fields.description, (text) => textAt(text, `${at}.description`, LIMITS.text)),
    texts: optionalList(fields.texts, `${at}.texts`, LIMITS.texts)?.map((text, index) => {
      const where = `${at}.texts[${index}]`;
      const own = fieldsAt(text, where);
      return {
        kind: oneOf(own.kind, `${where}.kind`, ["speech", "caption", "sound", "title"]),
        text: textAt(own.text, `${where}.text`, LIMITS.text),
        speaker: optional(own.speaker, (name) => textAt(name, `${where}.speaker`, LIMITS.name)),
      };
    }),
  };
}

function readStripImage(
  value: unknown,
  { at, base, pages }: { at: string; base: string; pages: readonly Page[] },
): StripImage {
  const fields = fieldsAt(value, at);
  return {
    ...sizeAt(fields, at),
    gap: optional(fields.gap, (gap) => numberAt(gap, `${at}.gap`, 0)),
    renditions: renditionsAt(fields.renditions, at, base),
    places: optionalList(fields.places, `${at}.places`, LIMITS.places)?.map((place, index) => {
      const where = `${at}.places[${index}]`;
      const own = fieldsAt(place, where);
      const page = indexAt(own.page, `${where}.page`, pages.length);
      const panels = pages[page]?.panels?.length ?? 0;
      return {
        y: numberAt(own.y, `${where}.y`, 0),
        page,
        panel: optional(own.panel, (panel) => indexAt(panel, `${where}.panel`, panels)),
      };
    }),
  };
}

function renditionsAt(value: unknown, owner: string, base: string): Rendition[] {
  const renditions = listAt(value, `${owner}.renditions`, LIMITS.renditions, 1).map((rendition, index) => {
    const at = `${owner}.renditions[${index}]`;
    const fields = fieldsAt(rendition, at);
    const type = textAt(fields.type, `${at}.type`, LIMITS.name);
    if (!/^image\/[\w.+-]+$/.test(type)) fail(`${at}.type must be the type of an image, like image/webp`);
    return { ...sizeAt(fields, at), src: addressAt(fields.src, `${at}.src`, base), type };
  });
  return renditions.sort((a, b) => a.width - b.width);
}

/** Schemes that pictures may have. Scripts and documents are excluded. */
const SCHEMES = /^(https?|blob|file|data):/;

function addressAt(value: unknown, at: string, base: string): string {
  const text = textAt(value, at, LIMITS.src);
  const url = URL.parse(text, base);
  if (url === null) fail(`${at} must be an address`);
  if (!SCHEMES.test(url.protocol) || (url.protocol === "data:" && !/^data:image\//i.test(text.trim())))
    fail(
      `${at} must be an address of a picture (https, http, blob, file or data:image), not ${url.protocol}`,
    );
  // A page from the web must not refer to local files; a book that is opened from a file may.
  if (url.protocol === "file:" && !base.startsWith("file:"))
    fail(`${at} must not point at a file of this computer`);
  return url.href;
}

function sizeAt(fields: Fields, at: string): { width: number; height: number } {
  return {
    width: numberAt(fields.width, `${at}.width`, 1),
    height: numberAt(fields.height, `${at}.height`, 1),
  };
}

/** The fields of an object; `at` names the value in errors. */
function fieldsAt(value: unknown, at: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) fail(`${at} must be an object`);
  return value as Fields;
}

function listAt(value: unknown, at: string, most: number, least = 0): unknown[] {
  if (!Array.isArray(value)) fail(`${at} must be a list`);
  if (value.length < least) fail(`${at} must have at least ${least} ${least === 1 ? "item" : "items"}`);
  if (value.length > most) fail(`${at} must have at most ${most} items, and has ${value.length}`);
  return value;
}

function optionalList(value: unknown, at: string, most: number): unknown[] | undefined {
  return optional(value, (list) => listAt(list, at, most));
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined ? undefined : read(value);
}

function textAt(value: unknown, at: string, most: number): string {
  if (typeof value !== "string" || value === "") fail(`${at} must be a text`);
  if (value.length > most) fail(`${at} must have at most ${most} characters, and has ${value.length}`);
  return value;
}

function languageAt(value: unknown, at: string): string {
  const text = textAt(value, at, LIMITS.name);
  if (!/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(text)) fail(`${at} must be a language tag, like ja or en-GB`);
  return text;
}

function numberAt(value: unknown, at: string, least: number): number {
  if (typeof value !== "number" || !(value >= least && value <= LIMITS.size))
    fail(`${at} must be a number from ${least} to ${LIMITS.size}`);
  return value;
}

function indexAt(value: unknown, at: string, count: number): number {
  if (count === 0) fail(`${at} must be left out: that page lists no panels`);
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= count)
    fail(`${at} must be an index from 0 to ${count - 1}`);
  return value as number;
}

function oneOf<T extends string>(value: unknown, at: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) fail(`${at} must be ${allowed.join(" or ")}`);
  return found;
}

function flagAt(value: unknown, at: string): true | undefined {
  if (value !== undefined && typeof value !== "boolean") fail(`${at} must be true, or be left out`);
  return value === true ? true : undefined;
}

function fail(message: string): never {
  throw new ManifestError(message);
}

/** Timeout of a request without data. */
const TIMEOUT_MS = 30_000;

/** Fetches and reads a manifest. Throws a ManifestError, or the signal's reason when it aborts. */
export async function fetchManifest(src: string, signal: AbortSignal): Promise<Manifest> {
  const text = await fetchText(src, signal);
  return readManifest(parse(text), src);
}

async function fetchText(src: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(src, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) });
    if (!response.ok) fail(`${src} answers ${response.status}`);
    return await textWithin(response);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ManifestError) throw error;
    if (error instanceof DOMException && error.name === "TimeoutError")
      fail(`${src} did not arrive within 30 seconds`);
    return fail(`${src} cannot be fetched: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Reads the body, and stops when it exceeds the limit, whatever its headers say. */
async function textWithin(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > LIMITS.bytes) {
      await reader?.cancel();
      fail(`the manifest is larger than ${LIMITS.bytes} bytes`);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

/** Parses an inline manifest. Throws a ManifestError. */
export function parse(text: string): unknown {
  if (text.length > LIMITS.bytes) fail(`the manifest is larger than ${LIMITS.bytes} bytes`);
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail(`the manifest is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
