// Measures the offline artist's panels: time to draw, paint and encode one, and memory of a process with the dictionary loaded. `node
// scripts/prove/panel-cost.ts` prints one JSON line for every panel of the project's own stories.
import { canvasDrafter } from "../../lib/drawing/canvas-drafter.ts";
import { boundingBox, PAPER } from "../../lib/manga/geometry.ts";
import { deriveSeed } from "../../lib/manga/seed.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import { styleOf } from "../../lib/manga/style-presets.ts";
import { offlineArtist } from "../../lib/models/offline/artist/artist.ts";
import { makeBook } from "../scores/books/make-book.ts";
import { ownStories } from "../scores/books/own-stories.ts";
import { peakMegabytes } from "./peak-memory.ts";

/** Width of a page on a screen, in pixels. */
const PAGE_PX = 1654;

const style = styleOf("manga");
const signal = new AbortController().signal;
const artist = offlineArtist();
const drafter = canvasDrafter();
const times: number[] = [];

for (const { name, text, language } of ownStories()) {
  const { cast, plot, boards } = await makeBook("offline-reader", segmentStory(text, language));
  const direction = language === "ja" ? ("rtl" as const) : ("ltr" as const);
  for (const [index, { panels }] of boards.entries()) {
    const number = plot.pages[index]?.number ?? index + 1;
    const seed = deriveSeed(7, "layout", number);
    const { frames } = await drafter.layout(panels, { number, language, direction, seed });
    for (const [at, { picture }] of panels.entries()) {
      const frame = frames[at];
      if (frame === undefined) throw new Error(`page ${number} of ${name} has a panel without a frame`);
      const { width, height } = boundingBox(frame.corners);
      const place = plot.places.find(({ id }) => id === picture.place);
      if (place === undefined) throw new Error(`the plot of ${name} has no place ${picture.place}`);
      // CPU time, which does not depend on the machine's load.
      const before = process.cpuUsage();
      const drawn = await artist.draw(
        {
          ...{ kind: "panel", picture, place, references: [], style, width, height, seed: at },
          cast: cast.characters.filter(({ id }) => picture.figures.some(({ character }) => character === id)),
        },
        signal,
      );
      if (drawn.content.kind !== "drawing") throw new TypeError("the offline artist gives drawings");
      await drafter.rasterize(drawn.content.drawing, Math.round((width / PAPER.width) * PAGE_PX));
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
  }
}
times.sort((a, b) => a - b);
const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
const rssMb = Math.round(process.memoryUsage().rss / 1024 / 1024);
const peakMb = peakMegabytes();
process.stdout.write(
  `${JSON.stringify({ panels: times.length, p50Ms: at(0.5), p95Ms: at(0.95), rssMb, peakMb })}\n`,
);
