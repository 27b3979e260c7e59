// English words for sounds and for what strikes the eye.
import { cueBuilder } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})\\b`, "giu");

export const SOUND_WORDS_EN: Pick<Lexicon, "effects" | "sounds"> = {
  effects: cues({
    speed:
      "r[au]n|running|dash(?:ed|ing)?|bolt(?:ed)?|rac(?:ed|ing)|sprint(?:ed|ing)?|rush(?:ed|ing)?|threw|hurl(?:ed|ing)?|leapt|pounced",
    impact:
      "crash(?:ed|ing)?|hit|struck|slam(?:med)?|explod(?:ed|ing)|explosion|punch(?:ed)?|smash(?:ed)?|collided|kick(?:ed)?",
    flash: "lightning|flash(?:ed|ing)?|blinding|dazzl(?:ed|ing)",
    gloom: "despair|gloom(?:y)?|miserable|hopeless|slumped|heartbroken|eerie",
    sparkle:
      "sparkl(?:ed|ing)|glitter(?:ed|ing)?|shone|shining|gleam(?:ed|ing)?|glow(?:ed|ing)?|beautiful|eyes lit",
    petals: "petals|blossoms?|cherry trees?",
    steam: "steam(?:ing|ed)?|smoke|smoking",
    sweat: "sweat(?:ed|ing)?|nervous(?:ly)?|panick?(?:ed)?|flustered|gulped",
    focus: "realized|realised|noticed|spotted|eyes (?:widened|wide)|suddenly|froze",
  }),
  sounds: {
    written:
      /\b(?:bang|crash|boom|thud|thump|click|clack|knock(?:,? knock)*|splash|whoosh|swoosh|ring(?:,? ring)+|ding(?:-dong)?|ding|dong|creak|drip(?:,? drip)*|meow|mew|woof|arf|caw|tap(?:,? tap)+|tap|rumble|slam|snap|pop|buzz|beep(?:,? beep)*|clang|clatter|plop|whack|smack|zap|hiss|tick(?:-tock|,? tick)*|achoo|rattle|screech|thwack|hoot|chirp|plip|plink|[a-z]*?([a-z])\1{2,}[a-z]*(?=!))(?=[!.,…—-]|$)/giu,
    never: /^(?:ring|tap|snap|pop|click|knock|drip|slam|crash|bang|splash|hiss|buzz)$/u,
    loud: /bang|crash|boom|slam|thud|thump|clang|whack|smack|screech/iu,
    events: [
      {
        when: /\bdoors?\b[^.]{0,20}\bslam|\bslam\w*\b[^.]{0,12}\bdoor/iu,
        text: "SLAM",
        loudness: 4,
        hard: true,
      },
      {
        when: /\bdoors?\b[^.]{0,16}\b(?:creaked|opened|swung)|\bopened\b[^.]{0,12}\bdoor/iu,
        text: "CREAK",
        loudness: 2,
        hard: false,
      },
      { when: /\bknock(?:ed|ing)? (?:on|at)\b|\ba knock\b/iu, text: "KNOCK KNOCK", loudness: 3, hard: true },
      { when: /\bthunder\b/iu, text: "RUMBLE", loudness: 4, hard: true },
      {
        when: /\b(?:downpour|pouring rain|rain (?:hammered|pounded|drummed|poured|lashed)|poured down)/iu,
        text: "SHHHHH",
        loudness: 3,
        hard: false,
      },
      { when: /\b(?:phone|telephone) rang\b/iu, text: "RING RING", loudness: 3, hard: true },
      {
        when: /\bbells? (?:rang|tolled|jingled|chimed|tinkled)|\bbell over/iu,
        text: "DING",
        loudness: 2,
        hard: false,
      },
      {
        when: /\b(?:cat|kitten)\b[^.]{0,16}\b(?:meowed|mewed|cried)/iu,
        text: "MEOW",
        loudness: 2,
        hard: false,
      },
      { when: /\bpurr(?:ed|ing)\b/iu, text: "PURRR", loudness: 1, hard: false },
      { when: /\bbark(?:ed|ing)\b/iu, text: "WOOF", loudness: 3, hard: true },
      {
        when: /\b(?:glass|window|plate|vase|cup)\b[^.]{0,16}\b(?:shattered|broke|smashed)/iu,
        text: "CRASH",
        loudness: 4,
        hard: true,
      },
      { when: /\bexplo(?:ded|sion)\b/iu, text: "BOOM", loudness: 5, hard: true },
      { when: /\bwind (?:howled|roared|blew|whistled|screamed)/iu, text: "WHOOOO", loudness: 2, hard: false },
      { when: /\bwaves? (?:crashed|broke|slapped|pounded)/iu, text: "CRASH", loudness: 3, hard: false },
      {
        when: /\bsplash(?:ed)?\b|(?<!\b(?:moon|sun|stars?|light|shadows?|silence|reflection) )fell into the (?:water|river|pond|lake|sea)/iu,
        text: "SPLASH",
        loudness: 4,
        hard: false,
      },
      { when: /\bapplau(?:se|ded)|clapped\b/iu, text: "CLAP CLAP", loudness: 2, hard: false },
      { when: /\bheart (?:pounded|raced|thumped|beat)/iu, text: "BA-DUM", loudness: 2, hard: false },
      { when: /\bwhistle (?:blew|shrieked|sounded)\b/iu, text: "TWEEEET", loudness: 3, hard: true },
      {
        when: /\b(?:alarm|siren) (?:rang|wailed|blared|sounded|went off)\b/iu,
        text: "WEEOO",
        loudness: 4,
        hard: true,
      },
      {
        when: /\b(?:fog)?horn (?:cried|answered|sounded|blew|called)\b/iu,
        text: "HOOOO",
        loudness: 3,
        hard: false,
      },
      {
        when: /\b(?:air|steam|gas) (?:was )?(?:hissing|hissed)\b/iu,
        text: "HISSSS",
        loudness: 2,
        hard: false,
      },
      { when: /\bsneezed\b/iu, text: "ACHOO", loudness: 3, hard: true },
      {
        when: /\bflap(?:ped|ping)\b|\bwings\b[^.]{0,14}\bbeat/iu,
        text: "FLAP FLAP",
        loudness: 2,
        hard: false,
      },
      {
        when: /\bstruck (?:another\b|(?:a|the|his|her|one) (?:[a-z]+ )?match\b)/iu,
        text: "FSSH",
        loudness: 2,
        hard: false,
      },
      {
        when: /\b(?:punched|kicked|struck (?:out|at|against|him|her|them|me|the (?!match|hour|bell|strings?|keys?)[a-z]+))\b/iu,
        text: "WHAM",
        loudness: 4,
        hard: true,
      },
      { when: /\bclock ticked\b/iu, text: "TICK TOCK", loudness: 1, hard: true },
    ],
  },
};
