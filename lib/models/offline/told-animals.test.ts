// Which animals a sentence has there: real ones, as many as it says, and never a figure of speech.
import { describe, expect, it } from "vitest";
import { animalsTold } from "./told-animals.ts";

const told = (text: string): string[] => animalsTold(text).map(({ animal, count }) => `${count} ${animal}`);

describe("animals that a sentence tells of", () => {
  it.each([
    ["A pigeon sat on the sill.", ["1 pigeon"]],
    ["Two goats were climbing the hill behind the farm.", ["2 goat"]],
    ["Cows grazed in the field.", ["3 cow"]],
    ["There was a crow on the wire, and a mouse ran under the stove.", ["1 mouse", "1 crow"]],
    ["She led the old grey horse by its bridle.", ["1 horse"]],
    ["A flock of gulls rose from the pier.", ["5 gull"]],
    ["Several sheep and a black lamb followed him.", ["4 sheep", "1 sheep"]],
    ["The horse's mane was wet.", ["1 horse"]],
    ["A robin hopped over the snow.", ["1 bird"]],
    ["Her two black cats slept in the sun.", ["2 cat"]],
    ["One of the swans hissed.", ["3 swan"]],
    ["A cormorant dived, and two malamutes barked.", ["1 bird", "2 dog"]],
    ["馬を引いて、男が歩いてきた。", ["1 horse"]],
    ["電線にカラスが三羽とまっている。", ["3 crow"]],
    ["数羽のカラスが鳴いた。", ["4 crow"]],
    ["二匹の山羊が丘を登っていく。", ["2 goat"]],
    ["鶏が庭を走り回った。", ["1 chicken"]],
    ["川で魚がはねた。", ["1 fish"]],
    ["白鳥の群れが湖に降りた。", ["5 swan"]],
    ["牛たちが草を食べている。", ["3 cow"]],
    ["黒い子猫が一匹、箱の中にいた。", ["1 cat"]],
    ["老馬の首をなでた。", ["1 horse"]],
    ["ネズミはストーブの下へ逃げた。", ["1 mouse"]],
    ["鹿の親子が森から出てきた。", ["2 deer"]],
  ])("are read: %s", (text, expected) => {
    expect(told(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    "He ate a hot dog.",
    "A postman does not close his office, and that does it.",
    "Beware of geese.",
    "She sat there and read about birds.",
    "My little bird. I am too ill to keep the light.",
    "She could not bear it.",
    "A fly on the wall, they said.",
    "The crane lifted a steel beam, and he had to duck.",
    "He ran like a horse and drank like a fish.",
    "As quiet as a mouse, she waited.",
    "Mio held the teddy bear.",
    "The dog house was empty.",
    "There was no cat in the room.",
    "She drew a horse on the paper.",
    "He could not swallow.",
    "He swung the bat.",
    "She clicked the mouse.",
    "The picture of a wolf hung over the bed.",
    "鳥肌が立った。",
    "彼は猫背だった。",
    "馬鹿なことを言うな、と彼は笑った。",
    "熊本へ行った。",
    "鶴さんは店を閉めた。",
    "カメラを構えた。",
    "クリスマスの夜だった。",
    "トラックが止まった。",
    "鳥居をくぐった。",
    "牛乳を飲んだ。",
    "蛇口をひねった。",
    "ミオは狐の面をかぶった。",
    "猫のような目だった。",
    "犬小屋は空だった。",
    "亀裂が走った。",
    "猫はいなかった。",
    "うさぎのぬいぐるみを抱いた。",
    "カエルの声が聞こえる。",
  ])("are not there: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it("are more than who is known where the words say so", () => {
    expect(animalsTold("Another crow landed beside him.")[0]?.another).toBe(true);
    expect(animalsTold("もう一匹の犬が来た。")[0]?.another).toBe(true);
    expect(animalsTold("犬が来た。")[0]?.another).toBe(false);
  });
});
