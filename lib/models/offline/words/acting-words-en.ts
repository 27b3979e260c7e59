// English words for what people do, feel and say it like.
import { cueBuilder } from "./cues.ts";
import type { ActingWords } from "./word-tables.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})\\b`, "giu");

export const ACTING_WORDS_EN: ActingWords = {
  poses: cues({
    run: "shot (?:out|off|past|forward)(?= (?:of|from|the|past|across|down|into|towards?|under)|[.,;])|darted|r[au]n|runs|running|sprint(?:ed|ing)?|dash(?:ed|ing)?|bolt(?:ed)?|rac(?:ed|ing)|flee|fled|hurr(?:ied|ying)|rush(?:ed|ing)?|chas(?:ed|ing)|gallop(?:ed|ing)?",
    walk: "walk(?:s|ed|ing)?|stroll(?:ed|ing)?|wander(?:ed|ing)?|stepp?(?:s|ed|ing)|march(?:ed|ing)?|approach(?:ed|ing)?|cross(?:ed|ing)|tiptoe[ds]?|limp(?:ed|ing)?|trott?(?:ed|ing)|stalk(?:ed|ing)?|paced|came (?:in|out|up|over|down)|went (?:in|out|up|over|down|home|to)|entered|padd(?:ed|ing)",
    sit: "sit(?:s|ting)?|sat|seated|perch(?:ed|ing)?|settled",
    kneel:
      "kneel(?:s|ed|ing)?|knelt|(?:fell|dropped|sank|went|got|slid|down|was|were|up) (?:on|to|onto) (?:his|her|their|my) knees",
    crouch:
      "(?:dug|scrabbled) (?:beside (?:him|her|them)|with (?:his|her|their|both|bare) (?:[a-z]+ )?(?:hands|fingers))|crouch(?:ed|ing)?|squat(?:ted|ting)?|curled up|huddled|ducked|hid|hiding|(?:put|dipped|plunged|reached|lowered) (?:his|her|a|one|both)? ?(?:bare )?(?:hands?|arms?|fingers) (?:in|into|in to) (?:the )?(?:[a-z]+ )?(?:water|river|stream|pond|pool|sea)",
    sleep:
      "slept|sleeps?|(?<!\\b(?:an?|the|that|this) )sleeping|doz(?:ed|ing)|snor(?:ed|ing)|napp(?:ed|ing)|fast asleep|asleep",
    lie: "woke|awoke|(?:couldn['’]t|could not) (?:get to |fall a)?sleep|tossed and turned|lay (?:awake|side by side|together|down|back|flat|still|curled|asleep|on (?:his|her|its) (?:back|side|belly)|(?:on|in) (?:the|a|his|her) (?:[a-z]+ )?(?:bed|grass|floor|ground|sofa|sand|wall|roof|rug|deck|bench|snow))|lying|sprawled",
    fall: "fell|fall(?:s|ing)?|tripp(?:ed|ing)|slipp(?:ed|ing)|tumbl(?:ed|ing)|stumbl(?:ed|ing)|collapsed|crashed to",
    jump: "(?:floated|floating|floats|drifted|drifting|hovered) (?:slowly |gently )?(?:down|along|across|through|over|up|past|towards?|into|out|in)|thr[eo]w(?:s|n|ing)? (?:him|her|them|my|it)sel(?:f|ves)|flung (?:him|her|it)self|jump(?:s|ed|ing)?|flew|flapp(?:ed|ing)|soar(?:ed|ing)?|took off(?! (?:his|her|the|its|their|my))|le(?:apt|aped|aping)|hopp(?:ed|ing)|spr[au]ng|pounc(?:ed|ing)|bounc(?:ed|ing)|div(?:ed|ing)|dove",
    climb: "climb(?:s|ed|ing)?|clamber(?:ed|ing)?|scrambl(?:ed|ing)",
    "look-back":
      "look(?:ed|ing|s)? back|glanc(?:ed|ing) back|over (?:his|her|their|my) shoulder|turned around|spun around|whirled|turned back",
    "look-up":
      "look(?:ed|ing|s)? up|gaz(?:ed|ing) up|star(?:ed|ing) up|tilted (?:his|her|its) head back|peered up",
    "look-down":
      "look(?:ed|ing|s)? down|star(?:ed|ing) (?:down )?at (?:his|her|their) (?:feet|shoes|hands)|hung (?:his|her) head|bent over|peered (?:into|down)|lowered (?:his|her) (?:eyes|head)|(?:did not|didn['’]t|would not|wouldn['’]t|could not) look at (?:him|her|them|me|anyone)|avoided (?:his|her|their) (?:eyes|gaze)|looked away",
    point: "point(?:s|ed|ing)?(?= (?:at|to|up|down|toward|towards|out|with|through))|pointed|jabbed a finger",
    offer:
      "offer(?:s|ed|ing)?|hand(?:ed|ing) (?:him|her|them|it|over|the|a|me)|held (?:it |them |the \\w+ )?out|holding out|gave|passed (?:him|her|me|it)|extended",
    reach:
      "reach(?:es|ed|ing)?(?= (?:for|out|up|into|toward|towards|down|across))|stretched out (?:his|her|a)|grabb?(?:ed|ing) (?:for|at)|snatch(?:ed|ing)?",
    carry:
      "carr(?:y|ied|ying|ies)|lift(?:ed|ing)?|scoop(?:ed|ing)?|hauled|lugg(?:ed|ing)|cradl(?:ed|ing)|picked (?:him|her|it) up",
    hold: "pull(?:ed|ing) (?:on |off )?(?:the|his|her|a|an) (?:[a-z]+ ){0,2}(?:caps?|hats?|gloves?|scarf|boots?|masks?|glasses|blankets?|letters?|envelopes?)|str(?:uck|ik(?:es|ing)) (?:it|another|(?:a|the|his|her|one) (?:last )?match)|pulled (?:an?|the|his|her|two|some) (?:[a-z]+ ){1,3}(?:from|out of)|(?:swept|sweeping|mopped|mopping) the (?:floor|steps|yard|street|shop)|(?:took|pulled|drew|fished|lifted) out|produced|h[eo]ld(?:s|ing)?(?! (?:his|her|their|my) breath)|clutch(?:ed|ing)?|gripp(?:ed|ing)|grabb(?:ed|ing)|gr[ai]sp(?:ed|ing)?|picked up|lift(?:ed|ing)?|raised (?:his|her|the|an?)|opened (?:his|her|an?|the) (?:umbrella|letter|box|book)|took",
    wave: "wav(?:ed|ing)(?! of)|waves (?:at|to|goodbye)",
    "arms-up":
      "threw (?:up )?(?:his|her|their) (?:arms|hands)(?: up)?(?! (?:a?round|about)\\b)|raised both|arms in the air|cheer(?:ed|ing)|stretched",
    "arms-crossed": "(?:crossed|folded) (?:his|her|their|my) arms|arms (?:crossed|folded)",
    "hands-on-hips": "hands on (?:his|her|their|my) hips",
    "hands-on-face":
      "(?:washed|washing|licked|licking|cleaned|cleaning) (?:its|his|her|a) (?:[a-z]+ )?(?:face|paws?|whiskers|fur|ears?)|(?:covered|buried|hid) (?:his|her|their|my) (?:face|mouth|eyes|ears)|hands? (?:over|to) (?:his|her|their|my) (?:mouth|face)",
    think:
      "think(?:s|ing)?|thought|ponder(?:ed|ing)?|scratch(?:ed|ing) (?:his|her) (?:head|chin|beard|ear|nose)|wonder(?:ed|ing)?|tapped (?:his|her) chin|considered",
    bow: "bow(?:s|ed|ing)|curts(?:ied|y)",
    embrace:
      "hugg?(?:s|ed|ing)?|embrac(?:ed|ing)|(?:threw|put|flung|wound) (?:his|her|their|both) arms (?:a?round|about) (?!the (?:tree|trunk|post|mast|pillar))|wrapped (?:his|her) arms|in (?:his|her) arms",
    fight:
      "f[io]ght(?:s|ing)?|fought|punch(?:ed|ing)?(?![^.]{0,24}\\btickets?\\b)|kick(?:ed|ing)?|struck(?! (?:it|another|(?:a|the|his|her|one) (?:last )?match)\\b)|slash(?:ed|ing)?|swung|attack(?:ed|ing)?|hit (?:him|her|them|me|his|the (?:man|boy|girl))|tackl(?:ed|ing)|wrestl(?:ed|ing)",
    throw: "thr[eo]w(?:s|n|ing)?|toss(?:ed|ing)?|hurl(?:ed|ing)?|flung",
    push: "press(?:ed|ing) (?:his|her|its|their|both|two) (?:[a-z]+ )?(?:hands?|back|shoulders?) against|(?:opened|closed|shut|unlocked|locked) (?:the|his|her|my|a|its) (?:[a-z]+ )?(?:door|window|gate)|(?:knock(?:ed|ing)?|pound(?:ed|ing)|hammer(?:ed|ing)|bang(?:ed|ing)|beat|hit|thump(?:ed|ing)) (?:on |at |against )?(?:the|his|her|their) (?:[a-z]+ )?(?:door|gate|window|shutters?|glass|wall)|push(?:ed|ing)?|shov(?:ed|ing)|pull(?:ed|ing)?(?! (?:on |off )?(?:the|his|her|their|a|an|its) (?:[a-z]+ ){0,2}(?:caps?|hats?|hoods?|gloves?|mittens?|scar(?:f|ves)|boots?|shoes?|socks?|coats?|jackets?|sweaters?|masks?|glasses|blankets?|collars?|sleeves?|letters?|envelopes?|handkerchief)\\b(?! (?:cart|sledge)))|tugg(?:ed|ing)|dragg(?:ed|ing)",
    row: "row(?:ed|ing)|paddl(?:ed|ing)|(?:pull(?:ed|s|ing)|heav(?:ed|ing)|haul(?:ed|ing)|tugg(?:ed|ing)) (?:hard |again |harder )?(?:at|on) (?:the|his|her|both|an|their) oars?|(?:bent|leaned|leant) (?:in)?to the oars|(?:took|seized|grabbed) (?:up )?(?:(?:one|both) of )?the oars",
    read: "read(?:s|ing)?(?! (?:the|his|her) mind)|turned the page|opened the book",
    write:
      "wr[io]te|writ(?:es|ing|ten)|scribbl(?:ed|ing)|dr[ae]w(?! (?:back|near|close|up|in|out|away|aside|breath|(?:an?|the|his|her|two) (?:[a-z]+ )?(?:sword|gun|knife|blade|dagger|bow|pistol|hammer|curtains?|bath|breath|chair|wand|bolt|water)\b|[^.,;]{1,30} (?:from|out of) ))|drawing|sketch(?:ed|ing)?",
    eat: "ate|eat(?:s|ing)?|chew(?:ed|ing)?|bit|biting|munch(?:ed|ing)?|nibbl(?:ed|ing)|gobbled|licked",
    drink: "dr[ai]nk(?:s|ing)?|sipp?(?:s|ed|ing)?|gulp(?:ed|ing)?",
    shrug: "shrugg?(?:s|ed|ing)?",
    pray: "pray(?:s|ed|ing)?|clasped (?:his|her) hands",
    dance: "danc(?:es|ed|ing)|twirl(?:ed|ing)?",
    phone: "(?:picked up|answered|into) the phone|on the phone|dial(?:ed|led|ing)|phoned|telephoned",
    ride: "rid(?:es|ing)|rode|pedal(?:ed|led|ing)|mounted",
    stand: "st(?:and|ands|anding|ood)|stopped|halted|paused|froze|waited",
  }),
  expressions: cues({
    cry: "(?<!\\b(?:a|an|the|his|her|its|with|no|another) (?:[a-z]+ )?)cry(?! out)|cr(?:ied|ying)(?! out)|(?:wip(?:ed|ing)|dabb(?:ed|ing) at|dri(?:ed|ing)) (?:his|her|its|their) eyes|tears?(?: (?:ran|rolled|streamed|fell|filled|came))?|we(?:ep|pt|eping)|sobb?(?:s|ed|ing)?",
    laugh: "laugh(?:s|ed|ing|ter)?|giggl(?:ed|ing)|chuckl(?:ed|ing)|burst out",
    smile: "smil(?:e|es|ed|ing)|beam(?:ed|ing)|happ(?:y|ily)|gently|warmly|glad|delight(?:ed)?",
    grin: "grin(?:s|ned|ning)?|wink(?:ed|ing)?|mischie(?:f|vous)|smirk(?:ed|ing)?",
    furious:
      "arched (?:its|his|her) back|fur (?:stood|standing) on end|furious(?:ly)?|rage|roar(?:ed|ing)?|fuming|slammed",
    angry:
      "angr(?:y|ily)|scowl(?:ed|ing)?|glar(?:ed|ing)|snapp(?:ed|ing)|frown(?:ed|ing)?|annoyed|growl(?:ed|ing)?|hissed",
    shout: "shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|bellow(?:ed|ing)?|called(?: out)?",
    shocked: "shock(?:ed)?|pale|stunned|horror|horrified|speechless|jaw dropped|gasp(?:ed|ing)?|froze",
    terrified:
      "scream(?:s|ed|ing)?(?! at\\b)|shriek(?:s|ed|ing)?|terrified|(?:in|with) terror|howled in fear",
    surprised:
      "surprise[ds]?|startled|blink(?:ed|ing)?|eyes (?:widened|wide)|wide-eyed|amaz(?:ed|ement)|jumped|astonish(?:ed|ment)",
    afraid:
      "afraid|scared|frightened|fear|trembl(?:ed|ing)|shiver(?:ed|ing)?|shak(?:ing|y)|nervous(?:ly)?|shook(?! (?:his|her|its) head)",
    worried: "worr(?:y|ied)|anxious(?:ly)?|hesitat(?:ed|ing)|uncertain|bit (?:his|her) lip|uneas(?:y|ily)",
    sad: "with (?:his|her|its|their) (?:paws|hands) over|(?:sat|stood|lay|sitting|standing) (?:all )?alone|sad(?:ly)?|sigh(?:ed|ing)?|disappoint(?:ed|ment)|lonely|shoulders (?:fell|dropped|slumped)|heartbroken|quietly",
    shy: "blush(?:ed|ing)?|shy(?:ly)?|embarrass(?:ed|ment)|cheeks (?:burned|reddened)|turned red",
    determined:
      "determined|nod(?:s|ded|ding)?|firm(?:ly)?|clenched|set (?:his|her) jaw|squared|resolved|bravely|deep breath",
    tired: "opened one eye|tired|yawn(?:ed|ing)?|exhausted|weary|wearily",
    pain: "pain|ouch|winc(?:ed|ing)|groan(?:ed|ing)?|ach(?:ed|ing)|hurt",
    smug: "smug(?:ly)?|proud(?:ly)?|boast(?:ed)?|raised an eyebrow|snorted",
    thoughtful:
      "closed (?:his|her|its) eyes|thoughtful(?:ly)?|wonder(?:ed|ing)?|consider(?:ed|ing)?|remember(?:ed|ing)?|star(?:ed|ing)|gaz(?:ed|ing)|watched|studied",
    asleep: "asleep|(?<!\\b(?:an?|the|that|this) )sleeping|slept|dozing|snor(?:ed|ing)",
  }),
};
