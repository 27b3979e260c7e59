// A book with a picture across two pages: two pages of its plot are joined by an edit at its gate.
import { readFileSync } from "node:fs";
import type { Guest } from "./guest-api.ts";

const STORY = new URL("../../../stories/own/space.en.txt", import.meta.url);
/** Share of the pages' height that the picture takes. */
const SHARE = 0.5;

interface PlottedPage {
  number: number;
  beats: unknown[];
}

/** Ten pages, right to left. Throws if no two pages have room for the picture. */
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
