// The animals that can be drawn, once for who reads a story and who draws it: what they are called in both languages, what kind of
// being they are, how large, and whether acting alone can make one somebody of a story.

import type { Person } from "./closed/person.ts";
import { remembering } from "./remembering.ts";

const NAMES = {
  hoofed: ["horse", "donkey", "cow", "goat", "sheep", "deer", "pig"],
  pawed: [
    ...(["cat", "dog", "fox", "wolf", "rabbit", "bear", "mouse", "squirrel"] as const),
    ...(["monkey", "raccoon", "lion", "tiger"] as const),
  ],
  feathered: [
    ...(["bird", "sparrow", "swallow", "pigeon", "crow", "gull", "owl", "hawk", "parrot"] as const),
    ...(["duck", "chicken", "chick", "goose", "swan", "crane"] as const),
  ],
  small: [
    ...(["frog", "turtle", "snake", "crab", "fish", "butterfly", "dragonfly", "bee"] as const),
    ...(["firefly", "spider", "snail", "beetle", "bat"] as const),
  ],
} as const;

/** On hooves: one body by `hoof-builds.ts`. */
export type Hoofed = (typeof NAMES.hoofed)[number];
/** With paws: one of the bodies of `four-legs.ts`. */
export type Pawed = (typeof NAMES.pawed)[number];
export type Feathered = (typeof NAMES.feathered)[number];
/** Too small, or too unlike the others, for a body that they share. */
export type Small = (typeof NAMES.small)[number];
export type Animal = Hoofed | Pawed | Feathered | Small;

/** All that can be drawn. */
export const ANIMAL_NAMES: readonly Animal[] = [
  ...NAMES.hoofed,
  ...NAMES.pawed,
  ...NAMES.feathered,
  ...NAMES.small,
];
const KINDS = ["cat", "dog", "bird", "creature"] as const;

export interface AnimalWords {
  animal: Animal;
  kind: Person["kind"];
  /** Nouns, longest first. */
  ja: readonly string[];
  en: readonly string[];
  /** Nouns that are verbs or other things as well, and want an article or a number before them. */
  unsure: ReadonlySet<string>;
  /** Whether what it does can make it somebody: a bee on a flower is never. */
  somebody: boolean;
}

