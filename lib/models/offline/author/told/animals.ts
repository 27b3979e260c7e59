// The animals that words have in a moment and the story's cast has not: how many, doing what, and where.
import { ANIMALS, type Animal, isYoung, pluralOf } from "../../animal-words.ts";
import type { Expression, Pose } from "../../closed/staging.ts";
import type { AnimalTold, Perch } from "../../closed/told.ts";
import { animalsTold, type Told } from "../../told-animals.ts";
import { coatIn } from "./people.ts";
import { leads, rides } from "./postures.ts";

const WINGED: ReadonlySet<Animal> = new Set(["butterfly", "dragonfly", "bee", "firefly", "bat"]);

const isBird = (animal: Animal): boolean =>
  ANIMALS.some((words) => words.animal === animal && words.kind === "bird");

const PERCHES: readonly (readonly [Perch, { test(words: string): boolean }])[] = [
  ["ridden", { test: rides }],
  ["lead", { test: leads }],
  [
    "arms",
    /を[^。、]{0,6}(?:抱|だい|かかえ|抱え)|(?:腕|胸|膝|ひざ|懐)の?(?:上|中)?[にで]|\b(?:in (?:his|her|their|my|both) (?:arms|lap)|on (?:his|her|my) (?:lap|knees?)|(?:cradl|hugg|cuddl|strok|carr[yi])(?:ed|ing|ied)?|held|holding|picked up|lifted|scooped up|under (?:his|her|one) arm)\b/iu,
  ],
  [
    "shoulder",
    /肩に|肩の上|頭の上に|指に|手のひらに|掌に|\bon (?:his|her|my|their) (?:[a-z]+ )?(?:shoulder|head|hat|finger|hand|palm|wrist|arm)\b/iu,
  ],
  ["wire", /電線|\b(?:wires?|power lines?|telephone lines?|cables?|clothes ?line)\b/iu],
  ["roof", /屋根|軒[にの先]|\b(?:roofs?|rooftops?|chimneys?|gable|eaves)\b/iu],
  [
    "sill",
    /窓(?:辺|際|枠|台|の外|べ)|\b(?:window ?sill|sill|window ledge|at the window|outside the window)\b/iu,
  ],
  [
    "thing",
    /(?:塀|柵|フェンス|垣根|手すり|欄干|門|杭|椅子|いす|イス|机|テーブル|ベンチ|ベッド|布団|ソファ|箱|車|ピアノ|棚|樽|石|岩|荷車|ボンネット|看板|ポスト|切り?株)の?上?[にで]|\b(?:on|atop|along) (?:top of )?(?:the|a|an|his|her) (?:[a-z]+ ){0,2}(?:fence|wall|gate|railing|post|bench|chair|table|bed|sofa|couch|box|crate|car|piano|shelf|barrel|stone|rock|cart|sign|mailbox|hood|counter|stump|blanket|pillow|rug|mat|desk)\b/iu,
  ],
  [
    "branch",
    /(?:枝|梢|こずえ|木の上|幹)[にでのを]|\b(?:branch(?:es)?|bough|twig|treetop|in (?:the|a|an) (?:[a-z]+ )?(?:tree|oak|pine|elm|apple tree|cherry tree)|trunk)\b/iu,
  ],
  [
    "water",
    /泳[いぎぐ]|水面|(?:池|川|湖|海|水槽|水|沼|小川)[のを]?(?:中|上)?[にでを]|浮か[んび]|\b(?:sw[aiu]m|swims|swimming|float(?:ed|ing|s)?|paddl(?:ed|ing)|on the (?:pond|lake|water|river|sea|waves)|in the (?:pond|lake|water|river|sea|stream|tank|shallows))\b/iu,
  ],
  [
    "air",
    /飛[んびぶべ]|舞[いっう]|空[をにで]|旋回|上空|頭上|羽ばた|横切っ|よぎ|\b(?:flew|fly|flies|flying|soar(?:ed|ing|s)?|circl(?:ed|ing|es)|wheel(?:ed|ing|s)|glid(?:ed|ing|es)|overhead|across the sky|in the sky|through the air|flutter(?:ed|ing|s)?|hover(?:ed|ing|s)?|hummed|buzz(?:ed|ing|es)|swoop(?:ed|ing|s)|took off|rose|flapp(?:ed|ing)|danced)\b/iu,
  ],
];

