// Lines that no particle and no `said` gives to anybody: what the sentences around them, and the words themselves, still tell.
import { expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { attributeLines } from "./speakers.ts";

const speakersOf = async (text: string, language: Language) => {
  const story = segmentStory(text, language);
  const speakers = attributeLines(story, await readPeople(story));
  return story.units.flatMap(({ id, kind }) => (kind === "speech" ? [speakers.get(id)?.person?.name] : []));
};

it("gives a line to whoever the paragraph after it says has spoken", async () => {
  expect(
    await speakersOf(
      "ポストは扉を開けた。「朝です」とポストは言った。\n\n「こんな日に行くのか」\n\n整備士の楊が、茶を飲みながら言った。がっしりした女で、つなぎを着ている。\n\n「手紙があります」",
      "ja",
    ),
  ).toEqual(["ポスト", "楊", "ポスト"]);
});

it("gives a line to whose voice rises after it, though nobody has seen them yet", async () => {
  expect(
    await speakersOf(
      "小松は立っていた。「寒い」と小松は言った。\n\n「ぼうっとするな！」\n\n親方の大声が飛んだ。",
      "ja",
    ),
  ).toEqual(["小松", "親方"]);
});

it("takes no long doing for the start of a line", async () => {
  const [, , line] = await speakersOf(
    "ミナと祖母は部屋にいた。「寒いね」とミナは言った。「そうだねえ」と祖母は言った。\n\n祖母はいつまでも餅を運んできた。\n\n「もう食べられないよ」",
    "ja",
  );
  expect(line).toBe("ミナ");
});

it("finds whose a small voice was", async () => {
  expect(
    await speakersOf(
      '"Cold," said Bruno.\n\n"Only when I breathe," said Tomas.\n\n"Then don\'t," said a small voice.\n\nIt belonged to Mila, who was six.\n\n"Oh," said Mila.',
      "en",
    ),
  ).toEqual(["Bruno", "Tomas", "Mila", "Mila"]);
});

it("lets whom somebody has turned to answer the question that is put then, and the asker ask on", async () => {
  expect(
    await speakersOf(
      'Ann, Ben and Carl sat in the kitchen. "Cold," said Ben. "Late," said Ann. Carl sat down. Ann put a bowl of soup in front of him.\n\n"Who was she?" asked Ben.\n\n"Nobody."\n\n"And where did she go?"\n\n"Home."',
      "en",
    ),
  ).toEqual(["Ben", "Ann", "Ben", "Carl", "Ben", "Carl"]);
});

it("lets whoever has run off say nothing, and whoever is told to come along be there", async () => {
  expect(
    await speakersOf(
      "「先生、雨です」と美咲は言った。「本当だ」と大吾は言った。小川先生は青い顔をした。「待っていて」と先生は言った。\n先生は走っていった。\n「おれも行く」\n「だめ」\n「じゃあ、美咲も来いよ」\n「行かない」\n",
      "ja",
    ),
  ).toEqual(["美咲", "大吾", "小川", "大吾", "美咲", "大吾", "美咲"]);
});

it("knows whose patient it is, and that anybody may say はい", async () => {
  expect(
    await speakersOf(
      "医者のリサは座っていた。助手のテオと患者の竜もそこにいた。「先生、動きます」とテオは言った。「ああ」と竜は言った。「怖くないか」とリサは言った。竜がうなった。\n「怖いのか」\n「しゃべった！」\n「そりゃしゃべるさ。うちの患者だよ」\n",
      "ja",
    ),
  ).toEqual(["テオ", "竜", "リサ", "竜", "テオ", "リサ"]);
});

it("gives what whoever starts up cries to them, and `he said` to who acted last before it", async () => {
  expect(
    await speakersOf(
      'Ann and Ben sat down. "Cold," said Ben. "Late," said Ann.\n\n"Good evening," said Mrs. Crane.\n\nAnn sprang up so fast that her spoon flew across the room.\n\n"You followed us! Over a mountain!"\n\n"It is my duty." Mrs. Crane sneezed.\n\nTom wiped the lamp. Ben struck a match. It went out. He struck another.\n\n"It\'s the last one," he said.\n\n"Tom, come here," said Ann.\n\n"Yes," said Tom.',
      "en",
    ),
  ).toEqual(["Ben", "Ann", "Mrs. Crane", "Ann", "Mrs. Crane", "Ben", "Ann", "Tom"]);
});

it("gives what a crowd says to none of the story's people", async () => {
  expect(
    await speakersOf(
      'Ann and Ben came to the harbour. "Cold," said Ben. "Late," said Ann.\n\n"Cape Farewell?" The fishermen shook their heads. "Not in this."\n\n"Can any of you row?" said Ann.\n\n"No," said everybody.',
      "en",
    ),
  ).toEqual(["Ben", "Ann", undefined, undefined, "Ann", undefined]);
});

it("knows whose the voice is that was heard before", async () => {
  expect(
    await speakersOf(
      'Ines lay on the roof. "Well?" said a voice in her ear. It was her brother Milo, in a van round the corner. "Late," said Ines.\n\n"So what?" asked Milo.\n\n"Go away," said Tilda.\n\n"Ines!" hissed the voice in her ear. "A policeman!"',
      "en",
    ),
  ).toEqual(["Milo", "Ines", "Milo", "Tilda", "Milo", "Milo"]);
});

it("lets nobody go on over what they have done themselves, where their tone is another's: polite to plain, a girl to a man", async () => {
  expect(
    await speakersOf(
      "千尋は小さな箱を抱いていた。千尋は船長の竜二を見た。竜二は帽子を取った。\n「気持ち悪くないか」\n「平気です」\n「うそつけ、顔が青いぞ」\n竜二は舵を握ったまま、水筒を放ってよこした。\n「これ、何ですか」\n「生姜湯だ」\n千尋は一口飲んで、むせた。\n「からい！」\n",
      "ja",
    ),
  ).toEqual(["竜二", "千尋", "竜二", "千尋", "竜二", "千尋"]);
});

it("gives thanks to whoever was given something, and a cry before others come to whose cry it was", async () => {
  expect(
    await speakersOf(
      "絵里は廊下で紙を拾っていた。「手伝います」と遠藤は言った。「いいの」と絵里は言った。\n遠藤は笑って、絵里にハンカチを渡した。\n「ありがと。洗って返す」\n「あげますよ、それ」\n「先生！　けんか！」\n絵里の叫び声に、中島先生が走ってきた。\n「こら、やめなさい！」\n",
      "ja",
    ),
  ).toEqual(["遠藤", "絵里", "絵里", "遠藤", "絵里", "中島"]);
});

it("lets whoever is not named yet answer whoever is alone", async () => {
  expect(
    await speakersOf(
      "「返せよ」\nリクが手を出した。\n「なにを」\n「ぼくのカード。さっき取っただろ」\nソウタは笑った。\n「取ってない」\nリクはソウタの胸を押した。\n",
      "ja",
    ),
  ).toEqual(["リク", "ソウタ", "リク", "ソウタ"]);
});

it("takes up the words of the line before only as somebody else", async () => {
  expect(
    await speakersOf(
      "佳奈は台所にいた。「ふられた」と、電話の理沙が言った。\n「また？」と佳奈は言った。\n佳奈は火を止めた。\n「またって言わないで」\n「ごめん。今どこ」\n",
      "ja",
    ),
  ).toEqual(["理沙", "佳奈", "理沙", "佳奈"]);
});

it("lets whoever has only called somebody go on", async () => {
  expect(
    await speakersOf(
      "小さな男の子の悠は手を開いた。「だめ？」と悠は言った。\n「おい、坊主」\n大介が奥から顔を出した。\n「失敗したパンなら、二十円だ」\n「ねこだ！」\n悠はパンを受け取った。\n",
      "ja",
    ),
  ).toEqual(["悠", "大介", "大介", "悠"]);
});
