// The list of screens, and how a user gets to each.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { crossingBook } from "./crossing-book.ts";
import {
  openDesk,
  openLettering,
  openOrder,
  openPicture,
  operateReports,
  operateSession,
  register,
} from "./desk-acts.ts";
import { newGuest } from "./guest-api.ts";
import { findApi, loseApi, loseNetwork, OFFLINE, stallApi } from "./lost-network.ts";
import { type Journey, STORY } from "./main-journey.ts";
import { choosePriced, dropPicture, givePortrait, takeSample } from "./new-acts.ts";
import { layOut, openSheet, readFrom, readToTheEnd, zoomIn } from "./reader-acts.ts";
import type { Screen } from "./screen.ts";
import { askToDelete, deleteSlowly, openDownloads, openShare, searchNothing } from "./shelf-acts.ts";
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

/** Phases with an editor at their gate, and an element of it. */
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
const LONG = new URL("../../../stories/own/animal.en.txt", import.meta.url);

export async function allScreens(studio: Studio, { guest: key, sessionId }: Journey): Promise<Screen[]> {
  const guest = await newGuest(studio, key);
  const reviews = await Promise.all(
    Object.entries(EDITORS).map(async ([phase, sign]) => {
      // The screens take longer than the 30 minutes after which a review approves itself.
      const asked = { pages: 2, review: [phase], reviewTimeoutMinutes: 1440 };
      const waiting = await guest.make(asked, "waiting");
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
  const asked = await guest.make({ models: "offline+gemini" });
  await guest.ask("POST", "/manga/reports", {
    ...{ token: shareToken, reason: "copyright", words: "The story is from a book that I wrote." },
  });
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
    { name: "report", path: `/report/${shareToken}`, sign: ".option-cards", isStranger: true },
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
      ...{ name: "revise-desk", path: revise, sign: ".edit-cost", act: openDesk, after: forgetDrafts },
      isMain: true,
    },
    ...desks(revise, `/session/${asked}/revise`),
    ...accounts(studio),
    {
      name: "revise-versions",
      path: revise,
      sign: ".page-pair figure + figure img",
      act: compare,
      isMain: true,
    },
    {
      ...{ name: "revise-people", path: revise, sign: ".edit-cost", act: changeAge, after: forgetDrafts },
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
    {
      ...{ name: "gate-who", path: reviewOf("characters"), sign: ".cast-gone", act: takeOut, isMain: true },
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

/** `asked`: a book with a model's pictures. */
function desks(revise: string, asked: string): Screen[] {
  const after = forgetDrafts;
  return [
    {
      ...{ name: "revise-letters", path: revise, sign: ".letter-fields", after, isMain: true },
      act: openLettering("balloon"),
    },
    {
      ...{ name: "revise-sound", path: revise, sign: ".letter-grip", after },
      act: openLettering("sound"),
    },
    {
      ...{ name: "revise-order", path: revise, sign: ".page-order-save .edit-cost", after, isMain: true },
      act: openOrder,
    },
    { name: "revise-picture", path: revise, sign: ".picture-part", act: openPicture() },
    {
      ...{ name: "revise-picture-part", path: asked, sign: ".picture-region", after, isMain: true },
      act: openPicture({ isMarked: true }),
    },
  ];
}

/** A visitor without books becomes an account, and then an operator. */
function accounts(studio: Studio): Screen[] {
  const isStranger = true;
  return [
    { name: "account", path: "/account", sign: ".account-form", isMain: true },
    { name: "account-own", path: "/account", sign: ".sign-ins li", act: register(studio), isStranger },
    { name: "operate", path: "/operate", sign: ".operate-table", isStranger },
    {
      ...{ name: "operate-session", path: "/operate", sign: ".operate-commands", isStranger },
      act: operateSession,
    },
    {
      ...{ name: "operate-reports", path: "/operate", sign: ".operate-reports", isStranger },
      act: operateReports,
    },
  ];
}

/** A book being made at the speed of real models: one for each screenshot. */
async function making(studio: Studio, key: string): Promise<Screen[]> {
  const guest = await newGuest(studio, key);
  const running = new Map<Page, string>();
  const act = async (page: Page) => {
    const text = readFileSync(LONG, "utf8");
    const asked = { text, pages: 8, language: "en", direction: "rtl", models: "simulated" };
    const { sessionId } = await guest.ask<{ sessionId: string }>("POST", "/manga/generate", asked);
    running.set(page, sessionId);
    await page.goto(`${studio.service.api}/session/${sessionId}`);
    // The first page is lettered, some pages are drawn, and the rest are roughs.
    await page
      .locator(".timeline li:nth-child(6):is(.beat-running, .beat-done)")
      .waitFor({ timeout: 180_000 });
  };
  const after = async (page: Page) => {
    // An open page polls the session's pages; after the deletion that is a 404, which would count as a fault.
    await page.goto("about:blank");
    await guest.ask("DELETE", `/manga/sessions/${running.get(page)}`);
  };
  return [{ name: "watch-making", path: "/", sign: ".panel-art", act, after, isBare: true, isMain: true }];
}

/** Opens the people of the book, and changes the first one's age. */
async function changeAge(page: Page): Promise<void> {
  await page.locator(".revise-people > summary").click();
  await page.locator(".look-fields input").first().fill("72");
}

/** Adds a person to the cast, and removes another one. */
async function takeOut(page: Page): Promise<void> {
  await page.locator(".gate-editor > .row > .button").click();
  await page.locator(".person-fate > .button").first().click();
}

const openMore = (page: Page) => page.locator(".more > summary").first().click();

async function compare(page: Page): Promise<void> {
  await page.locator(".versions [aria-expanded]").first().click();
}
