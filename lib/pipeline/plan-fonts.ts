// Plans the fonts that a book's owner supplies: one is added after the owner confirmed its licence, or taken away while nothing is set in it.
import { createHash } from "node:crypto";
import type { OwnFontId } from "../manga/hand-lettering.ts";
import type { LetterEdit } from "../manga/letter-edits.ts";
import { FONT_STATEMENT, MOST_OWN_FONTS } from "../manga/own-font-bounds.ts";
import { type FontFault, isOwnFontId, linesInFont, type OwnFont } from "../manga/own-fonts.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { survey } from "./graph.ts";
import { loadOutput } from "./load-output.ts";
import type { SessionParams } from "./params.ts";
import type { BookChange } from "./plan-revision.ts";
import { FontInUseError, FontRefusedError } from "./refusals.ts";
import type { Schedule } from "./schedule.ts";
import type { Services } from "./services.ts";
import { EditRefusedError, type StepEditor } from "./step-editor.ts";
import { nodeOf } from "./step-kinds.ts";
import { loadJson } from "./store-result.ts";

export interface GivenFont {
  file: Uint8Array;
  /** The licence under which the owner may use it, in the owner's words. */
  licence: string;
}

const FAULTS: Readonly<Record<FontFault, string>> = {
  "too-large": "the font has more than 10 MB",
  compressed: "a WOFF or WOFF2 file is compressed for web pages; hand in the TTF or OTF file of the font",
  collection: "the file is a collection of fonts (TTC); hand in one of them as TTF or OTF",
  "not-a-font": "the file is neither TTF nor OTF",
  broken: "the font is cut off or broken",
  "no-outlines": "the font has bitmaps only, and pages are printed from outlines",
  "no-letters": "the font has neither Latin nor Japanese letters that can be drawn",
  restricted: "the font's file says that its maker allows no embedding (fsType: restricted license)",
  "bitmaps-only": "the font's file says that its maker allows bitmaps only (fsType: bitmap embedding only)",
};

/** Without the time of the confirmation. Throws `FontRefusedError`. */
export async function readGivenFont(
  editor: Pick<StepEditor, "readFont">,
  { params }: Pick<Schedule, "params">,
  { file, licence }: GivenFont,
): Promise<Omit<OwnFont, "licence"> & { licence: string }> {
  const id: OwnFontId = `own-${createHash("sha256").update(file).digest("hex")}`;
  checkRoom(params, id);
  const read = await editor.readFont(file);
  if ("fault" in read) throw new FontRefusedError(read.fault, FAULTS[read.fault]);
  return { id, ...read, bytes: file.length, licence };
}

/** A font that the book has gets the newer confirmation. `at`: the time of the confirmation. Throws `FontRefusedError`. */
export function planFont(
  { params }: Pick<Schedule, "params">,
  { licence, ...font }: Awaited<ReturnType<typeof readGivenFont>>,
  at: number,
): BookChange {
  checkRoom(params, font.id);
  const confirmedAt = new Date(at).toISOString();
  const own = { ...font, licence: { name: licence, statement: FONT_STATEMENT, confirmedAt } };
  return { fonts: [...others(params, font.id), own] };
}

function checkRoom(params: SessionParams, id: OwnFontId): void {
  if (others(params, id).length < MOST_OWN_FONTS) return;
  throw new FontRefusedError(
    "too-many",
    `a book has at most ${MOST_OWN_FONTS} own fonts; take one away first`,
  );
}

const others = ({ fonts = [] }: SessionParams, id: OwnFontId): OwnFont[] =>
  fonts.filter((font) => font.id !== id);

/** Texts that a refusal names. */
const NAMED = 10;

/** Throws `EditRefusedError` for a font that the book does not have, `FontInUseError` while something is set in it. */
export async function planFontAway(
  { blobs }: Pick<Services, "blobs">,
  schedule: Schedule,
  id: OwnFontId,
): Promise<BookChange> {
  const { sessionId, params } = schedule;
  if (!params.fonts?.some((font) => font.id === id)) {
    throw new EditRefusedError("not-found", "", `this book has no font ${id}`);
  }
  const { book, people = {} } = params.letterStyles ?? {};
  const users = Object.entries({ ...people, ...(book && { book }) })
    .filter(([, { font }]) => font === id)
    .map(([of]) => `the style of ${of}`);
  const seen = survey(schedule);
  const load = (hash: string) => loadJson(blobs, sessionId, hash);
  for (let page = 1; page <= (seen.shape.pages() ?? 0); page++) {
    const ref = { phase: "storyboard", of: "page", page } as const;
    const hash = schedule.results[nodeOf(ref).id]?.output;
    if (hash === undefined) continue;
    const { panels } = StoryboardPageSchema.parse(await loadOutput(load, schedule, { ref, hash }));
    users.push(...linesInFont(panels, id).map((line) => `page ${page}: ${line}`));
  }
  if (users.length > 0) throw new FontInUseError(users.slice(0, NAMED), users.length - NAMED);
  return { fonts: others(params, id) };
}

/** Throws `EditRefusedError` for an edit that chooses a font that the book does not have. */
export function checkFonts({ params }: Schedule, edits: readonly LetterEdit[]): void {
  for (const [index, edit] of edits.entries()) {
    const font = "change" in edit ? (edit.change.font ?? undefined) : undefined;
    if (isOwnFontId(font)) checkFont(params, font, `edits.${index}`);
  }
}

export function checkFont({ fonts = [] }: SessionParams, id: OwnFontId, path: string): void {
  if (fonts.some((font) => font.id === id)) return;
  throw new EditRefusedError("not-found", path, `unknown: this book has no font ${id}`);
}