const POSES: readonly (readonly [RegExp, Pose])[] = [
  [
    /(?:羽|翼)を(?:広げ|ひろげ|ばたつ|ばたか)|羽ばた|\b(?:spread|beat|flapp(?:ed|ing)|raised|opened) (?:its|his|her|their|both) (?:[a-z]+ )?wings?\b/iu,
    "arms-up",
  ],
  [/後ろ?足で立|いなな|嘶|棒立ち|\b(?:reared|rears|neigh(?:ed|ing)|bucked)\b/iu, "jump"],
  [
    /眠|寝て|寝そべ|横たわ|丸くな|丸ま[っり]|うずくま|寝転|\b(?:slept|asleep|sleeping|dozed|dozing|napped|lay|lies|lying|curled)\b/iu,
    "sleep",
  ],
  [
    /(?:草|餌|えさ|エサ|干し草|実|パン|葉|芽|虫|豆)を[^。、]{0,4}(?:食|は[みん]|つい?ば|かじ|もぐ)|食[べん]|つつ[いきく]|ついば|飲ん|\b(?:graz(?:ed|ing|es)|peck(?:ed|ing|s)|munch(?:ed|ing)|nibbl(?:ed|ing)|ate|eating|eats|drank|drinking|chew(?:ed|ing)|fed|feeding|sniff(?:ed|ing))\b/iu,
    "eat",
  ],
  [
    /走|駆け|追いか|逃げ|突進|かけて|かけ[抜出]|突っ走|\b(?:ran|runs|running|chased|chasing|raced|dashed|bolted|fled|gallop(?:ed|ing|s)?|charged|scurr(?:ied|ying)|scampered|darted|trampled)\b/iu,
    "run",
  ],
  [
    /飛び(?:つ|かか|出|上が|越)|跳[ねびんぶ]|\b(?:jumped|leap(?:t|ed)|sprang|hopp(?:ed|ing)|bounced)\b/iu,
    "run",
  ],
  [/座|しゃが|\b(?:sat|sits|sitting|perched|squatted|crouched)\b/iu, "sit"],
  [
    /歩|横切|通り|登[っりる]|進[んむ]|来[たる]|行[くっ]|のそのそ|\b(?:walk(?:ed|ing|s)|trott(?:ed|ing)|cross(?:ed|ing)|padded|passed|climb(?:ed|ing)|wander(?:ed|ing)|follow(?:ed|ing)|came|strutt(?:ed|ing)|crept|crawl(?:ed|ing)|plodd(?:ed|ing)|led|leading)\b|引[いか]/iu,
    "walk",
  ],
  [/見上げ|空を見|\blooked up\b/iu, "look-up"],
];

const FACES: readonly (readonly [RegExp, Expression])[] = [
  [/くしゃみを|\bsneez/iu, "pain"],
  [/吠え|ほえ|唸|うな[っり]|怒|威嚇|\b(?:bark|growl|hiss|snarl|angry|furious|roar)/iu, "angry"],
  [/驚|びっくり|飛び上が|怯え|おびえ|\b(?:startled|yelp|frightened|scared)/iu, "shocked"],
  [
    /いなな|嘶|鳴[いく]|\b(?:neigh|whinn|crow(?:ed|ing)|cri(?:ed|es)|caw|meow|bleat|moo|croak|chirp|squawk|sang|quack|cluck)/iu,
    "shout",
  ],
  [/尻尾を振|しっぽを振|\bwagg/iu, "smile"],
];

const FAR =
  /遠く|彼方|丘の上|山の上|はるか|沖|\b(?:far (?:off|away|below|above)|in the distance|distant|on the hill(?:side)?|across the (?:field|valley|bay)|on the horizon|beyond)\b/iu;

