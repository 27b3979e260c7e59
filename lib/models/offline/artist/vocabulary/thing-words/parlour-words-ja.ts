// Japanese words for the things of market, parlour and great house; those of other tables that hold the same words go after them.
import { thingsJa } from "./thing-tables.ts";

export const PARLOUR_WORDS_JA = thingsJa({
  pear: "梨(?!花|沙|奈|園|農)|ナシ(?=を(?:むい|剥|食|もい))|ラ・フランス",
  watermelon: "(?<![ぁ-ん](?<![のをにがはともで]))すいか",
  noodles: "蕎麦(?!屋|粉|がら|殻|畑)|そば(?=[をが](?:食|すす|頼|来|出|運|ゆで|茹|打))",
  "cash-register": "(?<![ァ-ヴー])レジ(?=[をのがに](?!袋|メ|ュ))(?!ャ|ス|ェ|ュ)",
  "toy-boat":
    "(?:おもちゃ|玩具|木|ブリキ|笹|紙)の(?:船|舟|ボート|ヨット)|(?:船|ボート)の(?:おもちゃ|玩具|模型)",
  "toy-car":
    "(?:おもちゃ|玩具|ブリキ|木)の(?:車|自動車|トラック|バス|ダンプ|パトカー|消防車|救急車)|(?:車|消防車|パトカー|トラック|バス)の(?:おもちゃ|玩具|模型)|ラジコン(?:カー)?",
  truck: "(?<!(?:玩具|ブリキ|木|プラ|ちゃ)の)トラック(?![ァ-ヴー]|競技)|軽トラ(?!ック)",
  carriage: "(?<!荷|幌)馬車(?!馬)",
  helicopter: "ヘリ(?=[がのをに](?!コ))",
  coffin: "棺(?=[がをのに])(?<!石棺)",
});
