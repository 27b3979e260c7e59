// The screens that there are, and how a person comes to each.
import { readFileSync } from "node:fs";
import type { Page, Route } from "playwright-core";
import type { WordKey } from "../../web/src/words/en.ts";
import { crossingBook } from "./crossing-book.ts";
import { newGuest } from "./guest-api.ts";
import { ownPicture } from "./journeys/own-portrait.ts";
import { type Journey, STORY } from "./main-journey.ts";
import { openPictures } from "./reader.ts";
import type { Studio } from "./studio.ts";
import {
  bothLines,
  choose,
  conflictInCast,
  discardAll,
  forgetDrafts,
  leaveUnsaved,
  openStory,
  refusedLine,
} from "./unsaved-acts.ts";
import { waitingChange } from "./waiting-change.ts";

/** What the studio says, in the language that it is seen in. */
export type Table = Readonly<Record<WordKey, string>>;

export interface Screen {
  name: string;
  path: string;
  /** What is there once the screen is. */
  sign: string;
  /** What comes before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** What a person does there first. */
  act?: (page: Page, t: Table) => Promise<unknown>;
  /** What brings all back to how it was. */
  after?: (page: Page) => Promise<unknown>;
  /** Seen by somebody who has no book. */
  isStranger?: boolean;
  /** It is as high as the window. */
  isOneView?: boolean;
  /** The browser complains of what the screen is about. */
  isTroubled?: boolean;
  /** Nothing of it can be waited for, or walked through. */
  isBare?: boolean;
  /** Seen on a wide screen, too. */
  isMain?: boolean;
}

/** Phases whose review has an editor, and what is there once it is. */
const EDITORS = {
  concept: ".concept-fields textarea",
  characters: ".cast-edited .portrait img",
  plot: ".beats li",
  storyboard: ".board .panel-spot-chosen",
  artwork: ".balloons .panel-spot",
  lettering: ".balloons .balloon",
} as const;

const SHARED = "Biscuit and the Moon";

/** A story of eight pages. */
const LONG = new URL("../../stories/own/animal.en.txt", import.meta.url);

