// What is done to things, and what the hand has of them, in both languages.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import type { Prop } from "../closed/staging.ts";
import type { Deed } from "./grip-words.ts";
import { afterwards, gripsIn, heldBy } from "./grips.ts";
import { lexiconOf } from "./lexicons.ts";

const DONE: readonly (readonly [
  language: Language,
  words: string,
  done: `${Prop} ${Deed}`[],
  held: Prop | undefined,
])[] = [
  ["en", " set the kettle on the stove.", ["kettle puts"], "kettle"],
  ["en", " handed Tom the key.", ["key gives"], "key"],
  [
    "en",
    " passed the lantern, took the cup and passed it to her.",
    ["lantern minds", "cup has", "cup gives"],
    "cup",
  ],
  ["en", " passed the bicycle and the gate.", [], undefined],
  ["en", " froze with a hammer in her teeth.", ["hammer uses"], "hammer"],
  ["en", " had a bucket in one hand and a broom in the other.", ["bucket has", "broom has"], "bucket"],
  ["en", " carried a bucket and a mop.", ["bucket has", "mop has"], "bucket"],
  ["en", " carried a bucket and the bell rang.", ["bucket has"], "bucket"],
  [
    "en",
    " took off his glasses, opened the book and picked up a pen.",
    ["glasses has", "book uses", "pen has"],
    "glasses",
  ],
  ["en", " stirred the pot with a spoon.", ["pot minds", "spoon uses"], "spoon"],
  ["en", " dropped the cup.", ["cup drops"], undefined],
  ["en", " did not take the umbrella.", [], undefined],
  ["en", " had been smashed with a hammer.", [], undefined],
  ["en", " wiped her hands on a towel.", ["towel has"], "towel"],
  ["en", " threw the ball.", ["ball throws"], "ball"],
  ["en", " filled the kettle, put it on the stove.", ["kettle uses", "kettle puts"], "kettle"],
  ["ja", "は飴玉をつまんで笑った。", ["candy has"], "candy"],
  ["ja", "は鍵を手に、廊下を進んだ。", ["key has"], "key"],
  ["ja", "は手紙を手にした。", ["letter has"], "letter"],
  ["ja", "は傘を片手に走った。", ["umbrella has"], "umbrella"],
  ["ja", "は新聞を小脇に抱えて出た。", ["newspaper has"], "newspaper"],
  ["ja", "は縄を肩に担いでいる。", ["rope has"], "rope"],
  ["ja", "は魚をくわえた。", ["fish has"], "fish"],
  ["ja", "は時計を取り出すと、両手で差し出した。", ["clock has", "clock gives"], "clock"],
  ["ja", "は金づちで釘を打った。", ["hammer uses", "nail uses"], "hammer"],
  ["ja", "は金づちで叩かれた。", [], undefined],
  ["ja", "は鍋に水を入れた。", ["pot uses"], "pot"],
  ["ja", "は急須を取り、湯のみにお茶を注いだ。", ["teapot has", "cup pours"], "teapot"],
  ["ja", "は傘を持たずに出た。", [], undefined],
  ["ja", "は宝石を散らした剣を見た。", ["sword minds"], undefined],
  ["ja", "は帽子をかぶった。", ["hat wears"], undefined],
  ["ja", "は橋を渡って瓶を探した。", ["bottle minds"], undefined],
];

describe("what is done to things", () => {
  it.each(DONE)("in %s:%s", (language, words, done, held) => {
    const grips = gripsIn(words, lexiconOf(language));
    expect(grips.map(({ thing, deed }) => `${thing} ${deed}`)).toEqual(expect.arrayContaining(done));
    expect(new Set(grips.map(({ thing }) => thing))).toEqual(new Set(done.map((one) => one.split(" ")[0])));
    expect(heldBy(grips)?.thing).toBe(held);
  });

  it("decides where a thing is afterwards", () => {
    const where = (words: string, thing: Prop, language: Language) =>
      afterwards(gripsIn(words, lexiconOf(language)), thing);
    expect(where("took the key and gave it to her", "key", "en")).toBe("passed");
    expect(where("took the key", "key", "en")).toBe("kept");
    expect(where("looked at the key", "key", "en")).toBe("same");
    expect(where("皿を取り、棚にしまった", "plate", "ja")).toBe("gone");
  });

  it("knows what `it` stands for from before", () => {
    expect(gripsIn("tore it open and read it", lexiconOf("en"), "letter")[0]).toMatchObject({
      thing: "letter",
      deed: "uses",
    });
    expect(gripsIn("それを棚に置いた", lexiconOf("ja"), "cup")[0]).toMatchObject({
      thing: "cup",
      deed: "puts",
    });
  });
});
