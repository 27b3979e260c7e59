// What people of a story are drawn as, where it says so in passing or only lets them talk.
import { describe, expect, it } from "vitest";
import { read } from "./stories/labelled.ts";
import { readClosed } from "./stories/read-closed.ts";

describe("people", () => {
  it("who only talk are women and men by their own words and by what they are called", async () => {
    const { concept } = await readClosed(read({ name: "talk", language: "ja" }), "ja");
    expect(concept.people.map(({ gender }) => gender)).toEqual(["female", "male"]);
  });

  it("wear no hat that they have given away, and are children who build snowmen", async () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const { cast } = await readClosed(read({ name: "tiny", language: "en" }), "en", { seed });
      expect(cast.characters.map(({ age, beard }) => [age, beard])).toEqual([["child", "none"]]);
      expect(cast.characters[0]?.clothes.hat).not.toBe("hat");
    }
  });

  it("are women and men as those who call them grandparents do, whatever their names sound like", async () => {
    const { cast } = await readClosed(
      "リクは笑った。「もう閉めようよ、ばあちゃん」「まだだよ」と、店主のヨネは答えた。白い髪だ。",
      "ja",
    );
    expect(cast.characters.find(({ name }) => name === "ヨネ")).toMatchObject({
      ...{ age: "elder", gender: "female", beard: "none" },
    });
  });

  it("are what they say they are", async () => {
    const english = await readClosed(
      '"Hello," said a voice. "Who are you?" asked Nina. "I am Ember. I am a dragon." Ember yawned. A dragon sat on the wall.',
      "en",
    );
    expect(english.cast.characters.map(({ name, kind }) => [name, kind])).toEqual([
      ["Nina", "human"],
      ["Ember", "creature"],
    ]);
    const japanese = await readClosed(
      "「だれ？」とミナは言った。「ぼくはソラ。ロボットだよ」とソラは言った。ソラは走った。",
      "ja",
    );
    expect(japanese.cast.characters.find(({ name }) => name === "ソラ")?.kind).toBe("robot");
  });

  it("wear a dress that is told of from the shoulders down", async () => {
    const { cast } = await readClosed(
      "浜に女の子が立っていた。白いワンピースを着ている。「暑い」と女の子は言った。",
      "ja",
    );
    expect(cast.characters[0]?.clothes).toMatchObject({
      ...{ top: "shirt", topFill: "white", bottom: "dress", bottomFill: "white" },
    });
  });

  it.each([
    [
      "en",
      'A girl sat on a barrel. She was about sixteen, with a long braid and a yellow oilskin. "I\'d go," said the girl.',
      { hair: { style: "ponytail" }, clothes: { top: "coat", topFill: "light" } },
    ],
    [
      "ja",
      "樽の上に少女が座っていた。髪は三つ編みで、黒い合羽を着ている。「行くよ」と少女は言った。",
      { hair: { style: "twin-tails" }, clothes: { top: "coat", topFill: "black" } },
    ],
  ] as const)("have the plaits and the coat that a story gives them (%s)", async (language, told, looks) => {
    const { cast } = await readClosed(told, language);
    expect(cast.characters[0]).toMatchObject(looks);
  });

  it("who lead a town are not young, and wear what they lead it in", async () => {
    const { cast } = await readClosed(read({ name: "comedy", language: "ja" }), "ja");
    expect(cast.characters.find(({ name }) => name === "町長")).toMatchObject({
      age: "elder",
      clothes: { top: "jacket" },
    });
  });

  it("are called by a name and a number, as of old", async () => {
    const told =
      "店先に岡っ引きの半七が立っていた。\n\n「蔵が破られた」と半七は言った。\n\n半七は金槌を渡した。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name)).toContain("半七");
  });

  it("may have a name that is a word as well, and are whoever does what hands do", async () => {
    const told =
      "店主の高瀬はレンズを布で磨いていた。店主の機嫌はよかった。\n\n母は包みを抱えてきた。\n\n高瀬は写真を受け取り、引き出しに入れた。\n\n母は箱を受け取った。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name).toSorted()).toEqual(["母", "高瀬"]);
  });

  it("may have a name that is a thing's, if they do what people do, and a number's with a street's", async () => {
    const told =
      "部長の大地は水筒をつかんだ。相手は一年生の鈴だ。\n\n鈴は床に座り、黙っていた。鈴は初めて笑った。大地はタオルを投げた。鈴がそれを拾った。鈴は立ち上がった。鈴は球を投げた。鈴は息を吐いて笑った。\n\n探偵の九条は鍵を受け取った。九条は黙っている。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name).toSorted()).toEqual(["九条", "大地", "鈴"]);
  });

  it("are who says their name after a request, and who alone has a title with a name", async () => {
    const told =
      "春の朝、一人の娘が訪ねてきた。手には傘を握っている。\n\n「弟子にしてください。千夏といいます」\n\n小森先生は傘を見た。\n\n「直すのは難しいぞ」と先生は言った。\n\n千夏はうなずいた。先生は笛を吹いた。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name).toSorted()).toEqual(["千夏", "小森"]);
    expect(concept.people.flatMap(({ aliases }) => aliases)).toEqual(expect.arrayContaining(["娘", "先生"]));
  });

  it("are not called what a name is not: 差出人の名前はない", async () => {
    const told =
      "小夜は封筒を机に置いた。差出人の名前はない。\n\n「誰かしら」と小夜は言った。\n\n小夜は首を振った。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name)).toEqual(["小夜"]);
  });

  it("are no toys: the robot that a child plays with is nobody", async () => {
    const told =
      "湊はロボットの玩具を抱えていた。\n\n「動くかな」と湊は言った。\n\nロボットは机の上を歩きだした。";
    const { concept } = await readClosed(told, "ja");
    expect(concept.people.map(({ name }) => name)).toEqual(["湊"]);
  });

  it("are called as the story calls them, and no cape or street is one of them", async () => {
    const { concept } = await readClosed(read({ name: "long", language: "en" }), "en");
    const names = concept.people.map(({ name }) => name);
    expect(names).toContain("Otto");
    expect(names).not.toContain("Mr. Otto");
    expect(names.filter((name) => /Cape|Street/u.test(name))).toEqual([]);
  });

  it("who are met only once are people too, where they are seen to do something", async () => {
    const { concept, cast } = await readClosed(
      "健は食堂に入った。「腹が減った」と健は言った。割烹着のおばちゃんが、丼を乱暴に置いた。健は箸を取った。母が編んだマフラーが、首に暖かい。窓の外を、青年が走ってくるのが見えた。",
      "ja",
    );
    expect(concept.people.map(({ name }) => name).toSorted()).toEqual(
      ["おばちゃん", "健", "青年"].toSorted(),
    );
    expect(cast.characters.find(({ name }) => name === "おばちゃん")?.clothes.top).toBe("apron");
  });

  it("are as old as those to whom a sentence likens them", async () => {
    const { concept, cast } = await readClosed(
      "真由は家に着いた。「寒い」と真由は言った。\n\n居間に、知らない男の人が座っていた。坊主頭の若い人だ。真由と同じ高校生くらいに見える。\n\n「隣の、健です」\n\n健は笑った。",
      "ja",
    );
    expect(concept.people.map(({ name, age }) => `${name} ${age}`).toSorted()).toEqual([
      "健 teen",
      "真由 teen",
    ]);
    expect(cast.characters.find(({ name }) => name === "健")?.hair.style).toBe("bald");
  });

  it.each([
    ["en", 'Next was Mrs. Lindqvist. "Hm," she said. Mrs. Lindqvist lit a candle.', ["Mrs. Lindqvist"]],
    [
      "en",
      'In the train sat a woman. "Are you alone?" asked the woman. Her name was Ilse. "Yes," said Ilse.',
      ["Ilse"],
    ],
    [
      "ja",
      "女が立っていた。「すみません」と女は言った。女は瀬川と名乗った。「はい」と瀬川は言った。",
      ["瀬川"],
    ],
    ["ja", "弟の直人が上がってきた。直人は鞄を抱えていた。「重い」と直人は言った。", ["直人"]],
  ] as const)("in %s: %s are %s", async (language, text, names) => {
    const { concept } = await readClosed(text, language);
    expect(concept.people.map(({ name }) => name)).toEqual(names);
  });
});
