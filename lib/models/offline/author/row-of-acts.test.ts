// What hands do one after the other: a picture for each, and each thing with whoever has it then.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { inHandsOf } from "../../../manga/moment.ts";
import type { Prop } from "../closed/staging.ts";
import { adapt } from "./stories/adapt.ts";
import { panelsOf } from "./stories/expectations.ts";

/** Who has what, picture by picture. */
async function hadIn(text: string, language: Language): Promise<string[]> {
  const book = await adapt(text, language);
  const nameOf = (id: string) => book.concept.people.find((person) => person.id === id)?.name ?? "";
  return panelsOf(book).flatMap(({ picture }) =>
    picture.figures.flatMap((figure) =>
      inHandsOf(figure).map((prop) => `${nameOf(figure.character)} ${prop}`),
    ),
  );
}

describe("what hands do in a row", () => {
  it.each([
    [
      "en",
      'Dolly took off her glasses, opened her notebook and picked up a pencil. "Flowers," said Dolly.',
      ["glasses", "book", "pen"],
    ],
    [
      "ja",
      "ミナは懐中電灯をつかみ、鍵を取り、傘を抱えた。「行くよ」とミナは言った。",
      ["flashlight", "key", "umbrella"],
    ],
  ] satisfies [Language, string, Prop[]][])(
    "has a picture for each act (%s): %s",
    async (language, text, props) => {
      const had = await hadIn(text, language);
      for (const prop of props)
        expect(
          had.some((one) => one.endsWith(` ${prop}`)),
          prop,
        ).toBe(true);
    },
  );

  it("goes from the hand that gives to the hand that is given to", async () => {
    const had = await hadIn(
      'Nell handed Tom the key. "Go," said Nell. Tom nodded. "I will," said Tom.',
      "en",
    );
    expect(had).toContain("Nell key");
    expect(had).toContain("Tom key");
    expect(had.lastIndexOf("Nell key")).toBeLessThan(had.lastIndexOf("Tom key"));
  });

  it("stays in the hand until it is put down", async () => {
    const lastOf = async (act: string) => {
      const book = await adapt(
        `ミナは包丁を手にした。\n「さあ」とミナは言った。\nミナは${act}。\nミナは立っていた。「できた」とミナは言った。`,
        "ja",
      );
      return panelsOf(book).at(-1)?.picture.figures.flatMap(inHandsOf);
    };
    expect(await lastOf("笑った")).toEqual(["knife"]);
    expect(await lastOf("包丁を棚にしまった")).toEqual([]);
  });

  it("is done by whoever a noun stands for, and by all who do it together", async () => {
    const bride = await hadIn(
      'Hattie was the bride. "Hungry," said Hattie. The bride, barefoot, ate a cake with a fork. "Good," said Hattie.',
      "en",
    );
    expect(bride).toContain("Hattie fork");
    const both = await hadIn(
      "リコとガロは丘に座っていた。「うん」とリコは言った。「ああ」とガロは言った。二人は黙ってパンをかじった。",
      "ja",
    );
    expect(new Set(both)).toEqual(new Set(["リコ bread", "ガロ bread"]));
  });

  it("leaves what is only spoken of, what strangers have and what lies there in no hand", async () => {
    expect(await hadIn("「傘、持ってきた？」とミナは空を見上げた。「ない」とケンは言った。", "ja")).toEqual(
      [],
    );
    expect(
      await hadIn(
        "「静かに」とミナは言った。蔵の前では、番人が槍を抱えて居眠りをしていた。ミナは立ち止まった。「しっ」とミナは言った。",
        "ja",
      ),
    ).not.toContain("ミナ spear");
    expect(await hadIn('Mina knocked over the glass. "Oh no," said Mina.', "en")).toEqual([]);
  });
});
