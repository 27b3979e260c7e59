// Whether a font that a person supplies can be used: its form, what its maker allows, and whether it has letters.
// https://learn.microsoft.com/typography/opentype/spec/otff (tables), /os2 (embedding)

import { boundedTypeface } from "./own-font.ts";
import { type Typeface, typefaceOf } from "./typeface.ts";

/** Japanese fonts with all characters of JIS X 0213 have up to 9 MB. */
export const MOST_FONT_BYTES = 10_000_000;

/** What a font's maker allows (`fsType`): all, documents that are edited, or documents that are shown and printed. */
export type Embedding = "installable" | "editable" | "preview";

/** Why a font cannot be used. */
export type FontFault =
  | "too-large"
  | "compressed"
  | "collection"
  | "not-a-font"
  | "broken"
  | "no-outlines"
  | "no-letters"
  | "restricted"
  | "bitmaps-only";

export type ReadFont = { name: string; embedding: Embedding } | { fault: FontFault };

const WRAPPED = new Set(["wOFF", "wOF2"]);
/** `true`: TrueType for macOS. */
const KINDS = new Set(["\0\x01\0\0", "OTTO", "true"]);
const NEEDED = ["cmap", "head", "hhea", "hmtx", "maxp"];
const OUTLINES = ["glyf", "CFF ", "CFF2"];
const MOST_TABLES = 64;
/** `head.magicNumber` */
const MAGIC = 0x5f0f3cf5;
/** A font with none of these letters is one of symbols. */
const LETTERS = "AaEeHあいのアイン一人日";
const LONGEST_NAME = 100;

/** Reads a font file. Any bytes are accepted; nothing is unpacked, and the work is bounded by the file's size. */
export function readFont(bytes: Uint8Array): ReadFont {
  const tables = tablesOf(bytes);
  if (typeof tables === "string") return { fault: tables };
  const fsType = tables.get("OS/2")?.getUint16(8) ?? 0;
  if (isRestricted(fsType)) return { fault: "restricted" };
  if ((fsType & BITMAPS_ONLY) !== 0) return { fault: "bitmaps-only" };
  const face = boundedTypeface(typefaceOf("own-", bytes));
  const has = [...LETTERS].filter((one) => face.has(one.codePointAt(0) ?? 0));
  if (!has.some((one) => isInked(face, one))) return { fault: "no-letters" };
  return { name: nameOf(tables.get("name")), embedding: embeddingOf(fsType) };
}

const isInked = (face: Typeface, text: string): boolean =>
  face.shape(text, "right").some(({ outline }) => outline.commands.length > 0);

/** The tables of a font by their tags, or why it is none. */
function tablesOf(bytes: Uint8Array): ReadonlyMap<string, DataView> | FontFault {
  if (bytes.length > MOST_FONT_BYTES) return "too-large";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) return "not-a-font";
  const kind = tagAt(view, 0);
  if (WRAPPED.has(kind)) return "compressed";
  if (kind === "ttcf") return "collection";
  if (!KINDS.has(kind)) return "not-a-font";
  const count = view.getUint16(4);
  if (count === 0 || count > MOST_TABLES || bytes.length < 12 + count * 16) return "broken";
  const tables = new Map<string, DataView>();
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const [offset, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
    if (offset + length > bytes.length) return "broken";
    tables.set(tagAt(view, at), new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  if (!OUTLINES.some((tag) => tables.has(tag))) return "no-outlines";
  const head = tables.get("head");
  const isHead = head !== undefined && head.byteLength >= 54 && head.getUint32(12) === MAGIC;
  const isScaled = isHead && head.getUint16(18) >= 16 && head.getUint16(18) <= 16_384;
  const os2 = tables.get("OS/2");
  const isWhole = NEEDED.every((tag) => tables.has(tag)) && (os2 === undefined || os2.byteLength >= 68);
  return isScaled && isWhole ? tables : "broken";
}

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

const [RESTRICTED, PREVIEW, EDITABLE, BITMAPS_ONLY] = [0x0002, 0x0004, 0x0008, 0x0200];

/** Where a font of an early version sets several of the bits, the one that allows most holds. */
const isRestricted = (fsType: number): boolean =>
  (fsType & RESTRICTED) !== 0 && (fsType & (PREVIEW | EDITABLE)) === 0;

function embeddingOf(fsType: number): Embedding {
  if ((fsType & EDITABLE) !== 0) return "editable";
  return (fsType & PREVIEW) !== 0 ? "preview" : "installable";
}

/** Name ids: the family with all its styles, else the family. */
const NAMES = [16, 1];
/** More records than fonts have; others are not read. */
const MOST_RECORDS = 400;

/** The family's name, in the first language that the file gives it in Unicode; "" where it gives none. */
function nameOf(table: DataView | undefined): string {
  if (table === undefined || table.byteLength < 6) return "";
  const [count, texts] = [Math.min(table.getUint16(2), MOST_RECORDS), table.getUint16(4)];
  const found = new Map<number, string>();
  for (let at = 6; at + 12 <= table.byteLength && at < 6 + count * 12; at += 12) {
    const [platform, id] = [table.getUint16(at), table.getUint16(at + 6)];
    const [length, offset] = [table.getUint16(at + 8), texts + table.getUint16(at + 10)];
    const isUnicode = platform === 3 || platform === 0;
    if (!isUnicode || !NAMES.includes(id) || found.has(id) || offset + length > table.byteLength) continue;
    const text = new TextDecoder("utf-16be").decode(
      new Uint8Array(table.buffer, table.byteOffset + offset, Math.min(length, LONGEST_NAME * 4)),
    );
    const name = text.replace(/\p{C}/gu, "").trim().slice(0, LONGEST_NAME);
    if (name !== "") found.set(id, name);
  }
  return NAMES.map((id) => found.get(id)).find((name) => name !== undefined) ?? "";
}
