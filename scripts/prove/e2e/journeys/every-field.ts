// Checks that no control of the studio's reviews is without effect. Every field of every editor is changed by the keyboard, and every button
// is pressed. A changed value must be in a request to the artist, or in the result that the field is for (title, pages, words); otherwise a
// hint beside the field must say why not.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { PHASES, type PhaseName } from "../../../../lib/pipeline/step-id.ts";
import type { ClientSession } from "../../../../web/src/documents.ts";
import { changedLeaves, type Leaf } from "../fields/leaves.ts";
import { type Drawn, isRequested, type Recorded } from "../fields/requests.ts";
import { type Walked, walkFields, walkPresses } from "../fields/walk.ts";
import { type Guest, newGuest } from "../guest-api.ts";
import { type Studio, WAITER } from "../studio.ts";

const STORY = [
  "One rainy night Mina met Tom at the station. “Wait,” said Mina. Tom waved his lantern.",
  "Mina ran through the street. “Where are you going?” asked Mina. Tom looked back and laughed.",
].join("\n\n");

const REVIEWS = ["concept", "characters", "plot", "storyboard"] as const;
type Review = (typeof REVIEWS)[number];

/** Where each editor is, and an element that shows that it is loaded. */
const EDITORS: Readonly<Record<Review, { within: string; sign: string }>> = {
  concept: { within: ".gate-editor", sign: ".concept-fields input" },
  characters: { within: ".gate-editor", sign: ".look-fields input" },
  plot: { within: ".gate-editor", sign: "[data-beat]" },
  storyboard: { within: ".board", sign: ".board-camera select" },
};

export async function everyField(studio: Studio): Promise<void> {
  const guest = await newGuest(studio);
  const sessionId = await guest.make(
    { text: STORY, pages: 1, language: "en", review: [...REVIEWS] },
    "waiting",
  );
  const { page, context } = await studio.visit({ ...WAITER, guest: guest.key });
  await page.goto(`${studio.service.api}/session/${sessionId}`);
  const faults: string[] = [];
  const changed: { review: Review; field: Walked }[] = [];
  const planned: Recorded[] = [];
  for (const review of REVIEWS) {
    const { within } = EDITORS[review];
    await openReview(page, review);
    const inert = await walkPresses(page, { within, undo: "Discard the changes" });
    faults.push(...inert.map((label) => `${review}: pressing ${label} does nothing`));
    if (review === "storyboard") await chooseFullPanel(page);
    const walked = await walkFields(page, { within, read: readerOf(sessionId, review) });
    for (const field of walked) {
      changed.push({ review, field });
      if (!field.isHeard && field.said === "")
        faults.push(`${review}: ${field.label} has no effect, and no hint says why`);
    }
    await answer({ page, guest, sessionId }, review);
    if (review === "plot") planned.push(...(await plannedIn(guest, sessionId)));
  }
  await guest.until(sessionId, "completed");
  const book = await bookOf(guest, sessionId, [...planned, ...studio.recorded()]);
  for (const { review, field } of changed) {
    for (const leaf of field.leaves) {
      const fault = faultOf(book, { review, field, leaf });
      if (fault !== undefined)
        faults.push(`${review}: ${field.label} (${leaf.path.join(".")} = ${leaf.value}) ${fault}`);
    }
  }
  assert.deepEqual(faults, []);
  assert.ok(changed.length > 80, `${changed.length} fields`);
  await context.close();
}

/**
 * The panels as the plot's review made them, in the form of requests to the artist. Recorded here, because the storyboard's review changes
 * them afterwards.
 */
async function plannedIn(guest: Guest, sessionId: string): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  for (const { number } of await guest.pages(sessionId)) {
    const { panels } = await guest.ask<{ panels: { id: string; picture: unknown }[] }>(
      "GET",
      `/manga/sessions/${sessionId}/pages/${number}/storyboard`,
    );
    for (const { id, picture } of panels) {
      const request = { kind: "panel", picture, cast: [], place: {} } as unknown as Recorded["request"];
      recorded.push({ label: `page ${number}, panel ${id}`, request });
    }
  }
  return recorded;
}

/** When people and plot wait at the same time, the page stays in the one that opened first. */
async function openReview(page: Page, review: Review): Promise<void> {
  const shown = page.locator(EDITORS[review].sign).first();
  const tab = tabOf(page, review);
  await shown.or(tab).first().waitFor();
  // The tabs go when the other review ends, and then this one is shown without a click.
  if (!(await shown.isVisible())) await Promise.any([tab.click({ timeout: 10_000 }), shown.waitFor()]);
  await shown.waitFor();
}

/** The button that goes to a review, shown while several reviews wait. */
const tabOf = (page: Page, review: Review) =>
  page
    .getByRole("navigation", { name: "These wait for your review:" })
    .getByRole("button", { name: review, exact: false });

/** Selects the first panel that has a person and a line. */
async function chooseFullPanel(page: Page): Promise<void> {
  const isFull = async () =>
    (await page.locator(".board-figure").count()) > 0 && (await page.locator(".board-line").count()) > 0;
  const spots = page.locator(".board .panel-spot");
  for (let at = 0; !(await isFull()) && at < (await spots.count()); at++) await spots.nth(at).press("Enter");
}

/** Reads an editor's draft: a phase's result, or the panels of the first page. */
const readerOf =
  (sessionId: string, review: Review) =>
  (drafts: Record<string, unknown>): { base: unknown; value: unknown } | undefined => {
    const draft = drafts[`book.${sessionId}/${review}@2`];
    if (draft === undefined) return undefined;
    if (review !== "storyboard") return draft as { base: unknown; value: unknown };
    const [[, board]] = draft as [[number, { from: unknown; panels: unknown }]];
    return { base: board.from, value: board.panels };
  };

