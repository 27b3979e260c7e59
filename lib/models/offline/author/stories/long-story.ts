// A long story of chapters, `long.en.txt`: places and people change, and some of them come back.
import { read } from "./labelled.ts";

/** The title, as many chapters as bring the text to `least` characters with the last chapter, and the last chapter. */
export function longStory(least: number): string {
  const text = read({ name: "long", language: "en" }).trimEnd();
  const [title = "", ...chapters] = text.split(/\n\n(?=Chapter \d)/u);
  const last = chapters.pop() ?? "";
  const told = [title];
  for (const chapter of chapters) {
    if ([...told, last].join("\n\n").length >= least) break;
    told.push(chapter);
  }
  return [...told, last].join("\n\n");
}
