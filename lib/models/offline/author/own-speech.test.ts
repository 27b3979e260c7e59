import { expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";

const peopleOf = async (text: string) =>
  (await readPeople(segmentStory(text, "ja"))).map(({ name, age, gender }) => `${name} ${age} ${gender}`);

it("hears an old man and a child in what they say of themselves", async () => {
  expect(
    await peopleOf(
      "翔太は窓を開けた。「ぼく、もう治ったよ」と翔太は言った。「わしもじゃ」と源蔵は言った。「おじいさんはいいんだよ、大人だから。遠足もないし」と翔太は言った。「大人だって行きたいわい」と源蔵は言った。",
    ),
  ).toEqual(expect.arrayContaining(["翔太 child male", "源蔵 elder male"]));
});

it("draws those with school bags and homework as children", async () => {
  expect(
    await peopleOf(
      "鉄棒に、ランドセルが三つぶら下がっていた。リクはソウタの肩を押した。ヒナは足をぶらぶらさせた。「宿題は？」とヒナは言った。ソウタは笑った。",
    ),
  ).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^リク child/u),
      expect.stringMatching(/^ソウタ child/u),
      expect.stringMatching(/^ヒナ child/u),
    ]),
  );
});

it("knows ナツ in なっちゃん, 竜二 in the man who says so, and 源蔵 in 源さん", async () => {
  const names = async (text: string) =>
    (await readPeople(segmentStory(text, "ja"))).map(({ name }) => name).toSorted();
  expect(
    await names(
      "早苗は箱を下ろした。女の子が座りこんでいた。\n「なんだ、なっちゃん。またそこか」と早苗は言った。\n「うん」\nナツは鍋を持って立っていた。ナツは笑った。",
    ),
  ).toEqual(["ナツ", "早苗"]);
  expect(
    await names(
      "千尋は骨壺を抱いていた。「かまいません」と千尋は言った。\n男は黙って、帽子を取った。\n「乗りな。竜二だ」\n竜二は舵を握った。竜二は水筒を放った。",
    ),
  ).toEqual(["千尋", "竜二"]);
  expect(
    await names("源蔵は笑った。由紀は窓を開けた。「源さんは、まず歩く練習でしょう」と由紀は言った。"),
  ).toEqual(["源蔵", "由紀"].toSorted());
});

it("knows given names that the dictionary cuts in two, and no mother twice", async () => {
  expect(
    await peopleOf(
      "夫の大介が、粉の袋を肩にかついで入ってきた。中学生の蒼が漫画を読んでいた。若い母親が悠斗を抱きしめていた。悠斗は泣いた。",
    ),
  ).toEqual(
    expect.arrayContaining(["大介 adult male", "蒼 teen male", expect.stringMatching(/^母親 adult female/u)]),
  );
});
