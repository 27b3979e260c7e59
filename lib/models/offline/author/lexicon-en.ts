// What the author knows of English: the words of settings, acting, things and looks, and those of moods, turns and genres.
import { ACTING_WORDS_EN } from "../words/acting-words-en.ts";
import { cueBuilder } from "../words/cues.ts";
import { LOOKS_WORDS_EN } from "../words/looks-words-en.ts";
import { SETTING_WORDS_EN } from "../words/setting-words-en.ts";
import { THING_WORDS_EN } from "../words/thing-words-en.ts";
import type { Lexicon } from "./lexicon.ts";
import { SOUND_WORDS_EN } from "./sound-words-en.ts";
import { unlistedEn } from "./unlisted-en.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})\\b`, "giu");

export const LEXICON_EN: Lexicon = {
  ...SETTING_WORDS_EN,
  ...ACTING_WORDS_EN,
  ...SOUND_WORDS_EN,
  ...THING_WORDS_EN,
  ...LOOKS_WORDS_EN,
  unlisted: unlistedEn({ props: THING_WORDS_EN.props, places: SETTING_WORDS_EN.places }),
  moods: cues({
    eerie:
      "ghosts?|haunted|monsters?|cursed?|darkness|blood|graves?|graveyard|shiver(?:ed)?|creep(?:y|ing)?|skeleton|scream(?:ed)?|dead|eerie|whispering walls|shadows?",
    tense:
      "enemy|enemies|escape|chase[ds]?|fight|fought|sword|gun|danger|hurry|explode[ds]?|explosion|shout(?:ed)?|storm|help|trap|attack(?:ed)?",
    sad: "cried|tears?|weep|wept|goodbye|farewell|died|death|grief|sad|sorrow|funeral|lost|miss(?:ed)? (?:him|her|you)|sob(?:bed)?",
    comic:
      "laugh(?:ed)?|joke[ds]?|silly|ridiculous|tripped|sneeze[ds]?|giggle[ds]?|funny|oops|idiot|burp(?:ed)?",
    romantic: "love[ds]?|kiss(?:ed)?|heart (?:pounded|raced|skipped)|blush(?:ed)?|date|sweetheart|darling",
    warm: "smile[ds]?|warm|warmth|kind|kindness|gentle|gently|thank you|thanks|hug(?:ged)?|cozy|cosy|home|happy|soft|cat|soup|tea",
    lonely:
      "alone|lonely|silence|silent|empty|quiet|nobody (?:was|came|else|answered)|no one (?:was|came|else|answered)",
    heroic: "hero(?:es)?|brave(?:ly)?|courage|king|knight|vow(?:ed)?|oath|protect|dragon|save the|destiny",
  }),
  timeSkip:
    /\b(?:(?:the )?next (?:day|morning|evening|night|week|year|afternoon)|the following (?:day|morning|week)|(?:\w+) (?:hours?|days?|weeks?|months?|years?) later|later that (?:day|night|evening|afternoon|morning)|that (?:night|evening|afternoon|morning)|one (?:day|morning|night|evening|afternoon)|meanwhile|when (?:morning|night|spring|summer|autumn|winter) came|in the morning|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:morning|afternoon|evening|night))?|the (?:day|week|month|year) after|by (?:morning|afternoon|evening|nightfall|dawn|dusk|noon|midnight))\b/giu,
  absent:
    /\b(?:did not come|didn['’]t come|never came|was gone|were gone|was nowhere|had vanished|was not there|wasn['’]t there)\b/iu,
  trouble:
    /\b(?:stuck|trapped|groan(?:ed|s)?|alarm|siren|meteor|crack(?:ed)?|drown(?:ed|ing)?|(?:has|have|had) fallen|fell into|on fire|(?<!\b(?:lights?|lamps?|lanterns?|candles?|fire) (?:was |were )?(?:still )?)burning|flood(?:ed)?|(?:is|it['’]s) (?:gone|broken|lost|missing|dying|stolen)|broke (?:it|into)|bleeding|poison(?:ed)?|too late)\b/iu,
  relief:
    /\b(?:safe|relieved|saved|thank (?:you|god|goodness)|fixed|found (?:it|him|her|them)|we (?:did it|won)|hoo?ray|hurray|all right now|came back together|it worked)\b/iu,
  turn: /\b(?:suddenly|all at once|just then|at that moment|then she saw|then he saw|out of nowhere|without warning|but then|in that instant|to (?:his|her|their) surprise|until)\b/giu,
  genres: cues({
    Fantasy: "magic|wizards?|witch|dragons?|fairy|fairies|spell|kingdom|knights?|enchanted",
    "Science fiction": "spaceship|starship|robots?|androids?|planet|mars|orbit|airlock|aliens?|galaxy",
    Horror: "ghosts?|haunted|cursed?|scream(?:ed)?|blood|graveyard|skeleton|monsters?",
    Historical: "samurai|emperor|carriage|duke|duchess|empire|plague",
    School: "school|classroom|teacher|homework|students?|exams?|locker",
    Mystery: "detective|murder|clues?|mystery|thief|stolen|crime|evidence",
    Romance: "love[ds]?|kiss(?:ed)?|date|sweetheart",
    "Animal story": "cats?|dogs?|birds?|crow|fox|rabbit|kitten|puppy|gull",
    Adventure: "treasure|map|voyage|island|storm|journey|explorers?|adventure|captain",
    Comedy: "laugh(?:ed)?|joke|silly|ridiculous|sneeze[ds]?|oops",
  }),
  themes: cues({
    friendship: "friends?|friendship|together|side by side",
    family: "mother|father|grandmother|grandfather|sister|brother|family|daughter|son|mom|dad",
    "parting and return": "goodbye|farewell|come back|came back|return(?:ed)?|left behind",
    courage: "brave(?:ly)?|courage|afraid|scared|protect",
    love: "love[ds]?|kiss(?:ed)?",
    loneliness: "alone|lonely|nobody|empty",
    promises: "promise[ds]?|vow(?:ed)?",
    kindness: "kind|kindness|gentle|gently|thank you|shared?",
    dreams: "dream(?:s|ed)?|wish(?:ed|es)?|hope[ds]?",
    "life and death": "died|death|alive|life",
  }),
  unseen:
    /\b(?:thought|knew|know|believed|remembered|forgot|forgotten|because|had (?:been|never|always|lived|told|come|gone|left|said|promised)|used to|always|never|every (?:day|night|morning|evening|year)|years?|once|ago|would|could|wished|hoped|meant|seemed|felt|named|called|nobody|no one|perhaps|decided|wondered|whether|if)\b/iu,
};
