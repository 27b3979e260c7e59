// English words for everything that a picture needs to know.
import { cueBuilder, type Lexicon } from "./lexicon.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})\\b`, "giu");

export const LEXICON_EN: Lexicon = {
  places: cues({
    lighthouse: "lighthouse",
    rooftop: "rooftop|roof",
    hospital: "operating room|emergency room|hospital|clinic|infirmary|ward|sickroom",
    classroom: "gymnasium|gym|classroom|schoolroom|lecture hall|school",
    corridor: "corridor|hallway|hall|passage",
    kitchen: "scullery|galley|kitchen|pantry",
    office: "police station|newsroom|town hall|bank|office|laboratory|lab|boardroom|studio|workshop",
    shop: "grocery|pharmacy|market stall|coffee shop|barbershop|shop|store|café|cafe|bakery(?! door)|bookshop|bookstore|library|restaurant|diner|tavern|inn|bar|market|pub|supermarket|tearoom",
    train: "bus|tram|subway|compartment|train|carriage|subway car",
    station: "bus station|train station|station|platform|bus stop|waiting room|terminal|airport",
    temple: "cathedral|abbey|graveyard|cemetery|churchyard|temple|shrine|church|chapel|monastery",
    castle: "tower|battlements|castle|palace|throne room|fortress",
    cave: "grotto|cave|cavern|tunnel|mine|dungeon",
    space:
      "spaceship|starship|spacecraft|space station|outer space|orbit|airlock|moon base|planet|bridge of the ship|cockpit",
    stairs: "stairs|staircase|stairway|stairwell|stone steps|steps (?:up|down|to)",
    bridge: "bridge",
    shore:
      "quay|boardwalk|seaside|marina|beach|shore|seashore|harbor|harbour|pier|dock|jetty|coast|sand dunes?|wharf|cove",
    sea: "ship|sailboat|raft|sea|ocean|deck|rowboat|at sea",
    river: "waterfall|brook|marsh|swamp|river|riverbank|stream|creek|lake|pond|canal",
    mountain:
      "mountainside|volcano|glacier|slope|mountain pass|mountain|mountains|peak|summit|cliff|ridge|hillside",
    forest: "thicket|rainforest|wood|forest|woods|jungle|grove|trees|clearing",
    field:
      "pasture|plain|moor|wheat field|vineyard|stadium|field|fields|meadow|hill|hilltop|farm|desert|prairie|playground|football pitch",
    garden: "lawn|vegetable patch|garden|park|yard|backyard|courtyard|greenhouse|orchard|porch",
    alley: "alley|alleyway|back street|backstreet",
    village: "village|hamlet",
    city: "metropolis|city|downtown|skyline|skyscrapers?",
    sky: "above the clouds|in the sky|into the sky|through the sky|hot-air balloon",
    street:
      "highway|boulevard|driveway|curb|kerb|street|road|sidewalk|pavement|street corner|avenue|lane|crossing|town|square|path",
    room: "hotel|dormitory|nursery|loft|hut|tent|barn|dining room|bathroom|room|bedroom|living room|parlor|parlour|house|apartment|flat|attic|cabin|cottage|cellar|basement|study|bed|armchair|sofa|fireplace|lobby|home|windowsill",
  }),
  atPlace: (place) =>
    new RegExp(
      `\\b(?:in|at|into|to|inside|through|along|across|outside|up|down|on|onto|under|toward|towards|reached|entered|left|around|crossed|beside)(?: (?:the edge of|the end of|the middle of|the top of|the bottom of|the corner of))?(?: (?:the|a|an|his|her|my|their|our|its|that|this|every))?(?: [a-z'’-]+){0,2}? ${place}|\\bwhere (?:the|a|an)(?: [a-z]+){0,2}? ${place} (?:stood|was|lay)|^(?:The|A|An|Their|His|Her|My|Our)(?: [a-z'’-]+){0,2}? ${place}`,
      "iu",
    ),
  hours: cues({
    dawn: "cockcrow|sun-?up|the sun (?:rose|came up|was rising)|dawn|sunrise|daybreak|first light|early morning|early one morning",
    dusk: "sundown|suppertime|the sun went down|dusk|sunset|twilight|evening|after school|late afternoon|the sun (?:was )?(?:set|setting|sank|going down)",
    night:
      "(?:one|two|three|four)(?: o['’]clock)? in the morning|nightfall|after dark|the small hours|lamplight|bedtime|night|nights|midnight|moonlight|moonlit|starlight|moon|stars|past bedtime|streetlights?|streetlamps?|late shift|it was (?:very |so |quite |too )?dark|in the dark|pitch[- ]dark|pitch[- ]black|darkness fell",
    day: "lunchtime|midmorning|the sun (?:was high|shone|blazed|beat down)|morning|noon|afternoon|midday|daylight|sunlight|sunshine|sunny|lunch|breakfast",
  }),
  weathers: cues({
    clear:
      "the sky was clear|fair weather|the sun shone|(?:rain|snow) (?:had )?(?:stopped|ended|passed|cleared)|storm (?:had )?(?:passed|ended|was over|cleared)|clear sky|sunny|sunshine|sunlight|blue sky|cloudless|rainbow",
    storm: "thunderclap|squall|storm|thunder|lightning|thunderstorm|hurricane|gale|tempest|typhoon",
    snow: "snowstorm|flurries|snow|snowed|snowing|snowy|blizzard|snowflakes?|snowfall|sleet",
    rain: "rainstorm|drizzled|rain shower|rain|rained|raining|rainy|drizzle|drizzling|downpour|pouring|raindrops?|soaked|puddles?",
    fog: "smog|fog|foggy|mist|misty|haze",
    wind: "windswept|wind|windy|breeze|gust|gusts",
    cloudy: "leaden sky|clouds covered|cloudy|overcast|gr[ae]y sky|clouds (?:gathered|hung|rolled)",
  }),
  seasons: cues({
    spring: "blossoms?|lambs|spring|cherry blossoms?|april|daffodils?|tulips?",
    summer: "june|sunflowers?|fireflies|swimming pool|summer|july|august|cicadas?|ice cream|heat wave",
    autumn:
      "september|acorns|golden leaves|thanksgiving|autumn|october|november|fallen leaves|falling leaves|halloween|harvest|pumpkins?",
    winter:
      "february|snowman|sleigh|mittens|winter|snow|december|january|christmas|icicles?|(?<!with )frost|frozen|scarf",
  }),
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
    lonely: "alone|lonely|silence|silent|empty|quiet|nobody|no one",
    heroic: "hero(?:es)?|brave(?:ly)?|courage|king|knight|vow(?:ed)?|oath|protect|dragon|save the|destiny",
  }),
  timeSkip:
    /\b(?:the next (?:day|morning|evening|night|week|year|afternoon)|the following (?:day|morning|week)|(?:\w+) (?:hours?|days?|weeks?|months?|years?) later|later that (?:day|night|evening|afternoon|morning)|that (?:night|evening|afternoon|morning)|one (?:day|morning|night|evening|afternoon)|meanwhile|when (?:morning|night|spring|summer|autumn|winter) came|by (?:morning|evening|nightfall|dawn|noon|midnight))\b/giu,
  absent:
    /\b(?:did not come|didn['’]t come|never came|was gone|were gone|was nowhere|had vanished|was not there|wasn['’]t there)\b/iu,
  turn: /\b(?:suddenly|all at once|just then|at that moment|then she saw|then he saw|out of nowhere|without warning|but then|in that instant|to (?:his|her|their) surprise|until)\b/giu,
  poses: cues({
    run: "r[au]n|runs|running|sprint(?:ed|ing)?|dash(?:ed|ing)?|bolt(?:ed)?|rac(?:ed|ing)|flee|fled|hurr(?:ied|ying)|rush(?:ed|ing)?|chas(?:ed|ing)|gallop(?:ed|ing)?",
    walk: "walk(?:s|ed|ing)?|stroll(?:ed|ing)?|wander(?:ed|ing)?|stepp?(?:s|ed|ing)|march(?:ed|ing)?|approach(?:ed|ing)?|cross(?:ed|ing)|tiptoe[ds]?|limp(?:ed|ing)?|trott?(?:ed|ing)|stalk(?:ed|ing)?|paced|came (?:in|out|up|over|down)|went (?:in|out|up|over|down|home|to)|entered|padd(?:ed|ing)",
    sit: "sit(?:s|ting)?|sat|seated|perch(?:ed|ing)?|settled",
    kneel: "kneel(?:s|ed|ing)?|knelt|on (?:his|her|their|my) knees",
    crouch: "crouch(?:ed|ing)?|squat(?:ted|ting)?|curled up|huddled|ducked|hid|hiding",
    sleep:
      "slept|sleeps?|(?<!\\b(?:an?|the|that|this) )sleeping|doz(?:ed|ing)|snor(?:ed|ing)|napp(?:ed|ing)|fast asleep|asleep",
    lie: "woke|awoke|lay (?:down|back|flat|still|on (?:his|her|the (?:bed|grass|floor|ground|sofa|sand)))|lying|sprawled",
    fall: "fell|fall(?:s|ing)?|tripp(?:ed|ing)|slipp(?:ed|ing)|tumbl(?:ed|ing)|stumbl(?:ed|ing)|collapsed|crashed to",
    jump: "jump(?:s|ed|ing)?|flew|flapp(?:ed|ing)|soar(?:ed|ing)?|took off|le(?:apt|aped|aping)|hopp(?:ed|ing)|spr[au]ng|pounc(?:ed|ing)|bounc(?:ed|ing)|div(?:ed|ing)|dove",
    climb: "climb(?:s|ed|ing)?|clamber(?:ed|ing)?|scrambl(?:ed|ing)",
    "look-back":
      "look(?:ed|ing|s)? back|glanc(?:ed|ing) back|over (?:his|her|their|my) shoulder|turned around|spun around|whirled|turned back",
    "look-up":
      "look(?:ed|ing|s)? up|gaz(?:ed|ing) up|star(?:ed|ing) up|tilted (?:his|her|its) head back|peered up",
    "look-down":
      "look(?:ed|ing|s)? down|star(?:ed|ing) (?:down )?at (?:his|her|their) (?:feet|shoes|hands)|hung (?:his|her) head|bent over|peered (?:into|down)|lowered (?:his|her) (?:eyes|head)",
    point: "point(?:s|ed|ing)?(?= (?:at|to|up|down|toward|towards|out|with|through))|pointed|jabbed a finger",
    offer:
      "offer(?:s|ed|ing)?|hand(?:ed|ing) (?:him|her|them|it|over|the|a|me)|held (?:it |them |the \\w+ )?out|holding out|gave|passed (?:him|her|me|it)|extended",
    reach:
      "reach(?:es|ed|ing)?(?= (?:for|out|up|into|toward|towards|down|across))|stretched out (?:his|her|a)|grabb?(?:ed|ing) (?:for|at)|snatch(?:ed|ing)?",
    carry:
      "carr(?:y|ied|ying|ies)|lift(?:ed|ing)?|scoop(?:ed|ing)?|hauled|lugg(?:ed|ing)|cradl(?:ed|ing)|picked (?:him|her|it) up",
    hold: "h[eo]ld(?:s|ing)?(?! (?:his|her|their|my) breath)|clutch(?:ed|ing)?|gripp(?:ed|ing)|grabb(?:ed|ing)|gr[ai]sp(?:ed|ing)?|picked up|lift(?:ed|ing)?|raised (?:his|her|the|an?)|opened (?:his|her|an?|the) (?:umbrella|letter|box|book)|took",
    wave: "wav(?:ed|ing)(?! of)|waves (?:at|to|goodbye)",
    "arms-up":
      "threw (?:up )?(?:his|her|their) (?:arms|hands)(?: up)?|raised both|arms in the air|cheer(?:ed|ing)|stretched",
    "arms-crossed": "(?:crossed|folded) (?:his|her|their|my) arms|arms (?:crossed|folded)",
    "hands-on-hips": "hands on (?:his|her|their|my) hips",
    "hands-on-face":
      "(?:covered|buried|hid) (?:his|her|their|my) (?:face|mouth|eyes|ears)|hands? (?:over|to) (?:his|her|their|my) (?:mouth|face)",
    think:
      "think(?:s|ing)?|thought|ponder(?:ed|ing)?|scratch(?:ed|ing) (?:his|her) (?:head|chin)|wonder(?:ed|ing)?|tapped (?:his|her) chin|considered",
    bow: "bow(?:s|ed|ing)|curts(?:ied|y)",
    embrace:
      "hugg?(?:s|ed|ing)?|embrac(?:ed|ing)|threw (?:his|her) arms around|wrapped (?:his|her) arms|in (?:his|her) arms",
    fight:
      "f[io]ght(?:s|ing)?|fought|punch(?:ed|ing)?|kick(?:ed|ing)?|struck|slash(?:ed|ing)?|swung|attack(?:ed|ing)?|tackl(?:ed|ing)|wrestl(?:ed|ing)",
    throw: "thr[eo]w(?:s|n|ing)?|toss(?:ed|ing)?|hurl(?:ed|ing)?|flung",
    push: "press(?:ed|ing) (?:his|her|its|their|both|two) (?:[a-z]+ )?(?:hands?|back|shoulders?) against|(?:opened|closed|shut|unlocked|locked) (?:the|his|her|my|a|its) (?:[a-z]+ )?(?:door|window|gate)|push(?:ed|ing)?|shov(?:ed|ing)|pull(?:ed|ing)?|tugg(?:ed|ing)|dragg(?:ed|ing)",
    row: "row(?:ed|ing)|paddl(?:ed|ing)",
    read: "read(?:s|ing)?(?! (?:the|his|her) mind)|turned the page|opened the book",
    write: "wr[io]te|writ(?:es|ing|ten)|scribbl(?:ed|ing)|dr[ae]w|drawing|sketch(?:ed|ing)?",
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
    cry: "cr(?:y|ied|ying)(?! out)|tears?|we(?:ep|pt|eping)|sobb?(?:s|ed|ing)?",
    laugh: "laugh(?:s|ed|ing|ter)?|giggl(?:ed|ing)|chuckl(?:ed|ing)|burst out",
    smile: "smil(?:e|es|ed|ing)|beam(?:ed|ing)|happ(?:y|ily)|gently|warmly|glad|delight(?:ed)?",
    grin: "grin(?:s|ned|ning)?|wink(?:ed|ing)?|mischie(?:f|vous)|smirk(?:ed|ing)?",
    furious: "furious(?:ly)?|rage|roar(?:ed|ing)?|fuming|slammed",
    angry:
      "angr(?:y|ily)|scowl(?:ed|ing)?|glar(?:ed|ing)|snapp(?:ed|ing)|frown(?:ed|ing)?|annoyed|growl(?:ed|ing)?|hissed",
    shout: "shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|bellow(?:ed|ing)?",
    shocked: "shock(?:ed)?|pale|stunned|horror|horrified|speechless|jaw dropped|gasp(?:ed|ing)?|froze",
    surprised:
      "surprise[ds]?|startled|blink(?:ed|ing)?|eyes (?:widened|wide)|wide-eyed|amaz(?:ed|ement)|jumped|astonish(?:ed|ment)",
    afraid:
      "afraid|scared|frightened|terrified|fear|trembl(?:ed|ing)|shiver(?:ed|ing)?|shak(?:ing|y)|nervous(?:ly)?|shook(?! (?:his|her|its) head)",
    worried: "worr(?:y|ied)|anxious(?:ly)?|hesitat(?:ed|ing)|uncertain|bit (?:his|her) lip|uneas(?:y|ily)",
    sad: "sad(?:ly)?|sigh(?:ed|ing)?|disappoint(?:ed|ment)|lonely|shoulders (?:fell|dropped|slumped)|heartbroken|quietly",
    shy: "blush(?:ed|ing)?|shy(?:ly)?|embarrass(?:ed|ment)|cheeks (?:burned|reddened)|turned red",
    determined:
      "determined|nod(?:s|ded|ding)?|firm(?:ly)?|clenched|set (?:his|her) jaw|squared|resolved|bravely|deep breath",
    tired: "tired|yawn(?:ed|ing)?|exhausted|weary|wearily",
    pain: "pain|ouch|winc(?:ed|ing)|groan(?:ed|ing)?|ach(?:ed|ing)|hurt",
    smug: "smug(?:ly)?|proud(?:ly)?|boast(?:ed)?|raised an eyebrow|snorted",
    thoughtful:
      "thoughtful(?:ly)?|wonder(?:ed|ing)?|consider(?:ed|ing)?|remember(?:ed|ing)?|star(?:ed|ing)|gaz(?:ed|ing)|watched|studied",
    asleep:
      "asleep|(?<!\\b(?:an?|the|that|this) )sleeping|slept|closed (?:his|her|its) eyes|dozing|snor(?:ed|ing)",
  }),
  spoken: cues({
    laugh: "ha(?:ha)+|ha|hee hee|lol|heh",
    cry: "don['’]t go|don['’]t leave|please don['’]t die|come back",
    afraid: "help(?: me)?|i['’]m scared|stay away|get away|no, no|run",
    shocked: "impossible|it can['’]t be|no way|how could",
    surprised: "oh|what|whoa|wow|really|you['’]re (?:here|back|alive)|who['’]s there|look",
    furious: "how dare|shut up|damn",
    angry: "stop it|idiot|leave me alone|get out|enough|liar|unfair|stupid",
    smile:
      "thank(?:s| you)|good morning|welcome|glad|hello|hi|of course|you['’]re welcome|happy|lovely|beautiful|we did it|hooray|hurray|yay",
    sad: "sorry|goodbye|i miss|gone|never see|alone|used to",
    shy: "i (?:like|love) you|um|well, i",
    determined: "let['’]s|i will|i['’]ll|we will|we['’]ll|we can|i promise|ready|trust me|i won['’]t|never",
    worried: "what if|are you (?:all right|okay|ok)|be careful|i don['’]t know|maybe|what do we do|lost",
    tired: "tired|so sleepy|finally",
    pain: "ow|ouch|it hurts",
    smug: "obviously|told you|of course i|naturally",
    thoughtful: "hmm+|i wonder|perhaps|i suppose|i think|strange",
  }),
  gestures: cues({
    run: "run|hurry",
    reach: "wait|stop|come back|give (?:that|it) back|don['’]t go",
    point:
      "look(?! (?:like|good|tired))|over there|up there|see that|that['’]s (?:him|her|it)|this way|get out",
    bow: "i['’]m sorry|forgive me|excuse me|pardon",
    offer: "here you (?:are|go)|take (?:this|it|them)|have some|for you|come in",
    wave: "hello|hey|hi|goodbye|bye|see you|good night|good morning",
    "arms-up": "we did it|hooray|hurray|yay|we won|at last",
    "hands-on-hips": "not you again|honestly|enough|what is this",
    shrug: "who knows|i don['’]t know|whatever|who cares",
    "arms-crossed": "never again|absolutely not|no way|certainly not",
    think: "hmm+|i wonder|let me think|perhaps|i suppose",
    "hands-on-face": "oh no|oh dear|oh god|what have i done",
    "look-up": "the sky|the stars|the moon|it['’]s (?:snowing|raining)",
  }),
  voices: cues({
    whisper:
      "whisper(?:s|ed|ing)?|murmur(?:s|ed|ing)?|mutter(?:s|ed|ing)?|under (?:his|her) breath|softly|quietly|breathed",
    shout:
      "shout(?:s|ed|ing)?|yell(?:s|ed|ing)?|scream(?:s|ed|ing)?|bellow(?:s|ed|ing)?|roar(?:s|ed|ing)?|called out|cried out|at the top of",
    unease: "stammer(?:ed|ing)?|trembling voice|voice (?:shook|trembled|quavered)|nervously|gulped",
    thought: "thought|wondered",
    phone: "on the (?:phone|line)|into the phone|over the phone|through the receiver",
    cry: "sobb?(?:ed|ing)|wept|wail(?:ed|ing)?|through (?:his|her) tears",
    machine: "beep(?:ed|ing)?|speaker|computer|mechanical voice|loudspeaker|intercom|robotic",
  }),
  props: cues({
    umbrella: "umbrellas?",
    lantern: "lanterns?",
    lamp: "lamps?|streetlights?|streetlamps?",
    letter: "letters?|envelopes?|notes?|postcards?",
    book: "books?|notebooks?|diary|journal",
    pen: "pens?|pencils?|quill",
    phone: "phones?|telephone|cellphone",
    cup: "cups?|mugs?|tea|coffee|teacup",
    bottle: "bottles?|flask|jar",
    bag: "bags?|backpack|suitcase|satchel|purse|sack",
    box: "box|boxes|crate|parcel|package|chest",
    key: "keys?",
    rope: "ropes?",
    oar: "oars?",
    boat: "boats?|rowboat|canoe",
    sword: "swords?|blade",
    stick: "sticks?|cane|staff|branch",
    flower: "flowers?|roses?|daisy|daisies|bouquet",
    ball: "balls?",
    fish: "fish|sardines?|salmon|mackerel",
    bread: "bread|loaf|loaves|sandwich(?:es)?|cakes?|pie|cookies?|buns?|croissant",
    bowl: "bowls?|soup|plate|saucer|dish",
    bell: "bells?",
    clock: "clocks?|pocket watch",
    candle: "candles?",
    bicycle: "bicycles?|bikes?",
    car: "cars?|taxi|truck|van",
    chair: "chairs?|bench|stool|armchair",
    table: "tables?|desk|counter",
    door: "doors?|doorway",
    window: "windows?|windowsill",
    camera: "cameras?",
    guitar: "guitars?|ukulele",
    ring: "a ring|the ring|wedding ring|golden ring",
    stone: "stones?|pebbles?|rocks?",
    basket: "baskets?",
    broom: "brooms?|broomstick",
    map: "maps?|chart",
    mirror: "mirrors?",
    glasses: "glasses|spectacles",
  }),
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
      /\b(?:bang|crash|boom|thud|thump|click|clack|knock(?:,? knock)*|splash|whoosh|swoosh|ring(?:,? ring)+|ding(?:-dong)?|ding|dong|creak|drip(?:,? drip)*|meow|mew|woof|arf|caw|tap(?:,? tap)+|tap|rumble|slam|snap|pop|buzz|beep(?:,? beep)*|clang|clatter|plop|whack|smack|zap|hiss|tick(?:-tock|,? tick)*|achoo|rattle|screech|thwack|hoot|chirp|plip|plink)(?=[!.,…—-]|$)/giu,
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
        when: /\bsplash(?:ed)?\b|fell into the (?:water|river|pond|lake|sea)/iu,
        text: "SPLASH",
        loudness: 4,
        hard: false,
      },
      { when: /\bapplau(?:se|ded)|clapped\b/iu, text: "CLAP CLAP", loudness: 2, hard: false },
      { when: /\bheart (?:pounded|raced|thumped|beat)/iu, text: "BA-DUM", loudness: 2, hard: false },
      { when: /\bsneezed\b/iu, text: "ACHOO", loudness: 3, hard: true },
      {
        when: /\bflap(?:ped|ping)\b|\bwings\b[^.]{0,14}\bbeat/iu,
        text: "FLAP FLAP",
        loudness: 2,
        hard: false,
      },
      { when: /\b(?:punched|kicked|struck)\b/iu, text: "WHAM", loudness: 4, hard: true },
      { when: /\bclock ticked\b/iu, text: "TICK TOCK", loudness: 1, hard: true },
    ],
  },
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
  looks: {
    hair: cues({
      bald: "bald|shaved head",
      "twin-tails": "pigtails|twin tails|braids",
      ponytail: "ponytail",
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
        "white hair|white-haired|gr[ae]y hair|gr[ae]y-haired|silver hair|blond(?:e)?|fair hair|golden hair|silver-haired",
      black: "black hair|black-haired|dark hair|raven hair|dark-haired",
      mid: "brown hair|red hair|red-haired|auburn|ginger",
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
      uniform: "uniform|conductor|policeman|officer",
      kimono: "kimono|yukata|samurai",
      robe: "robes?|cloak|cape|wizard|witch|monk|gown",
      armor: "armou?r|knight|soldier",
      apron: "apron|baker|cook|chef|shopkeeper|barista",
      hoodie: "hoodie|sweatshirt",
      coat: "(?:rain|over|trench)?coat|parka|detective|captain|keeper",
      jacket: "jacket|suit|blazer|vest",
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
      hat: "hat|bonnet|top hat|straw hat",
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
      broad: "fat|stout|burly|broad-shouldered|(?:huge|big|heavy) (?:man|woman|boy|girl)|plump",
      slim: "thin (?:man|woman|boy|girl|and)|slim|skinny|slender|tall|lanky",
    }),
  },
  ages: cues({
    elder:
      "old man|old woman|old lady|elderly|grandmother|grandfather|grandma|grandpa|granny|ancient|(?:sixty|seventy|eighty|ninety)|white beard|wrinkled|gr[ae]y-haired",
    child:
      "little boy|little girl|boy|girl|child|kid|(?:five|six|seven|eight|nine|ten|eleven)(?:-year-old| years old)?|toddler",
    teen: "teen(?:ager|age)?|(?:twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|school|student|homework|classroom",
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
  female:
    /\b(?:she|her|hers|herself|girl|woman|lady|mother|mom|mum|grandmother|grandma|granny|sister|daughter|aunt|queen|princess|wife|witch|mrs|ms|miss)\b/iu,
  male: /\b(?:he|him|his|himself|boy|man|father|dad|grandfather|grandpa|brother|son|uncle|king|prince|husband|wizard|mr|sir)\b/iu,
};
