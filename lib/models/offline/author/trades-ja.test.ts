import { expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { tradeOf } from "./trades-ja.ts";

it.each(["仲買人", "飼育員", "渡し守", "組合長", "女主人", "老船頭", "学級委員"])("%s is somebody", (noun) =>
  expect(tradeOf(noun)?.noun).toBe(noun),
);

it.each(["全員", "本人", "身長", "部屋", "魚屋", "三人", "仲間", "大野先生", "黒川刑事", "学校", "自由"])(
  "%s is nobody, or has a name",
  (noun) => expect(tradeOf(noun)).toBeUndefined(),
);

const named = async (text: string) => (await readPeople(segmentStory(text, "ja"))).map(({ name }) => name);

it.each([
  ["渡し守は、小屋の前で煙管をくわえていた。", ["渡し守"]],
  ["美咲は頭を下げた。「今夜は出さねえ」と組合長は言った。", ["組合長", "美咲"]],
  // Who only is spoken of, or is one of many.
  ["美咲は頭を下げた。飼育員が増えたのだ。", ["美咲"]],
  ["美咲は笑った。仲買人になるのが夢だった。", ["美咲"]],
])("%s", async (text, names) => expect((await named(text)).toSorted()).toEqual(names.toSorted()));
