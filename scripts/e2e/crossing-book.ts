// A book in which a picture lies over two pages: it is found by its plot, before anything is drawn.
import { readFileSync } from "node:fs";
import type { Guest } from "./guest-api.ts";

const STORIES = ["animal.en", "space.en", "crowd.en", "horror.ja", "school.ja", "period.ja", "quarrel.en"];

/** Fewer beats stand on a page of a longer book, and leave room for a picture over two. */
const PAGES = [8, 10, 12];

/** Read from right to left. Throws when no story's peak fills two pages. */
export async function crossingBook(guest: Guest): Promise<string> {
  for (const [story, pages] of PAGES.flatMap((pages) => STORIES.map((story) => [story, pages] as const))) {
    const file = new URL(`../../lib/models/offline/author/stories/${story}.txt`, import.meta.url);
    const text = readFileSync(file, "utf8");
    const sessionId = await guest.make({ text, pages, direction: "rtl", review: ["plot"] }, "waiting");
    const path = `/manga/sessions/${sessionId}`;
    const { output } = await guest.ask<{ output: { pages: { spread: boolean }[] } }>(
      "GET",
      `${path}/phase/3`,
    );
    if (output.pages.some(({ spread }) => spread)) {
      const { waiting } = await guest.until(sessionId, "waiting");
      const approval = { phase: "plot", revision: waiting?.revision, kind: "approve" };
      await guest.ask("POST", `${path}/feedback`, approval);
      await guest.until(sessionId, "completed");
      return sessionId;
    }
    await guest.ask("DELETE", path);
  }
  throw new Error("no story has a picture over two pages");
}
