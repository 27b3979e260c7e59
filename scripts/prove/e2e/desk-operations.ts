// The operations of the page desk, the lettering desk and the picture desk: found in the requests of a journey, and listed with the journey
// that does each, reloads, undoes it, and compares the bytes with those of before.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** The journeys of `npm run e2e` that do the operations; each compares the bytes after the undo. */
type DeskJourney = "page-desk" | "lettering-desk" | "picture-desk" | "page-order";

interface Done {
  journey: DeskJourney;
  /** What the journey does. */
  act: string;
}

const by = (journey: DeskJourney, acts: Record<string, string>): [string, Done][] =>
  Object.entries(acts).map(([operation, act]) => [operation, { journey, act }]);

/** By the names of `operationsIn`. */
export const OPERATIONS: Readonly<Record<string, Done>> = Object.fromEntries([
  ...by("page-desk", {
    "frames move": "moves the bottom edge of a panel",
    "frames tilt": "tilts the bottom edge of a panel",
    "frames cut": "cuts a panel across",
    "frames merge": "merges two panels",
    "frames bleed": "bleeds a panel at the top",
    "frames template": "takes another layout",
    "frames order": "has a panel read later",
    refit: "draws a panel for its new frame",
  }),
  ...by("lettering-desk", {
    "text at": "moves a balloon",
    "text shape": "gives a balloon another shape",
    "text font": "sets a balloon in another typeface",
    "text weight": "sets a balloon in bold",
    "text size": "sets a balloon in another size",
    "text speaker": "gives a line to another person",
    "text voice": "has a line thought",
    "text as": "makes a line a caption",
    "style font": "sets every line of the book in another typeface",
    "style size": "sets every line of the book in another size",
    "style weight": "sets every line of the book in bold",
    "text text": "types other words",
    "text ruby": "puts a reading beside a word",
    "text emphasis": "emphasises a word",
    "text width": "widens a balloon",
    "text height": "widens a balloon by its corner, which sets its height too",
    "text tail": "moves the tip of a tail",
    "text join": "joins a balloon to the one before",
    "sound at": "moves a sound",
    "sound angle": "turns a sound",
    "sound size": "scales a sound",
    "sound text": "types another sound",
    "sound font": "sets a sound in another typeface",
    "sound weight": "sets a sound in heavy letters",
    "sound vertical": "sets a sound across",
    "lettering add": "adds a balloon and a sound",
    "lettering delete": "deletes a balloon",
    "lettering order": "has a balloon read earlier",
  }),
  ...by("picture-desk", {
    "PUT prompt": "draws a panel from one’s own words",
    "DELETE prompt": "goes back to the storyboard’s words",
    "PUT references": "adds a reference picture",
    "POST edit": "changes a marked part",
    "redraw takes": "draws four takes",
    "redraw pick": "uses the third of four takes",
    "redraw earlier": "uses an earlier take",
    acting: "chooses another shot and angle",
  }),
  ...by("page-order", { order: "puts a page at another place" }),
]);

/** Edits that no desk offers, and where they are. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  "sound loudness": "only the API",
  "sound hard": "only the API",
  "redraw prompt": "“Draw it again” beside the page (journey `every-field-of-a-book`)",
  "redraw scene": "only the API",
  "PUT kept": "only the API: keeps a draft's panel for the final book",
  "POST swap": "“Swap with” beside the page (journey `revising`)",
};

interface EditBody {
  edits?: { kind: string; change?: Record<string, unknown> }[];
  [field: string]: unknown;
}

/** The operations in a request that changes a book; empty for other requests. */
export function operationsIn(method: string, path: string, body: EditBody): string[] {
  const last = path.split("/").at(-1) ?? "";
  const { edits = [] } = body;
  if (path.endsWith("/pages/order") || last === "refit") return [last];
  if (/\/pages\/\d+\/frames$/u.test(path)) return edits.map(({ kind }) => `frames ${kind}`);
  if (/\/pages\/\d+\/lettering$/u.test(path))
    return edits.flatMap(({ kind, change }) =>
      change === undefined ? [`lettering ${kind}`] : fieldsIn(change).map((field) => `${kind} ${field}`),
    );
  if (last === "feedback" && body.phase === "storyboard" && body.kind === "edit") return ["acting"];
  if (!/\/panels\/[^/]+\/[a-z-]+$/u.test(path)) return [];
  if (last !== "redraw") return [`${method} ${last}`];
  if (body.pick !== undefined) return ["redraw pick"];
  if (body.take !== undefined || body.version !== undefined) return ["redraw earlier"];
  return Object.keys(body).map((field) => `redraw ${field}`);
}

/** A typed text states all its readings and emphasis, without any as empty lists. */
const fieldsIn = (change: Record<string, unknown>) =>
  Object.entries(change)
    .filter(([, value]) => !(Array.isArray(value) && value.length === 0))
    .map(([field]) => field);

interface DoneByPage {
  /** Operations that were sent while the pointer was not used since `begin`. */
  byKeyboard: Set<string>;
  /** The next operations are judged by themselves. */
  begin(): void;
}

/** Records the operations that a page sends, and which of them were done without a pointer. */
export async function recordOperations(page: Page): Promise<DoneByPage> {
  let isPointed = false;
  const done: DoneByPage = {
    byKeyboard: new Set(),
    begin: () => {
      isPointed = false;
    },
  };
  await page.exposeFunction("notePointer", () => {
    isPointed = true;
  });
  await page.addInitScript(`addEventListener("pointerdown", () => notePointer(), true)`);
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() === "GET" || !pathname.includes("/manga/") || pathname.endsWith("/preview")) return;
    const body = JSON.parse(request.postData() ?? "{}") as EditBody;
    for (const operation of operationsIn(request.method(), pathname, body))
      if (!isPointed) done.byKeyboard.add(operation);
  });
  return done;
}

/** Every operation that is listed for the journey was done by the keyboard alone. */
export function assertAllDone(done: DoneByPage, journey: DeskJourney): void {
  const listed = Object.entries(OPERATIONS).filter(([, one]) => one.journey === journey);
  const missing = listed.map(([operation]) => operation).filter((one) => !done.byKeyboard.has(one));
  assert.deepEqual(missing, [], `${journey} does these by the keyboard alone`);
}