/** What is seen of the animals of one word. */
export interface Sighted extends Pick<AnimalTold, "animal" | "count" | "perch" | "coat"> {
  /** As the text calls one of them: `kitten`. */
  word: string;
  pose: Pose;
  expression: Expression;
  far: boolean;
  young: boolean;
}

/** What words have there that is nobody of `known`: the animals that people of the moment are. */
export function sightedIn(words: string, known: readonly Animal[]): Sighted[] {
  const all = animalsTold(words);
  const seen = new Map<Animal, Sighted>();
  for (const told of all) {
    const { animal, another, count } = told;
    const meant = known.includes(animal) || (animal === "bird" && known.some(isBird));
    const more = meant ? (another ? count : count > 1 ? count - 1 : 0) : count;
    const before = seen.get(animal);
    // A horse is told of, and then the horse does something: that is the same.
    if (more === 0 || (before && before.count >= more && !another)) continue;
    seen.set(animal, sighted({ ...told, count: more }, words, all.length === 1));
  }
  return [...seen.values()];
}

/** One of what a noun means many of. */
const singularOf = (word: string): string =>
  NOUNS.find((noun) => pluralOf(noun) === word.toLowerCase()) ?? word;

const NOUNS = ANIMALS.flatMap(({ en }) => en);

function sighted(told: Told, words: string, alone: boolean): Sighted {
  const { animal, about, does, count, word, phrase } = told;
  const from = about.length - does.length;
  const perch = perchOf(
    told,
    PERCHES.find(([, when]) => when.test(about))?.[0] ??
      (alone ? PERCHES.find(([, when]) => when.test(words))?.[0] : undefined),
  );
  const pose = poseOf(
    perch,
    animal,
    POSES.find(([when]) => when.test(does))?.[1] ??
      POSES.find(([when]) => when.test(about.slice(Math.max(0, from - 24))))?.[1],
  );
  return {
    ...{ animal, word: singularOf(word), count, perch, pose },
    coat: coatIn(phrase),
    expression: pose === "sleep" ? "asleep" : (FACES.find(([when]) => when.test(about))?.[1] ?? "calm"),
    far: FAR.test(about) && perch !== "arms" && perch !== "lead" && perch !== "ridden",
    young: isYoung({ name: word, description: phrase, age: "adult" }),
  };
}

const LARGE: ReadonlySet<Animal> = new Set(["horse", "donkey", "cow", "bear", "lion", "tiger"]);
const MOUNTS: ReadonlySet<Animal> = new Set(["horse", "donkey", "cow"]);

/** Nobody carries a horse, or rides a cat; insects are in the air, and birds that the words have nowhere are where they land. */
function perchOf({ animal }: Pick<Told, "animal">, said: Perch | undefined): Perch {
  if (said === "ridden" && !MOUNTS.has(animal)) return "ground";
  if (said === "lead" && (isBird(animal) || WINGED.has(animal))) return "ground";
  if (said === "arms" && LARGE.has(animal)) return "ground";
  if (said === "air" && !isBird(animal) && !WINGED.has(animal)) return "ground";
  if ((said === "wire" || said === "shoulder") && !isBird(animal) && LARGE.has(animal)) return "ground";
  if (animal === "fish") return "water";
  return said ?? (WINGED.has(animal) ? "air" : "ground");
}

function poseOf(perch: Perch, animal: Animal, said: Pose | undefined): Pose {
  const bird = isBird(animal);
  switch (perch) {
    case "air":
      return "run";
    case "water":
      return bird ? "row" : "run";
    case "ridden":
    case "lead":
      return said === "run" || said === "jump" ? said : "walk";
    case "arms":
    case "shoulder":
    case "wire":
    case "branch":
      return said === "sleep" && !bird ? "sleep" : "sit";
    default:
      // A bird that runs is drawn on its wings; on the ground it walks.
      return bird && (said === "run" || said === "jump") ? "walk" : (said ?? "stand");
  }
}
