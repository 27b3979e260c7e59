import { expect, it } from "vitest";
import { readClosed } from "./stories/read-closed.ts";

const placesOf = async (text: string, language: "ja" | "en") => {
  const { plot } = await readClosed(text, language);
  const beats = plot.pages.flatMap((page) => page.beats);
  return beats.map((beat) => plot.scenes.find(({ id }) => id === beat.scene)?.place.kind);
};

it("shows what somebody remembers where it was, and goes on where they are", async () => {
  const places = await placesOf(
    "Nora sat in the kitchen at midnight. She remembered a summer on the beach: her mother running after a hat.\n\n“Catch it!” her mother had shouted.\n\nNora got up and shut the window.",
    "en",
  );
  expect(places).toContain("shore");
  expect(places[0]).toBe("kitchen");
  expect(places.at(-1)).toBe("kitchen");
});

it("leaves alone what is remembered without a place", async () => {
  const places = await placesOf(
    "ミナは台所に座っていた。ミナは母の言葉を思い出した。\n\n「泣くんじゃないよ」\n\nミナは湯をわかした。",
    "ja",
  );
  expect(new Set(places)).toEqual(new Set(["kitchen"]));
});

it("remembers what was here long ago with its own sky, and not the lines of now", async () => {
  const { plot, story } = await readClosed(
    "雪の庭に、ミナは立っていた。\n\n三年前の夏、祖父はこの木の下で笑っていた。\n\n「実が、なってる」\n\nミナが指さした。枝に実が一つ残っている。",
    "ja",
  );
  const weatherOf = (words: string) => {
    const unit = story.units.find((one) => one.text.includes(words))?.id ?? "";
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
    return plot.scenes.find(({ id }) => id === beat?.scene)?.weather;
  };
  expect(weatherOf("笑っていた")).toBe("clear");
  expect(weatherOf("なってる")).toBe("snow");
});