export async function allScreens(studio: Studio, { guest: key, sessionId }: Journey): Promise<Screen[]> {
  const guest = await newGuest(studio, key);
  const reviews = await Promise.all(
    Object.entries(EDITORS).map(async ([phase, sign]) => {
      const waiting = await guest.make({ pages: 2, review: [phase] }, "waiting");
      return { name: `gate-${phase}`, path: `/session/${waiting}`, sign, isMain: true };
    }),
  );
  const reviewOf = (phase: string) => reviews.find(({ name }) => name === `gate-${phase}`)?.path ?? "";
  const crossing = await crossingBook(guest);
  const { shareToken } = await guest.ask<{ shareToken: string }>("PATCH", `/manga/sessions/${crossing}`, {
    ...{ visibility: "unlisted", title: SHARED },
  });
  const failed = await guest.make({ models: "simulated", budgetMicros: 1 }, "failed");
  const { sessionId: cancelled } = await guest.ask<{ sessionId: string }>("POST", "/manga/generate", {
    ...{ text: STORY, pages: 2, models: "simulated" },
  });
  await guest.ask("POST", `/manga/sessions/${cancelled}/cancel`);
  await guest.until(cancelled, "cancelled");
  const changing = await waitingChange(guest);
  const made = await guest.pages(crossing);
  const over = made.find(({ panels }) => panels.some(({ frame }) => frame?.crosses))?.number ?? 2;

  const watch = `/session/${sessionId}`;
  const revise = `${watch}/revise`;
  const read = `/read/${crossing}`;
  const page = "mekuri-reader .picture img";
  return [
    { name: "new", path: "/", sign: "form textarea" },
    { name: "new-found", path: "/", sign: ".names li", act: takeSample, isMain: true },
    { name: "new-priced", path: "/", sign: ".review select", act: choosePriced },
    { name: "new-portraits", path: "/", sign: ".own-portrait img", act: givePortrait },
    { name: "new-refused", path: "/", sign: ".trouble:not(:empty)", act: dropPicture },
    { name: "shelf", path: "/shelf", sign: ".cover img", isMain: true },
    { name: "shelf-none", path: "/shelf", sign: ".shelf-said:not(:empty)", act: searchNothing },
    { name: "shelf-empty", path: "/shelf", sign: ".bubble", isStranger: true },
    { name: "shelf-delete", path: "/shelf", sign: "dialog[open]", act: askToDelete, isOneView: true },
    {
      ...{ name: "shelf-deleting", path: "/shelf", sign: ".book-going", act: deleteSlowly, isOneView: true },
      after: findApi,
    },
    {
      name: "shelf-share",
      path: "/shelf",
      sign: "dialog[open] .share-link",
      act: openShare(SHARED),
      isOneView: true,
    },
    ...(await making(studio, key)),
    { name: "watch", path: watch, sign: ".sheet img" },
    { name: "watch-crossing", path: `/session/${crossing}`, sign: ".sheet img", isMain: true },
    { name: "downloads", path: watch, sign: "dialog[open] .formats", act: openDownloads, isOneView: true },
    { name: "failed", path: `/session/${failed}`, sign: ".bubble" },
    { name: "cancelled", path: `/session/${cancelled}`, sign: '[data-status="cancelled"]' },
    ...reviews,
    ...["concept", "characters", "plot", "storyboard"].map((phase) => ({
      ...{ name: `gate-${phase}-more`, path: reviewOf(phase), sign: ".more-fields", act: openMore },
    })),
    { name: "read", path: read, sign: page, act: readFrom(0), isOneView: true },
    { name: "read-crossing", path: read, sign: page, act: readFrom(over), isOneView: true, isMain: true },
    {
      name: "read-panel",
      path: read,
      sign: "mekuri-reader .shade:not([hidden])",
      act: zoomIn,
      isOneView: true,
    },
    {
      ...{ name: "read-strip", path: read, sign: "mekuri-reader .item img", act: layOut("strip") },
      isOneView: true,
    },
    { name: "read-pages", path: read, sign: ".thumbs img", act: openSheet("t"), isOneView: true },
    {
      name: "read-text",
      path: read,
      sign: "mekuri-reader .lines li",
      act: openSheet("s"),
      isOneView: true,
      isMain: true,
    },
    { name: "read-display", path: read, sign: ".choice", act: openSheet("d"), isOneView: true },
    { name: "read-end", path: read, sign: page, act: readToTheEnd(made.length), isOneView: true },
    {
      name: "shared",
      path: `/shared/${shareToken}`,
      sign: "mekuri-reader img",
      isStranger: true,
      isOneView: true,
    },
    { name: "revise", path: revise, sign: ".balloon" },
    { name: "revise-line", path: revise, sign: ".place", act: choose(".balloon:has(.balloon-shape)") },
    {
      name: "revise-takes",
      path: revise,
      sign: ".take:not(.take-now) img",
      act: choose(".panel-spot"),
      isMain: true,
    },
    {
      name: "revise-versions",
      path: revise,
      sign: ".page-pair figure + figure img",
      act: compare,
      isMain: true,
    },
    { name: "revise-story", path: revise, sign: ".story-text mark", act: openStory, isOneView: true },
    {
      ...{ name: "revise-both", path: revise, sign: ".both", act: bothLines, after: forgetDrafts },
      isOneView: true,
    },
    {
      ...{ name: "revise-refused", path: revise, sign: ".refused li", act: refusedLine, after: discardAll },
      isTroubled: true,
    },
    {
      ...{ name: "leave", path: revise, sign: "dialog[open]", act: leaveUnsaved, after: forgetDrafts },
      isOneView: true,
    },
    {
      ...{ name: "gate-conflict", path: reviewOf("characters"), sign: ".conflicts li", act: conflictInCast },
      after: forgetDrafts,
    },
    { name: "revise-waiting", path: `/session/${changing}/revise`, sign: ".revise-state[data-waiting]" },
    { name: "missing", path: "/session/nobody", sign: ".bubble", isTroubled: true },
    { name: "missing-page", path: "/shelf/nothing", sign: ".bubble", isTroubled: true },
    {
      name: "closed-link",
      path: "/shared/nothing",
      sign: "[role=alert]",
      isStranger: true,
      isTroubled: true,
    },
    { ...OFFLINE, name: "offline", path: watch, sign: ".offline", act: loseNetwork(".sheet img") },
    { ...OFFLINE, name: "offline-shelf", path: "/shelf", sign: ".bubble", before: loseApi, after: findApi },
    { name: "loading", path: "/shelf", sign: ".loading", before: stallApi, after: findApi, isBare: true },
  ];
}

/** A book while it is made, at the speed of real models: one for each look. */
async function making(studio: Studio, key: string): Promise<Screen[]> {
  const guest = await newGuest(studio, key);
  let running: string | undefined;
  const act = async (page: Page) => {
    const text = readFileSync(LONG, "utf8");
    const asked = { text, pages: 8, language: "en", direction: "rtl", models: "simulated" };
    ({ sessionId: running } = await guest.ask<{ sessionId: string }>("POST", "/manga/generate", asked));
    await page.goto(`${studio.service.api}/session/${running}`);
    // Its first page is lettered, others are drawn, the rest is rough.
    await page
      .locator(".timeline li:nth-child(6):is(.beat-running, .beat-done)")
      .waitFor({ timeout: 180_000 });
  };
  const after = async (page: Page) => {
    // An open page asks for the session's pages again and again. After the deletion that is a 404, which counts as a fault.
    await page.goto("about:blank");
    await guest.ask("DELETE", `/manga/sessions/${running}`);
  };
  return [{ name: "watch-making", path: "/", sign: ".panel-art", act, after, isBare: true, isMain: true }];
}

