// The sloppy writer's vocabulary: free text like a hosted model's, with words outside of Mekuri's lists.
import type { Random } from "../../../emulators/models/random.ts";

type Language = "ja" | "en";

/** English words for pictures, by topic. */
const PICTURE_WORDS: Readonly<Record<string, readonly string[]>> = {
  doing: [
    "clutching a battered valise",
    "leaning hard against the doorframe",
    "half rising from the bench",
    "wringing out a wet sleeve",
    "standing with weight on one leg",
    "bent double, out of breath",
    "walking briskly, coat flying",
    "sitting cross-legged on the boards",
    "peering over the rim of a teacup",
    "turning on her heel",
    "holding out both hands",
    "crouching by the hearth",
  ],
  feeling: [
    "quietly amused",
    "close to tears",
    "stony",
    "taken aback",
    "wary",
    "beaming",
    "tight-lipped fury",
    "dreamy",
    "dog-tired",
    "stubborn resolve",
  ],
  hands: [
    "a battered valise",
    "a paper lantern (over the head)",
    "an oilcloth parcel; a coil of hemp rope",
    "a chipped teacup",
    "walking stick with a brass knob (gripped)",
    "a folded letter",
    "handcart (pushed)",
    "pocket watch on a chain",
    "",
    "",
    "",
    "",
  ],
  things: [
    "a rain barrel",
    "wicker hamper",
    "smoking oil lamp",
    "stack of ledgers",
    "upturned rowing boat",
    "iron kettle",
    "a weathered signpost without writing",
    "laundry on a line",
  ],
  effects: ["radial focus lines", "soft sparkles", "speed lines behind the figure", "heavy drop of sweat"],
  kind: [
    "dilapidated wharf",
    "upstairs parlour with bay window",
    "muddy lane between hedgerows",
    "back of a shop",
  ],
  posture: ["kneeling", "astride", "bent over a table"],
  gaze: ["up", "away", "at the door", "", "", ""],
  where: ["in a doorway", "at a table", "", "", ""],
  face: ["eyes shut", "mouth open"],
  seat: ["a barrel", "the edge of the bench"],
  mount: ["a mule"],
  leads: ["a goat"],
  without: ["hat"],
  ground: ["", "", "mud", "fallen leaves"],
  light: ["", "", "a single candle"],
  focus: ["hands", "the letter", "", ""],
  what: ["rain barrel", "wicker hamper", "smoking oil lamp", "camel", "iron kettle"],
  how: ["", "", "lies overturned", "swings"],
  state: ["", "", "cracked", "with a red saddle"],
  culture: ["Western", "Japanese", ""],
  floor: ["", "bare boards", "tatami"],
  layout: ["A counter to the left, a stove in the middle.", ""],
  side: ["left", "right", "behind"],
  age: ["34", "adult", "elder", "child", "about sixty"],
  eyes: ["narrow, grey", "large and dark"],
  beard: ["none", "none", "a few days of stubble", "drooping moustache"],
  height: ["", "a head taller than the others"],
  accessories: ["", "glasses, pocket watch"],
  worn: [
    "patched tweed jacket, corduroy trousers, moth-eaten bowler",
    "high-collared cream blouse, long pleated skirt",
    "faded indigo work coat, wide linen breeches",
  ],
  constant: ["", "A limp in the left leg."],
  words: ["", "Somebody who always seems to listen at doors."],
  hair: ["wavy, pinned up loosely", "close-cropped", "an untidy fringe", "long and tied with a ribbon"],
  build: ["wiry", "rather stout", "average", "slight, a head shorter than the others"],
  marks: ["crow's feet", "", "freckles across the nose", ""],
};

/** Words in the story's language, by topic. */
const TOLD: Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    place: ["the draughty hall", "a bend in the river", "the back parlour", "the lane behind the mill"],
    world: ["A provincial town a lifetime ago, when the trains were still new."],
    genre: ["bittersweet parable", "domestic comedy", "quiet adventure"],
    themes: ["pride and its price", "kindness between strangers", "what is owed"],
    audience: ["readers of twelve and up"],
    action: [
      "Somebody lingers at the threshold while the light goes.",
      "A hand comes down flat on the table.",
      "They walk on side by side without a word.",
      "All of them look up at the same moment.",
      "The door swings open on an empty yard.",
    ],
    description: [
      "A weathered face under untidy hair, in clothes that have seen better days.",
      "Upright and neat, every button done up to the collar.",
    ],
    notes: [""],
    sound: ["CREAK", "THUD", "FLAP FLAP"],
    other: ["as it was told", "something near at hand", "nothing much"],
  },
  ja: {
    place: ["すきま風の入る広間", "川の曲がり目", "店の奥の六畳間", "水車小屋の裏道"],
    world: ["汽車がまだ珍しかったころの、ある田舎町。"],
    genre: ["ほろ苦い寓話", "人情もの", "静かな冒険譚"],
    themes: ["意地とその代償", "見知らぬ人の親切", "借りを返すこと"],
    audience: ["小学校高学年から"],
    action: [
      "日が落ちていくなか、だれかが敷居のところで立ち止まっている。",
      "ちゃぶ台の上に、手のひらがばんと置かれる。",
      "ふたりは黙ったまま並んで歩いていく。",
      "みんながいっせいに顔をあげる。",
      "戸が開いて、だれもいない庭が見える。",
    ],
    description: [
      "ぼさぼさの髪に日焼けした顔、着古した上着。",
      "背筋がのびて、襟元まできちんとボタンをとめている。",
    ],
    notes: [""],
    sound: ["ギイ", "ドスン", "バサバサ"],
    other: ["話のとおり", "手近なもの", "とくになし"],
  },
};

/** Free text for a key, in the language that the key requires. */
export function freeText(key: string, language: Language, random: Random): string {
  const about = PICTURE_WORDS[key];
  if (about !== undefined) return random.pick(about);
  return random.pick(TOLD[language][key] ?? TOLD[language].other ?? []);
}
