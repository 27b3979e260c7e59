// English words for how somebody looks, how old and what they are.
import { cueBuilder } from "./cues.ts";
import type { LooksWords } from "./word-tables.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})\\b`, "giu");

export const LOOKS_WORDS_EN: LooksWords = {
  looks: {
    hair: cues({
      bald: "bald|shaved head",
      "twin-tails": "pigtails|twin tails|braids|plaits",
      ponytail: "ponytail|braid|plait",
      bun: "(?:hair )?in a bun|bun|topknot",
      bob: "bob|bobbed hair",
      long: "long (?:\\w+ )?hair|long-haired",
      curly: "curly|curls",
      spiky: "spiky",
      messy: "messy hair|tousled|unkempt|wild hair",
      crop: "cropped|crew cut|buzz cut",
      short: "short (?:\\w+ )?hair|short-haired",
    }),
    hairFill: cues({
      white:
        "white hair|white-haired|(?:white|gr[ae]y) (?:beard|moustache|mustache)|gr[ae]y hair|gr[ae]y-haired|silver hair|blond(?:e)?|fair hair|golden hair|silver-haired",
      black:
        "black (?:beard|moustache|mustache|curls|braids|plaits)|black hair|black-haired|dark hair|raven hair|dark-haired",
      mid: "(?:red|brown|ginger|pink|purple) (?:ponytail|beard|moustache|curls|braids|plaits|bun)|(?:pink|purple|orange) hair|brown hair|red hair|red-haired|auburn|ginger",
      light: "sandy hair|light hair",
    }),
    beard: cues({
      full: "beard|bearded|whiskered",
      stubble: "stubble|unshaven",
      moustache: "moustache|mustache",
    }),
    glasses: /\b(?:glasses|spectacles|bespectacled)\b/iu,
    top: cues({
      sailor: "sailor suit|sailor uniform",
      uniform: "uniform|soldier|conductor|policeman|officer",
      kimono: "kimono|yukata|samurai",
      robe: "robes?|cloak|cape|wizard|witch|monk|gown",
      armor: "armou?r|knight",
      apron: "apron|baker|cook|chef|shopkeeper|barista",
      hoodie: "hoodie|sweatshirt",
      coat: "(?:rain|over|trench)?coat|oilskins?|mackintosh|anorak|parka|detective|captain|keeper",
      jacket: "mayor|headmaster|jacket|suit|blazer|vest",
      sweater: "sweater|jumper|cardigan",
      shirt: "shirt|blouse|t-shirt",
    }),
    bottom: cues({
      hakama: "hakama|samurai",
      dress: "dress|gown|princess|queen",
      skirt: "skirt",
      shorts: "shorts",
      trousers: "trousers|jeans|pants|overalls",
    }),
    hat: cues({
      helmet: "helmet|astronaut",
      hood: "hood|hooded",
      headband: "headband|bandana",
      cap: "cap|conductor|policeman|driver|captain",
      "straw-hat": "straw hat|sun ?hat",
      hat: "hat|bonnet|top hat",
    }),
    fill: cues({
      black: "black|dark",
      white: "white|pale",
      mid: "red|blue|green|navy|brown",
      light: "yellow|pink|light|cream",
    }),
    build: cues({
      small:
        "small (?:boy|girl|man|woman|child|and)|tiny|little (?:boy|girl|man|woman|old)|short(?! (?:[a-z]+ )?hair|-haired)",
      broad:
        "enormous|broad (?:man|woman)|fat|stout|burly|broad-shouldered|(?:biggest|largest|fattest) (?:man|woman|boy|girl)|was (?:very |quite )?(?:round|fat|stout)|(?:huge|big|heavy) (?:[a-z]+ )?(?:man|woman|boy|girl)|plump",
      slim: "thin (?:man|woman|boy|girl|and)|slim|skinny|slender|tall|lanky",
    }),
  },
  ages: cues({
    elder:
      "old man|old woman|old lady|elderly|grandmother|grandfather|grandma|grandpa|granny|ancient|(?:sixty|seventy|eighty|ninety)|white beard|wrinkled|gr[ae]y-haired",
    child:
      "snowman|teddy bear|toys|little boy|little girl|boy|girl|child|kid|(?:five|six|seven|eight|nine|ten|eleven)(?:-year-old| years old)|toddler",
    teen: "teen(?:ager|age)?|school|headmaster|headmistress|student|homework|classroom",
    adult: "man|woman|mother|father|doctor|teacher|captain|baker|officer|detective|professor|mr|mrs|ms",
  }),
  kinds: cues({
    cat: "cats?|kitten|tomcat",
    dog: "dogs?|puppy|hound",
    bird: "birds?|crow|raven|gull|seagull|sparrow|owl|pigeon|parrot|robin|magpie|duck",
    robot: "robots?|android",
    ghost: "ghosts?|phantom",
    creature:
      "dragon|fox|wolf|bear|rabbit|mouse|frog|turtle|monster|troll|goblin|fairy|demon|lion|squirrel|hedgehog",
  }),
};