const OFFLINE = {
  isTroubled: true,
  after: async (page: Page) => {
    await page.context().setOffline(false);
    await page.locator(".offline").waitFor({ state: "detached" });
  },
} as const;

const openMore = (page: Page) => page.locator(".more > summary").first().click();

const loseNetwork = (first: string) => async (page: Page) => {
  await page.locator(first).first().waitFor();
  await page.context().setOffline(true);
};

const API = "**/api/v1/manga/**";
const loseApi = (page: Page) => page.route(API, (route) => route.abort());
/** Requests that wait, by their page. */
const held = new Map<Page, Route[]>();
const stallApi = async (page: Page) => {
  const waiting: Route[] = [];
  held.set(page, waiting);
  await page.route(API, (route) => {
    waiting.push(route);
  });
};

/** What was held back is given up, or it would go on when nothing holds it; the page that asked for it is left first. */
const findApi = async (page: Page) => {
  await page.goto("about:blank");
  await Promise.all((held.get(page) ?? []).map((route) => route.abort()));
  held.delete(page);
  await page.unroute(API);
};

async function takeSample(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["new.sample.ja"] }).click();
}

async function choosePriced(page: Page, t: Table): Promise<void> {
  await takeSample(page, t);
  await page.locator(".names li").first().waitFor();
  await page.getByRole("combobox", { name: t["new.models"] }).selectOption("simulated");
  await page.getByText(t["phase.storyboard"], { exact: true }).click();
  await page.locator(".takes dd").getByText("$").waitFor();
}

async function givePortrait(page: Page): Promise<void> {
  await page.locator("form textarea").first().fill(STORY);
  await page.locator(".new-notes summary").click();
  const mimeType = "image/png";
  const file = { name: "mina.png", mimeType, buffer: ownPicture() };
  await page.locator(".own-portrait input").first().setInputFiles(file);
}

async function dropPicture(page: Page): Promise<void> {
  await page.locator("form textarea").first().fill("……".repeat(26_000));
  const file = { name: "mina.png", mimeType: "image/png", buffer: ownPicture() };
  await page.locator(".new-file input").setInputFiles(file);
}

async function searchNothing(page: Page): Promise<void> {
  await page.locator("input[type=search]").fill("zzz");
}

async function askToDelete(page: Page, t: Table): Promise<void> {
  await page.locator(".cover img").first().waitFor();
  await page.getByRole("button", { name: t["shelf.delete"] }).last().click();
}

/** Of which nothing reaches the service. */
async function deleteSlowly(page: Page, t: Table): Promise<void> {
  await askToDelete(page, t);
  await stallApi(page);
  await page.getByRole("dialog").getByRole("button", { name: t["shelf.delete"] }).click();
}

/** Of the one that is shared. */
const openShare = (title: string) => async (page: Page, t: Table) => {
  const book = page.locator(".book").filter({ has: page.getByRole("heading", { name: title }) });
  await book.getByRole("button", { name: t["shelf.share"] }).click();
};

async function openDownloads(page: Page, t: Table): Promise<void> {
  await page.getByRole("button", { name: t["shelf.downloads"] }).click();
}

const open = (page: Page) => page.locator("mekuri-reader .picture img").first().waitFor();

const readFrom = (number: number) => async (page: Page) => {
  await layOut("spread")(page);
  await page.evaluate(`document.querySelector("mekuri-reader").place = { page: ${number} }`);
  await openPictures(page).first().waitFor();
};

const readToTheEnd = (pages: number) => async (page: Page) => {
  await readFrom(pages)(page);
  await page.keyboard.press("PageDown");
  await page.locator("mekuri-reader .done").waitFor();
};

async function zoomIn(page: Page): Promise<void> {
  await readFrom(2)(page);
  await page.keyboard.press("z");
}

/** The layout is kept: the next look chooses its own. */
const layOut = (mode: "strip" | "spread") => async (page: Page) => {
  await page.locator("mekuri-reader .stage").waitFor();
  await page.evaluate(`document.querySelector("mekuri-reader").mode = "${mode}"`);
};

const openSheet = (key: string) => async (page: Page) => {
  await open(page);
  await page.keyboard.press(key);
};

async function compare(page: Page): Promise<void> {
  await page.locator(".versions [aria-expanded]").first().click();
}