/** animal | kind | Japanese | English; `~` before a noun that is another word as well, `-` before an animal that is nobody. */
const TABLE = `
cat|cat|子猫,仔猫,黒猫,白猫,三毛猫,野良猫,飼い猫,猫,ネコ,ねこ|kitten,tomcat,cat,tabby,pussycat,moggy,siamese cat
dog|dog|子犬,仔犬,柴犬,野良犬,番犬,猟犬,飼い犬,犬,イヌ,いぬ|puppy,~hound,dog,terrier,spaniel,poodle,collie,labrador,bulldog,dachshund,sheepdog,greyhound,mastiff,beagle,mongrel,husky,retriever,wolfhound,bloodhound,~mutt,~pup,~pug,~whippet
fox|creature|子ぎつね,こぎつね,子狐,狐,キツネ,きつね|vixen,~fox,fox cub
wolf|creature|狼,オオカミ,おおかみ|~wolf,wolf cub
rabbit|creature|白うさぎ,子うさぎ,うさぎ,ウサギ,兎|bunny,rabbit,hare,leveret
bear|creature|くまさん,くまくん,こぐま,子熊,子グマ,熊,クマ|bear cub,~bear
mouse|creature|野ネズミ,ネズミ,ねずみ,鼠|mouse,~rat,hamster,gerbil,guinea pig,vole,dormouse
squirrel|creature|りすさん,りすくん,こりす,子リス,リス,栗鼠|squirrel,chipmunk
monkey|creature|おさるさん,子猿,猿,サル|monkey,~ape,chimpanzee,baboon
raccoon|creature|子だぬき,子狸,狸,タヌキ,たぬき,アライグマ,アナグマ|raccoon,~badger
lion|creature|ライオン,獅子|lion,lioness,lion cub
tiger|creature|虎,トラ|tiger
horse|creature|子馬,仔馬,白馬,黒馬,馬,ウマ,ポニー|stallion,mare,foal,colt,pony,horse,gelding,filly,carthorse,racehorse,warhorse,thoroughbred,~steed
donkey|creature|ロバ,驢馬|donkey,mule
cow|creature|子牛,仔牛,乳牛,雄牛,雌牛,牛,ウシ|calf,bull,ox,cattle,cow,heifer,bullock,buffalo,bison,yak
goat|creature|子ヤギ,子やぎ,子山羊,山羊,ヤギ,やぎ|goat,billy goat,nanny goat
sheep|creature|子羊,仔羊,羊,ヒツジ,ひつじ|lamb,ewe,sheep,~ram
deer|creature|子鹿,仔鹿,小鹿,鹿,シカ|fawn,stag,doe,reindeer,deer,elk,moose,antelope,gazelle,roe deer
pig|creature|子豚,仔豚,豚,ブタ,猪,イノシシ|piglet,boar,hog,pig,swine,warthog,~sow
sparrow|bird|雀,スズメ,すずめ|sparrow
swallow|bird|燕,ツバメ,つばめ|~swallow
pigeon|bird|鳩,ハト|pigeon,dove,turtledove
crow|bird|烏,鴉,カラス|~crow,raven,magpie,~rook,jackdaw
gull|bird|鴎,鷗,カモメ,かもめ,海猫,ウミネコ|seagull,gull,albatross
owl|bird|梟,フクロウ,ふくろう,ミミズク|owl,barn owl
hawk|bird|鷹,鳶,鷲,タカ,トビ,トンビ,ワシ|~hawk,eagle,falcon,buzzard,vulture,osprey,kestrel
parrot|bird|鸚鵡,オウム,インコ|~parrot,budgie,cockatoo,parakeet,macaw,budgerigar,lovebird
duck|bird|家鴨,アヒル,鴨,カモ|mallard,~duck,duckling
chicken|bird|雌鶏,雄鶏,鶏,ニワトリ,にわとり|rooster,cockerel,hen,chicken,~turkey,pheasant,partridge
-chick|bird|雛,ヒヨコ,ひよこ|~chick
goose|bird|鵞鳥,ガチョウ|goose,gander
swan|bird|白鳥|swan
crane|bird|白鷺,青鷺,鷺,サギ,鶴,ツル|heron,egret,stork,~crane
bird|bird|小鳥,渡り鳥,水鳥,海鳥,鳥|robin,blackbird,wren,lark,bird,nightingale,finch,thrush,starling,canary,woodpecker,kingfisher,cuckoo,bluebird,songbird
frog|creature|かえるくん,かえるさん,蛙,カエル|frog,toad
turtle|creature|かめさん,亀,カメ|tortoise,turtle
snake|creature|蛇,ヘビ,へび|snake,~viper,serpent,cobra,python,rattlesnake,~adder
-crab|creature|蟹,カニ|~crab
-fish|creature|小魚,金魚,鯉,めだか,メダカ,魚|goldfish,~carp,~fish,~trout,~salmon,minnow
-butterfly|creature|モンシロチョウ,アゲハ,蝶々,ちょうちょ,蝶,チョウ|butterfly,moth
-dragonfly|creature|赤とんぼ,赤トンボ,蜻蛉,トンボ,とんぼ|dragonfly
-bee|creature|蜜蜂,ミツバチ,蜂,ハチ|bumblebee,honeybee,bee,wasp,hornet
-firefly|creature|蛍,ホタル,ほたる|firefly
-spider|creature|蜘蛛,クモ|spider
-snail|creature|蝸牛,カタツムリ,かたつむり|snail
-beetle|creature|甲虫,カブトムシ,クワガタ,てんとう虫,テントウムシ,蝉,セミ|ladybird,ladybug,beetle,cicada,grasshopper,cockroach,~cricket
-bat|creature|蝙蝠,コウモリ|~bat
`;

