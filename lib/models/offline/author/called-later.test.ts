import { expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";

const people = async (text: string) =>
  (await readPeople(segmentStory(text, "ja"))).map(({ name, aliases }) => [name, ...aliases].join("="));

it("takes whom a line calls for the one who was there without a name", async () => {
  expect(
    await people(
      "機関士は配管の下から這い出した。\n「三番炉は死んでる」\n艦長がはしごを下りてきた。\n「直せるか、木暮」\n木暮は首を振った。",
    ),
  ).toEqual(["木暮=機関士", "艦長"]);
});

it("leaves whoever calls alone, and family", async () => {
  const found = await people("店員が顔を出した。\n「おかえり、健太」\n健太は靴を脱いだ。健太は笑った。");
  expect(found.toSorted()).toEqual(["健太", "店員"]);
});
