// A book in which a picture lies over two pages: two pages of its plot are joined by hand, at its review.
import { readFileSync } from "node:fs";
import type { Guest } from "./guest-api.ts";

const STORY = new URL("../../../stories/own/space.en.txt", import.meta.url);
/** How much of their height the picture takes. */
const SHARE = 0.5;

interface PlottedPage {
  number: number;
  beats: unknown[];
}

/** Of ten pages, read from right to left. Throws when no two pages have room for it. */
export async function crossingBook(guest: Guest): Promise<string> {
  const text = readFileSync(STORY, "utf8");
  const sessionId = await guest.make({ text, pages: 10, direction: "rtl", review: ["plot"] }, "waiting");
  const path = `/manga/sessions/${sessionId}`;
  const { output } = await guest.ask<{ output: { pages: PlottedPage[] } }>("GET", `${path}/phase/3`);
  const first = output.pages.find(
    ({ number, beats }, at) =>
      number % 2 === 0 &&
      number > 2 &&
      beats.length > 1 &&
      beats.length < 6 &&
      (output.pages[at + 1]?.beats.length ?? 9) < 6,
  )?.number;
  if (first === undefined) throw new Error("no two pages have room for a picture over both");
  const pages = output.pages.map((page) =>
    page.number === first || page.number === first + 1
      ? { ...page, spread: true, spreadShare: SHARE }
      : { ...page, spread: false, spreadShare: undefined },
  );
  const { waiting } = await guest.until(sessionId, "waiting");
  const edit = { phase: "plot", revision: waiting?.revision, kind: "edit", patch: { pages } };
  await guest.ask("POST", `${path}/feedback`, edit);
  await guest.until(sessionId, "completed");
  return sessionId;
}