interface Place {
  page: Page;
  guest: Guest;
  sessionId: string;
}

/** Time for a saved change to be made, and for its review to be approved until nothing before it is open. */
const ANSWERED_MS = 60_000;

/**
 * Saves the change, and approves this review each time that it opens again, until everything up to its phase is done. The plot's review may
 * be open while the people are still made again, so an open later review alone does not show that. The page then stays in the plot's
 * review, and this one is opened by its button.
 */
async function answer({ page, guest, sessionId }: Place, review: Review): Promise<void> {
  const isBoard = review === "storyboard";
  await page.getByRole("button", { name: isBoard ? "Save this page" : "Save the change" }).click();
  if (isBoard) await page.getByText("Saved. The other pages are as they were.").waitFor();
  await page.locator(".board-save[data-changed]").waitFor({ state: "detached" });
  const end = Date.now() + ANSWERED_MS;
  for (;;) {
    await page.waitForTimeout(500);
    const { status, waiting, currentPhase } = await guest.ask<ClientSession>(
      "GET",
      `/manga/sessions/${sessionId}`,
    );
    if (status === "failed") throw new Error(`the book failed after the review of its ${review}`);
    const isLater = (phase: PhaseName | undefined) =>
      phase !== undefined && PHASES.indexOf(phase) > PHASES.indexOf(review);
    if (status === "completed" || (isLater(waiting?.phase) && isLater(currentPhase))) return;
    if (Date.now() > end) {
      throw new Error(
        `after the change of its ${review}, the book is ${status}, makes its ${currentPhase}, and the review of its ${waiting?.phase} waits`,
      );
    }
    const tab = tabOf(page, review);
    if ((await tab.count()) > 0 && (await tab.getAttribute("aria-current")) !== "true") await tab.click();
    const gate = page.getByRole("region", { name: new RegExp(`^${review}: `, "iu") });
    const goOn = gate.getByRole("button", { name: "Approve and continue" });
    if ((await goOn.count()) > 0 && (await goOn.isEnabled())) await goOn.click();
  }
}

/** The results of all changes: the requests to the artist, and the book's title, pages, storyboard and lettering. */
interface Book {
  recorded: readonly Recorded[];
  title: string;
  pages: number;
  board: unknown;
  letters: readonly { id: string; text: string; kind: string; speaker: string | null }[];
}

async function bookOf(guest: Guest, sessionId: string, recorded: readonly Recorded[]): Promise<Book> {
  const path = `/manga/sessions/${sessionId}`;
  const [{ title }, pages, board, { texts: letters }] = await Promise.all([
    guest.ask<{ title: string }>("GET", path),
    guest.pages(sessionId),
    guest.ask<{ panels: unknown }>("GET", `${path}/pages/1/storyboard`),
    guest.ask<{ texts: Book["letters"] }>("GET", `${path}/pages/1/lettering`),
  ]);
  return { recorded, title, pages: pages.length, board: board.panels, letters };
}

/**
 * The fault of a changed value: it is in no result and no hint says why, or it is a nonsense word and no hint says that it is not drawn.
 * Undefined without a fault.
 */
function faultOf(
  book: Book,
  { review, field, leaf }: { review: Review; field: Walked; leaf: Leaf },
): string | undefined {
  const isMade = isMadeOf(book, review, leaf);
  if (isMade === true) {
    const isWord = field.kind === "text" && !isOfLetters(leaf);
    return isWord && field.said === "" ? "is a word that is not drawn, and no hint says so" : undefined;
  }
  return field.said === "" ? "is in no request, and no hint says why" : undefined;
}

/** Whether the value is only lettered and never drawn. */
const isOfLetters = ({ path }: Leaf): boolean =>
  ["name", "title", "text", "scenes"].some((one) => path.includes(one));

function isMadeOf(book: Book, review: Review, leaf: Leaf): boolean {
  const [first = "", second = "", ...rest] = leaf.path;
  const requested = (drawn: Drawn) => isRequested(book.recorded, drawn);
  const { value } = leaf;
  switch (review) {
    case "concept":
      if (first === "title") return book.title === value;
      if (first === "pages") return book.pages === value;
      if (first === "style")
        return requested({ of: "style", id: "", leaf: { path: [second, ...rest], value } });
      return first === "people" && requested({ of: "person", id: second, leaf: { path: rest, value } });
    case "characters":
      return requested({ of: "person", id: first, leaf: { path: [second, ...rest], value } });
    case "plot": {
      if (first === "places") return requested({ of: "place", id: second, leaf: { path: rest, value } });
      const [, , ...within] = rest;
      return requested({ of: "page", id: second, leaf: { path: within, value } });
    }
    case "storyboard":
      if (second === "picture")
        return requested({ of: "panel", id: `1/${first}`, leaf: { path: rest, value } });
      return isLettered(book, leaf);
  }
}

/** Whether a changed word is in the storyboard unchanged, and on the lettered page. */
function isLettered({ board, letters }: Book, { path, value }: Leaf): boolean {
  const isKept = changedLeaves(undefined, board).some(
    (one) => one.path.join(" ") === path.join(" ") && one.value === value,
  );
  const [panel, , , word, member] = path;
  const text = letters.find(({ id }) => id === `${panel}/${word}`);
  if (member === "text" || member === "speaker" || member === "kind")
    return isKept && text?.[member] === value;
  return isKept || value === undefined;
}
