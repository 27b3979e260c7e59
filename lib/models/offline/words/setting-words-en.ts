// English words for places, hours, weather and seasons.
import { cueBuilder } from "./cues.ts";
import type { SettingWords } from "./word-tables.ts";

const cues = cueBuilder((pattern) => `\\b(?:${pattern})(?![\\p{L}\\p{N}])`, "giu");

export const SETTING_WORDS_EN: SettingWords = {
  places: cues({
    lighthouse: "lighthouse",
    rooftop: "rooftop|roof",
    hospital:
      "nurses['’] station|nursing home|care home|delivery room|maternity ward|dental surgery|(?:dentist|doctor|vet)['’]s (?:office|surgery|waiting room|chair)|(?:the|a) (?:dentist|doctor|vet)['’]s(?=[.,;!?]| (?:was|had|on|at|with|and)\\b)|operating room|emergency room|hospital|clinic|infirmary|ward|sickroom",
    classroom:
      "(?<=\\b(?:in|during) )class|class(?= (?:was|is) (?:over|nearly over|almost over))|detention|homeroom|study hall|(?:science|chemistry|biology|physics|computer|language) lab|(?:art|music) room|(?:math|maths|science|history|English|art|music|chemistry|biology|geography) class|kindergarten|preschool|classroom|schoolroom|lecture hall|school",
    corridor: "corridor|hallway|hall|passage",
    kitchen: "scullery|galley|kitchen|pantry",
    office:
      "(?<=^)court(?= (?:was|is) in session)|witness stand|(?:police|fire|radio|television|TV) station|precinct|headquarters|embassy|call cent(?:er|re)|cubicle|(?:conference|meeting|control|mail) room|newsroom|town hall|(?<!\\b(?:on|along|up|down|from|against|of) the |\\b(?:far|near|other|opposite|river|left|right|eastern|western|northern|southern|muddy|grassy|steep|sandy|mossy|snow|fog|cloud|piggy|canal|stream) )bank(?! of\\b)|office|laboratory|lab|boardroom|courtroom|courthouse|studio|interview room|front desk|reception",
    shop: "(?:gas|petrol|service|filling) station|deli|bodega|dry cleaner['’]s|nightclub|casino|arcade|cafeteria|canteen|food truck|laundromat|launderette|(?:hair|beauty|nail) salon|hairdresser['’]s|(?:baker|butcher|barber|grocer|florist|tailor)['’]s(?=[.,;!?]| (?:was|had|on|at|with|and|for|to)\\b)|post office|grocery|pharmacy|market stall|coffee shop|barbershop|shop|store|café|cafe|bakery(?! door)|bookshop|bookstore|restaurant|diner|tavern|inn|bar|market|pub|supermarket|tearoom",
    train: "tram|subway|compartment|train|carriage|subway car",
    station: "bus station|train station|station|platform|terminal|airport",
    temple: "temple|shrine|monastery",
    church: "cathedral|abbey|church|chapel|nave|front pew|pews?|pulpit|altar",
    graveyard: "graveyard|cemetery|churchyard|burial ground|graves?|gravestones?|tombstones?",
    workshop:
      "warehouse|workshop|(?<=\\b(?:the|a|his|her) )pottery(?=[.,]| (?:on|in|every|at|and|for|since|was|by|behind)\\b)|(?:brick|wooden|garden|long|low|old|dark|little) shed|workbench|forge|smithy|garage|tool ?shed|boathouse|carpenter's shop",
    dojo: "dojo|fencing hall|training hall",
    gym: "locker room|weight room|(?:basketball|tennis|squash|volleyball) court|ice rink|rink|gymnasium|gym|sports hall|village hall|church hall",
    stage:
      "(?<=\\bin )the wings(?! of)|backstage|orchestra pit|cinema|movie theater|(?<!this )stage(?! of)|theatre|theater|auditorium|concert hall|opera house|playhouse",
    museum:
      "(?:reptile|monkey|elephant|lion|tropical|insect|penguin) house|museum|gallery|exhibition|aquarium",
    library: "library|reading room",
    bath: "(?:high|diving) board|(?<=\\b(?:at|in|into|of|by) the )pool(?! (?:of|table|hall|room))|(?<=\\b(?:in|into|out of) the )showers?|swimming pool|poolside|bath ?house|public baths?|hot springs?|sauna",
    bus: "(?<=(?:^In(?:side)? |\\b(?:got|gets|get|climbed|climbs|jumped|slid|slipped|sat|sits|rode|waited|slept|piled|crawled) (?:back |down |alone |together )?(?:in|into|inside) ))(?:the|a|an|his|her|their|my|our) (?:[a-z]+ ){0,2}?(?:car|taxi|cab|van|truck|ambulance|limousine|jeep|pickup|minivan)|(?:back|front|passenger|driver['’]s) seat|(?:mini)?bus(?! (?:stop|shelter|station|driver|ticket|fare|conductor))",
    tent: "tent(?! (?:pegs?|poles?|ropes?|flaps?|sagged|stood|collapsed|fell|leaned|blew|went|came|was up|flapped))",
    castle: "tower|battlements|castle|palace|throne room|fortress",
    cave: "(?<=\\b(?:bottom of|in|inside|down) the )well(?=[ ,.])|grotto|cave|cavern|tunnel|(?<=\\b(?:the|a|an|old|coal|gold|silver|copper|salt|tin|iron|diamond|abandoned) )mine|dungeon",
    space:
      "escape pod|space shuttle|shuttle|command module|lunar module|space capsule|asteroid|spaceship|starship|spacecraft|space station|outer space|orbit|airlock|moon base|planet|bridge of the ship|cockpit",
    stairs:
      "stairs|staircase|stairway|stairwell|stone steps|steps (?:up|down|to)(?! the (?:boat|water|river)\\b)",
    bridge: "bridge",
    shore:
      "sand(?= (?:at|with|and|in|of)|[.,;])|quay|(?<!desert )island|boardwalk|seaside|marina|beach|shore|seashore|harbor|harbour|pier|dock|jetty|coast|sand dunes?|wharf|cove",
    sea: "ship|yacht|schooner|(?<=\\b(?:in|into|aboard|on|onto) (?:the|a|an|his|her|their|our|my) (?:[a-z]+ )?)(?:boat|ferry|trawler|punt|canoe)|sailboat|raft|sea|ocean|deck|rowboat|at sea",
    river:
      "(?<=\\bsteps (?:down )?to the )(?:boat|water)|riverside|rapids|waterfall|brook|marsh|swamp|river|riverbank|stream|creek|lake|pond|canal",
    mountain:
      "ski (?:slope|run|lift|resort)|mountainside|(?<=\\b(?:on|up|down|at|near|towards?|climbed|of) the )volcano|glacier|slope|mountain pass|(?<=\\b(?:the|a|this) )pass(?=[.,]| (?:was|had|since|in|at)\\b)|mountain|mountains|peak|summit|cliff|ridge|hillside",
    forest:
      "(?:hollow|great|ancient) (?:oak|beech|elm|pine|yew)|(?<=\\b(?:the|through|between|among) )(?:pines|firs|birches|redwoods|undergrowth)|thicket|rainforest|wood|forest|woods|jungle|grove|trees|clearing",
    field:
      "(?:road|lane|path|track)s? (?:that ran |that led )?(?:between|through|across|among|past) (?:the |wide |open |[a-z]+ )?(?:fields|meadows|pastures|moors?|hedges)|(?<=\\b(?:made|broke|pitched|struck|in|at|of|the) )camp(?! (?:bed|stove|chair|song))|campsite|campground|campfire|barnyard|farmyard|ranch|cornfield|paddock|pasture|plain|moor|wheat field|vineyard|stadium|field|fields|meadow|hill|hilltop|farm|desert|prairie|playground|football pitch",
    garden:
      "ferris wheel|carousel|(?:apple|cherry|pear|plum|oak|fig) tree|tree ?house|zoo|funfair|fairground|lawn|vegetable patch|garden|park|yard|backyard|courtyard|greenhouse|orchard|porch",
    alley: "alley|alleyway|back street|backstreet",
    village: "village|hamlet",
    city: "metropolis|city|downtown|skyline|skyscrapers?",
    sky: "above the clouds|in the sky|into the sky|through the sky|hot-air balloon",
    street:
      "school gates?|parking lot|car park|motorway|freeway|intersection|crosswalk|roadside|truck stop|highway|boulevard|driveway|curb|kerb|street|road|sidewalk|pavement|bus stop|bus shelter|street corner|avenue|lane|crossing|town|square|path",
    room: "orphanage|stables?|treehouse|living-room|playroom|guest room|motel|mansion|(?<=\\b(?:in|inside) the )(?:elevator|lift)|submarine|dressing room|changing room|waiting room|great hall|banquet hall|dining hall|hotel|dormitory|nursery|loft|hut|barn|dining room|bathroom|bathtub|tub|room|bedroom|living room|parlor|parlour|house|apartment|(?<=\\b(?:a|an|the|his|her|their|our|my) (?:[a-z]+ )?)flat(?! (?:as|on|against|ty?i?re))|attic|cabin|cottage|cellar|basement|study|bed|armchair|sofa|fireplace|lobby|(?<!\\b(?:bus|train|tram|ride|way|drive|walk|boat|road|path) )home|windowsill",
  }),
  hours: cues({
    dawn: "pink (?:line|streak|band)|the sky (?:was |had )?(?:be(?:gan|ginning|gun)|start(?:ed|ing)) to (?:lighten|pale|grey|gray)|getting light|the sky (?:paled|lightened)|cockcrow|sun-?up|the sun (?:rose|came up|was rising)|dawn|sunrise|daybreak|first light|early morning|early one morning",
    dusk: "(?:almost|nearly|half|getting|growing|not quite) dark|sundown|suppertime|the sun went down|dusk|sunset|twilight|evening|after school|late afternoon|the sun (?:was )?(?:set|setting|sank|going down)",
    night:
      "(?:one|two|three|four)(?: o['’]clock)? in the morning|nightfall|after dark|the small hours|lamplight|bedtime|night|nights|midnight|moonlight|moonlit|starlight|moon|stars|past bedtime|streetlights?|streetlamps?|late shift|it was (?:very |so |quite |too )?dark|in the dark|pitch[- ]dark|pitch[- ]black|darkness fell|last (?:bus|train|tram)",
    day: "lunchtime|midmorning|the sun (?:was high|shone|blazed|beat down)|morning|noon|afternoon|midday|daylight|sunlight|sunshine|sunny|lunch|breakfast",
  }),
  weathers: cues({
    clear:
      "the stars (?:were|had come|came) out|full of stars|(?:sea|water|lake) (?:lay|was) (?:[a-z]+ )?(?:flat|calm|smooth|still)|the sun (?:came out|broke through|lay|was out)|pale sun|the sky was clear|fair weather|the sun shone|(?:rain|snow) (?:had )?(?:stopped|ended|passed|cleared)|storm (?:had )?(?:passed|ended|was over|cleared)|clear sky|sunny|sunshine|sunlight|(?<=\\b(?:in|under) the )sun|blue sky|cloudless|rainbow",
    storm: "thunderclap|squall|storm|thunder|lightning|thunderstorm|hurricane|gale|tempest|typhoon",
    snow: "snowstorm|flurries|snow|snowed|snowing|snowy|blizzard|snowflakes?|snowfall|sleet",
    rain: "rainstorm|drizzled|rain shower|rain|rained|raining|rainy|drizzle|drizzling|downpour|pouring|raindrops?|soaked|puddles?",
    fog: "smog|fog|foggy|mist|misty|haze",
    wind: "windswept|wind|windy|breeze|gust|gusts",
    cloudy: "leaden sky|clouds covered|cloudy|overcast|gr[ae]y sky|clouds (?:gathered|hung|rolled)",
  }),
};