const longest = (words: readonly string[]): string[] => words.toSorted((a, b) => b.length - a.length);

export const ANIMALS: readonly AnimalWords[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [name = "", kind = "", ja = "", en = ""] = line.split("|");
    const animal = ANIMAL_NAMES.find((one) => one === name.replace("-", ""));
    if (!animal) throw new RangeError(`nobody can draw "${name}"`);
    const english = en.split(",");
    return {
      animal,
      kind: KINDS.find((one) => one === kind) ?? "creature",
      ja: longest(ja.split(",")),
      en: longest(english.map((word) => word.replace("~", ""))),
      unsure: new Set(english.flatMap((word) => (word.startsWith("~") ? [word.slice(1)] : []))),
      somebody: !name.startsWith("-"),
    };
  });

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ mouse: "mice", goose: "geese", ox: "oxen", calf: "calves", wolf: "wolves", cattle: "cattle" },
  ...{ sheep: "sheep", deer: "deer", reindeer: "reindeer", fish: "fish", goldfish: "goldfish", carp: "carp" },
  ...{ trout: "trout", salmon: "salmon", buffalo: "buffalo", bison: "bison", elk: "elk", moose: "moose" },
  ...{ swine: "swine", dormouse: "dormice" },
};

/** Many of an English noun. */
export const pluralOf = (noun: string): string =>
  IRREGULAR[noun] ??
  (/[^aeiou]y$/u.test(noun)
    ? `${noun.slice(0, -1)}ies`
    : /(?:x|s|ch|sh)$/u.test(noun)
      ? `${noun}es`
      : `${noun}s`);

/** In a name the last word of a compound is what it is: 月の輪熊 is a bear, but 馬鹿 no deer, and カメ none in カメラ. */
function inJapanese(word: string): string {
  if (/^[ァ-ヴー]/u.test(word)) return `(?<![ァ-ヴー])${word}(?![ァ-ヴー])`;
  return /^[ぁ-ん]/u.test(word) ? word : `(?<!馬(?=鹿))${word}(?![\\p{Script=Han}])`;
}

const PATTERNS = ANIMALS.map(({ animal, ja, en }) => ({
  animal,
  pattern: new RegExp(
    `${ja.map(inJapanese).join("|")}|(?<![\\p{L}])(?:${en.flatMap((noun) => [pluralOf(noun), noun]).join("|")})(?![\\p{L}])`,
    "iu",
  ),
}));

/** The animal that words call somebody; the first in them. */
export function animalIn(words: string): Animal | undefined {
  const found = PATTERNS.flatMap(({ animal, pattern }) => {
    const at = pattern.exec(words)?.index;
    return at === undefined ? [] : [{ animal, at }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0]?.animal;
}

/** A figure is asked what it is for every part of it. */
const remembered = remembering<Animal | undefined>(200);

/** The animal that somebody of a cast is, by kind, name and what is said of them. */
export function animalOf({
  kind,
  name,
  description,
}: Pick<Person, "kind" | "name"> & { description: string }): Animal | undefined {
  if (kind === "cat" || kind === "dog") return kind;
  if (kind !== "bird" && kind !== "creature") return undefined;
  return remembered(`${kind}\n${name}\n${description}`, () =>
    kind === "bird"
      ? (birdIn(name) ?? birdIn(description) ?? "bird")
      : (animalIn(name) ?? animalIn(description)),
  );
}

const BIRDS: ReadonlySet<Animal> = new Set(
  ANIMALS.flatMap(({ animal, kind }) => (kind === "bird" ? [animal] : [])),
);

function birdIn(words: string): Animal | undefined {
  const animal = animalIn(words);
  return animal && BIRDS.has(animal) ? animal : undefined;
}
