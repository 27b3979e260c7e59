import { expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";

const agesIn = async (text: string, language: "ja" | "en") =>
  Object.fromEntries((await readPeople(segmentStory(text, language))).map(({ name, age }) => [name, age]));

it("takes those whom a child's story calls by bare first names for children, and whoever has a title for grown", async () => {
  const ages = await agesIn(
    "Josie, aged ten, ran across the field. “Wait!” said Josie.\n\n“My feet are frozen,” said Mina. Mina jumped.\n\n“Five minutes!” shouted Coach Adeyemi.",
    "en",
  );
  expect(ages).toMatchObject({ Josie: "child", Mina: "child", "Coach Adeyemi": "adult" });
});

it("takes a boy who is said to be of the same age for as old as the heroine", async () => {
  const ages = await agesIn(
    "十七歳の陽菜は屋上に立っていた。陽菜は空を見た。\n\n少年が立っていた。同じくらいの年だ。少年は笑った。「野球？」と陽菜は言った。「サッカー」と少年は言った。",
    "ja",
  );
  expect(ages).toMatchObject({ 陽菜: "teen", 少年: "teen" });
});
