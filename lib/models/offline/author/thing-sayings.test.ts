// Words for things: what they name in one and many and inside compounds, and where they stand for something else.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import type { Prop } from "../closed/staging.ts";
import { lexiconOf } from "./lexicons.ts";
import { isLikened } from "./not-shown.ts";
import { findThings } from "./thing-cues.ts";

const thingsIn = (language: Language, text: string): Prop[] => [
  ...new Set(findThings(text, lexiconOf(language)).map(({ value }) => value)),
];

/** What a sentence names; nothing where a word only sounds like a thing. */
const SENTENCES: Readonly<Record<Language, readonly (readonly [text: string, ...things: Prop[]])[]>> = {
  en: [
    // One and many, joined and not.
    ["Two loaves, three potatoes and a pair of scarves.", "bread", "potato", "scarf"],
    ["The woks and griddles hung in a row.", "pan"],
    ["He opened the jam-jars.", "jar"],
    ["The doorbell rang.", "bell"],
    // The last of a compound is the thing.
    ["He took the car keys.", "key"],
    ["She filled the egg basket.", "basket"],
    ["The dark ship swung away from the rocks.", "ship"],
    ["He threw two rocks.", "stone"],
    ["The flower shop was closed."],
    ["Her piano lesson was over."],
    ["The apple trees were bare."],
    ["The candle-lit room was warm."],
    // Turns of speech, and the same word for another thing.
    ["At seven o'clock they left."],
    ["They were stuck in a traffic jam."],
    ['"Honey, come here," she said.'],
    ["He dipped the bread in honey.", "bread", "jar"],
    ["At present, nobody knows."],
    ["She gave him a gift.", "gift"],
    ["They won the match."],
    ["He struck a match.", "match"],
    ["She worked at the club."],
    ["The troll swung his club.", "club"],
    ["It was the last straw."],
    ["What a racket!"],
    ["She dropped her racket.", "racket"],
    ["He raised a toast to the bride."],
    ["She ate toast with jam.", "bread", "jar"],
    ["The exam was a piece of cake."],
    ["He bit his nails."],
    ["He drove a nail into the plank.", "nail", "plank"],
    ["There was a ring at the door.", "door"],
    ["She dropped the ring.", "ring"],
    ["All his gear was wet."],
    ["The gears turned.", "gear"],
    ["She leaned on the tree trunk."],
    ["They locked the trunk.", "suitcase"],
    ["The boat rocks gently.", "boat"],
    ["A long white beam swept out over the sea."],
    ["An oak beam lay across the yard.", "plank"],
    ["Stick to the path."],
    ["He picked up a stick.", "stick"],
    ["She sang a high note."],
    ["She wrote three letters to him.", "letter"],
    ["There are five letters in the word."],
    ["He went to the ball."],
    ["He kicked the ball.", "ball"],
    ["A number plate lay in the ditch."],
    ["A bat flew out of the cave."],
    ["He swung the bat.", "bat"],
    ["He gave a deep bow."],
    ["He drew his bow.", "bow"],
    ["She sat in the bow."],
    ["Watch out!"],
    ["He looked at his watch.", "watch"],
    ["They clinked glasses.", "glass"],
    ["She wiped her glasses.", "glasses"],
    ["King Henry IV was dead."],
    ["His vocal cords hurt."],
    ["They buried the hatchet."],
    ["The crown of his head was bald."],
    ["She is the apple of his eye."],
    ["They are in the same boat."],
    ["An orange cat came in."],
    ["She peeled an orange.", "orange"],
    ["The tape recorder was on.", "radio"],
    ["She played the recorder.", "flute"],
    ["He is a big fan."],
    ["She wants to book a room."],
    ["A blanket of snow lay there."],
    ["That was the key to it."],
    ["The ball is in your court."],
    ["He had an axe to grind."],
    ["It is not my cup of tea."],
    ["That rings a bell."],
    ["He was at the end of his rope."],
    ["A chain of hills rose in the north."],
    ["That took the biscuit."],
    ["It was the icing on the cake."],
    ["She held all the cards."],
    ["He blew his own trumpet."],
    ["A ribbon of road ran through the hills."],
    ["He knows the ropes."],
    ["You could hear a pin drop."],
    ["She put all her eggs in one basket."],
    ["The boss pulled the plug on the plan."],
    ["He stuck to his guns."],
    ["That opened a can of worms."],
    ["She booked a table at the inn."],
    ["The wheels of justice turn slowly."],
    ["They had bigger fish to fry."],
    ["A file of soldiers passed."],
    ["He had too much on his plate."],
  ],
  ja: [
    // Compounds.
    ["果物籠を提げてきた。", "basket"],
    ["彼女は花屋で働いている。"],
    ["ピアノ教室に通う。"],
    ["ペン立てと傘立てがあった。"],
    ["ギターケースを背負った。", "suitcase"],
    ["ティーカップを置いた。", "cup"],
    ["ブリキの缶を開けた。", "can"],
    ["茶色の猫がいた。"],
    // The word goes on, or began before.
    ["レベルが高い。"],
    ["ベルが鳴った。", "bell"],
    ["ガソリンの匂いがした。"],
    ["彼はブレーキを踏んだ。"],
    ["ボーナスが出た。"],
    ["アドレスを教えてくれ。"],
    ["カップルが歩いていた。"],
    ["バランスを崩した。"],
    ["キャビンの奥へ進んだ。"],
    ["スランプに陥った。"],
    ["ランプをともした。", "lamp"],
    ["マンチェスターへ行った。"],
    ["花子が来た。"],
    ["花が咲いた。", "flower"],
    ["鎌倉と箱根へ行った。"],
    ["話は矛盾していた。"],
    ["皮肉を言った。"],
    ["専門は数学だ。"],
    ["門をくぐった。", "gate"],
    ["道は封鎖されていた。"],
    ["火花が散った。"],
    ["山本が笑った。"],
    ["古い本が落ちた。", "book"],
    ["鉛筆を三本もらった。", "pen"],
    ["精一杯に叫んだ。"],
    ["杯に酒を注いだ。", "cup", "sake-bottle"],
    // In kana.
    ["あなたを待っていた。"],
    ["なたを振りおろした。", "axe"],
    ["行かざるを得なかった。"],
    ["ざるを洗った。", "basket"],
    ["見たことがない。"],
    ["たこをあげた。", "kite"],
    ["たこを食べた。", "octopus"],
    ["橋を渡った。"],
    ["箸を置いた。", "chopsticks"],
    ["あめが降ってきた。"],
    ["あめをなめた。", "candy"],
    ["くしで髪をとかした。", "comb"],
    ["毛布にくるみ、背中をさすった。", "blanket"],
    ["わかりやすいかどうか。"],
    // Turns of speech.
    ["彼は事件の鍵を握っている。"],
    ["彼は鍵を握っている。", "key"],
    ["さじを投げた。"],
    ["大風呂敷を広げた。"],
    ["彼は医者の卵だ。"],
    ["鎌をかけた。"],
    ["白羽の矢が立った。"],
    ["両手に花だ。"],
    ["お盆に帰る。"],
    ["お盆に茶をのせた。", "tray", "cup"],
    ["お札を拾った。", "money"],
    ["お札を柱に貼った。", "charm"],
  ],
};

const CASES = (["en", "ja"] as const).flatMap((language) =>
  SENTENCES[language].map(([text, ...things]) => ({ language, text, things })),
);

describe("words for things", () => {
  it.each(CASES)("name in $language what is there: $text", ({ language, text, things }) => {
    expect(thingsIn(language, text)).toEqual(things);
  });
});

it("are not there where something is only called so: the river was a mirror, but on the wall was a mirror", () => {
  expect(isLikened("The river was a ", ".")).toBe(true);
  expect(isLikened("His face was a ", ".")).toBe(true);
  expect(isLikened("On the wall was a ", ".")).toBe(false);
});
