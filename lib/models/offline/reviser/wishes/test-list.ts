// Wishes that the offline reviser is measured on. They were written before its grammar and no rule is made for one of them: a change of the
// reviser is developed on `development-list.ts` alone.
import type { WishCase } from "./book-for-wishes.ts";

export const TEST_LIST: readonly WishCase[] = [
  // Ages.
  ["ja", "海斗を七十二歳の老人にして", "c1.age=72"],
  ["ja", "海斗の年齢を四十五歳に変えてください", "c1.age=45"],
  ["ja", "凛は二十歳にしてほしい", "c2.age=20"],
  ["ja", "源さんを80歳に", "c3.age=80"],
  ["ja", "海斗を九つの男の子にして", "c1.age=9"],
  ["ja", "凛をおばあさんにして", "c2.age=elder"],
  ["ja", "海斗は三十代の男性でお願いします", "c1.age=30s"],
  ["ja", "海斗をもっと年上にして", "c1.age=adult"],
  ["en", "Make Kaito a 72-year-old man", "c1.age=72"],
  ["en", "Turn Kaito into an old man", "c1.age=elder"],
  ["en", "Rin should be twenty-one", "c2.age=21"],
  ["en", "Change Genzo's age to 54, please", "c3.age=54"],
  ["en", "Could you make Rin a little girl?", "c2.age=child"],
  ["en", "I'd like Kaito to be in his thirties", "c1.age=30s"],
  ["en", "Old Gen is eighty years old", "c3.age=80"],
  // Glasses, beards and hats.
  ["ja", "海斗に眼鏡をかけさせて", "c1.accessories=glasses"],
  ["ja", "凛の眼鏡を外してください", "c2.accessories="],
  ["ja", "凛はメガネなしで", "c2.accessories="],
  ["ja", "源さんの髭を剃って", "c3.beard="],
  ["ja", "源蔵の帽子を脱がせて", "c3.worn=grey kimono"],
  ["en", "Kaito needs glasses", "c1.accessories=glasses"],
  ["en", "Take Rin's glasses off", "c2.accessories="],
  ["en", "Rin without glasses", "c2.accessories="],
  ["en", "Give Kaito a moustache", "c1.beard=moustache"],
  ["en", "Shave Genzo's beard", "c3.beard="],
  // Hair.
  ["ja", "海斗の髪を金髪にして", "c1.hair=short, blond"],
  ["ja", "凛の髪を短く切って", "c2.hair=short, brown"],
  ["ja", "凛をポニーテールに", "c2.hair=ponytail, brown"],
  ["ja", "海斗の髪を赤く染めて", "c1.hair=short, red"],
  ["en", "Dye Rin's hair red", "c2.hair=long, red"],
  ["en", "Give Kaito long silver hair", "c1.hair=long, silver"],
  ["en", "Rin's hair in a ponytail, please", "c2.hair=ponytail, brown"],
  ["en", "Kaito should be bald", "c1.hair=bald"],
  // Several things at once.
  ["ja", "海斗を六十歳にして、眼鏡をかけて", "c1.accessories=glasses; c1.age=60"],
  ["ja", "海斗は眼鏡、凛は短髪にして", "c1.accessories=glasses; c2.hair=short, brown"],
  ["en", "Make Kaito 60 and give him glasses", "c1.accessories=glasses; c1.age=60"],
  ["en", "Give Kaito glasses and take off Rin's", "no"],
  // Names.
  ["ja", "海斗の名前を陸に", "rename 海斗>陸"],
  ["ja", "凛という名前を葵に変更してください", "rename 凛>葵"],
  ["en", "rename Kaito to Riku", "rename Kaito>Riku"],
  ["en", "Change Rin's name to Aoi", "rename Rin>Aoi"],
  ["en", "Kaito should be called Riku", "rename Kaito>Riku"],
  // What nobody can do with a word, or what is not understood.
  ["ja", "海斗をもっと魅力的にして", "no"],
  ["ja", "海斗を猫にして", "no"],
  ["ja", "海斗を勇敢な性格に変えて", "no"],
  ["ja", "海斗と凛を恋人同士にして", "no"],
  ["ja", "海斗の隣に老人を立たせて", "no"],
  ["en", "Make Kaito more heroic", "no"],
  ["en", "Change Kaito into a wolf", "no"],
  ["en", "Don't make Kaito old", "no"],
  ["en", "Make Kaito and Rin fall in love", "no"],
  ["en", "Make Kaito look like a film star", "no"],
  // Beside people.
  ["ja", "源さんを外して", "-c3"],
  ["ja", "全体を夕方にして", "hour=dusk"],
  ["en", "Remove Genzo", "-c3"],
  ["en", "Tell it in 8 pages", "params.pages=8"],
];
