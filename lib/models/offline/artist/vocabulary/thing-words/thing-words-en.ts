// English words for things that can be drawn: those of house, street and wilds here, those of other fields in files of their own.

import type { ThingWords } from "../../../words/word-tables.ts";
import { BODY_WORDS_EN } from "./body-words.ts";
import { FAIR_WORDS_EN } from "./fair-words.ts";
import { GEAR_WORDS_EN } from "./gear-words.ts";
import { HOME_WORDS_EN } from "./home-words.ts";
import { LISTED_EN } from "./listed-words.ts";
import { PLAY_WORDS_EN } from "./play-words.ts";
import { TABLE_WORDS_EN } from "./table-words.ts";
import { COMPOUNDS_EN, SAYINGS_EN } from "./thing-sayings.ts";
import { thingsEn } from "./thing-tables.ts";
import { TOWN_WORDS_EN } from "./town-words.ts";

export const THING_WORDS_EN: ThingWords = {
  sayings: SAYINGS_EN,
  compounds: COMPOUNDS_EN,
  props: [
    ...LISTED_EN,
    ...FAIR_WORDS_EN,
    ...HOME_WORDS_EN,
    ...TOWN_WORDS_EN,
    ...GEAR_WORDS_EN,
    ...TABLE_WORDS_EN,
    ...BODY_WORDS_EN,
    ...PLAY_WORDS_EN,
    ...thingsEn({
      lantern: "(?:hurricane|storm|miner['’]s|safety|tilley|gas) lamps?",
      lamp: "(?:table|desk|floor|bedside|standard|oil|electric) ?lamps?|(?:desk |table |oil |paper |floor |bedside |kerosene |reading )?lamps?",
      letter:
        "(?:sheet|piece|slip|scrap)s? of (?:[a-z]+ )?paper|IOU|(?:shopping|guest|price) lists?|programmes?(?= (?:and|in|from|on)|[.,;])(?<=\\b(?:a|the|theatre|concert) programmes?)|résumé|homework(?= (?:on the|in his bag|in her bag|sheet|paper))|~paper(?! (?:bag|plane|boat|cup|plate|towel|lantern|crane|mill|clip|napkin|hat|doll|round|boy|work|weight|knife|airplane|aeroplane|dragon|chain|fan|moon|shop|boats|ship|flower|flowers|crown|aeroplanes|straw|bags|cups|plates))(?<!\\b(?:wall|news|sand|toilet|evening|morning|daily|sunday|local) ?papers?)|~note(?! (?:of|the|that|how|from the piano))|(?:the|a|his|her|police|weather|school) report(?= (?:and|on|from|in|to)|[.,;])|greetings? card|deeds?(?= to the)|bills?(?= (?:from|for|on|and|in)|[.,;])(?<!\\b(?:mr|mrs|uncle|and|old) bills?)|form(?= (?:and|in triplicate))(?<!\\b(?:in|a|the) form)|applications?(?= form)|instructions(?= (?:and|from|again|aloud|sheet|leaflet)|[.,;])(?<=\\b(?:read|reads|reading|held|unfolded|studied|checked|with) (?:the |his |her )?instructions)|(?:the|a|his|her) list(?= (?:and|from|of|in|to|on)|[.,;])|post-?it(?: note)?|message(?= (?:on|in|from|under|scrawled|written)|[.,;])(?<=\\b(?:a|the|paper|folded|crumpled) message)|notes?(?! of)|(?:sheet|piece|scrap|slip)s? of paper|(?:a|the|his|her|ruined|torn|blank|last|first|crumpled) pages?(?= (?:out|from|and|of|on|in|under|into)|[.,;])|(?:her|his|the) papers(?= |[.,;])|(?:a|the|birthday|greeting|christmas) card(?= (?:with|from|on|and|in|under|for)|[.,;])",
      book: "visitors['’] book|(?:photo|photograph) albums?|comics(?= |[.,;])|primer(?= |[.,;])|comic(?: book)?s?(?= |[.,;])(?! (?:actor|timing|relief|opera))|encyclop(?:a|ae|æ)?edias?|manual(?= |[.,;])(?! (?:labou?r|work))|volume(?= (?:of|from|on)|[.,;])|script(?= |[.,;])|register(?= (?:and|on|with|of|from)|[.,;])|(?:note|cook|sketch|text|hand|pass)?books?",
      pen: "ball-?point(?: pen)?|felt-?tips?(?: pen)?|fountain pens?|~pen(?! (?:name|friend|pal|of (?:sheep|pigs|goats))| for the (?:sheep|pigs))",
      phone:
        "i-?phone|(?:the|a|his|her|my|on (?:his|her)) mobile(?= (?:rang|buzzed|phone|and|from|on)|[.,;])|(?:the|a) receiver|(?:tele|cell|smart|mobile )?phones?",
      bag: "(?:hand|school|plastic |tote |back)?(?<!\\b(?:paper|shopping|grocery|carrier) )bags?",
      box: "(?:tissue|hat|shoe|toy) ?box(?:es)?|~packet(?! of (?:crisps|chips|seeds))|jewel(?:lery|ry)? box|(?:shipping |storage |food )?containers?|(?:cardboard |match|shoe|tool|wooden )?box(?:es)?(?! office)|carton(?! of milk)",
      key: "spare keys?|~key(?! (?:to (?:success|happiness|everything|it|the (?:mystery|puzzle|case|problem))|witness|question|point|moment|person|player|word|role|part|ring|board|hole|figure|issue|change))(?<!\\b(?:piano|wrong|minor|major|off|low) keys?)|keys?(?! (?:of (?:the|his|her) (?:piano|calculator|typewriter|keyboard)|to the mystery|signature|witness))",
      rope: "~harness(?! the)|~lead(?= (?:and|on|in|from|off|over)|[.,;])(?<=\\b(?:dog['’]s|his|its|the) lead)|cord(?= |[.,;])(?<!vocal cord)|strings?(?= |[.,;])(?<!\\b(?:harp|guitar|violin|bow|puppet|heart|piano|cello|first|second|g|e|a|the|apron) strings?)|string(?= |[.,;])(?<!\\b(?:g|e|first|a) string)|rein(?= |[.,;])|wires?(?= |[.,;])",
      oar: "~paddle(?! (?:steamer|boat))|paddles?(?= |[.,;])(?! (?:steamer|boat|across|home|back to))",
      boat: "(?:row|life|fishing |motor)?boats?|ferry(?=[.,;]| (?:was|left|came))",
      sword: "[eé]p[eé]e|light ?sab(?:er|re)|blades?|~foil(?= (?:and|in|up)|[.,;])(?<=\\bfencing foil)",
      stick:
        "crook(?= (?:and|in|over|under))(?<=\\b(?:his|her|a|the) crook)|(?:pool|billiard|snooker) cues?|~branch(?! (?:of (?:the|a|our) (?:bank|company|family|government)|office|manager|line|out))|~pole(?! (?:star|position|vault|dance))(?<!\\b(?:north|south|flag|telegraph|telephone|fishing|tent|lamp|totem) ?poles?)|~rod(?! (?:and (?:line|reel)|of iron))(?<!\\b(?:fishing|lightning|curtain|his|her|fly|hot) rods?)|~staff(?! (?:room|meeting|member|car|sergeant|of))(?<=\\b(?:a|his|her|wooden|long|gnarled|wizard['’]s|two) staffs?)|canes?(?= (?:and|on|at|from|in|against)|[.,;])(?<!sugar canes?|candy canes?)|staffs?(?! (?:room|meeting|member|of the (?:hotel|hospital)))(?= (?:and|in|on|against|of|from)|[.,;])(?<=\\b(?:his|her|the|a|wooden|long|wizard['’]s|gnarled|twisted) staffs?)|conductor['’]s baton|cue(?= (?:and|against|stick))|(?:walking |drum)?sticks?|staff(?= (?:and|in|on|against|of|from)|[.,;])|(?:(?:iron|metal|steel|wooden|long|brass) )rods?(?= |[.,;])|poker(?= |[.,;])|(?:a|the|long|wooden|bamboo|iron) poles?(?= |[.,;])",
      flower:
        "sweet peas?|narciss(?:us|i)|lotus(?= |[.,;])|~rose(?! (?:window|bush|garden|water|petal|bed|early|up|and (?:went|left|walked)))|lavender(?= |[.,;])|blossoms?(?= (?:in|on|from|fell)|[.,;])|heather(?= |[.,;])(?<=\\b(?:of|the|in) heather)|flowers?(?! ?pot)|(?:an?|the|red|white|wild|single) rose",
      bell: "(?:door|hand|cow|sleigh|school) ?bells?|(?<!bar)bells?(?!boy)",
      clock: "alarm(?= clock)|(?:alarm |wall |grandfather )?clocks?|(?:egg|kitchen) timers?",
      candle: "tapers?(?= (?:and|in|burned|flickered)|[.,;])",
      car: "coup[eé]|go-?kart|(?:bumper|racing|sports|toy-sized) cars?|SUV|(?:moon|mars|lunar) rover|cabs?(?= |[.,;])|convertible(?=[.,;])|cars?(?! park)",
      chair: "(?:arm|rocking |high |deck |folding )?chairs?",
      table:
        "trestle(?: table)?|(?:pool|billiard|snooker|ping-?pong) tables?|check-?out|~desk(?! (?:lamp|clerk|job|sergeant|drawer))|table(?! (?:tennis|lamp|cloth|spoon|manners|talk|top))|(?:dining |kitchen |coffee |bedside )?tables?(?! tennis)",
      stone:
        "~rock(?! (?:band|music|star|concert|bottom|face|pool|wall|garden|cliff|ledge|climb|formation|salt))(?<!\\b(?:the) rocks?)|~brick(?! (?:wall|house|building|red|chimney|path|oven|floor))|meteors?(?= (?:lay|fell in))|lumps? of rock|(?<!grave|head|tomb|lime)stones?(?! (?:wall|floor|steps|house|cold|bridge))|(?:rock|(?<!\\bthe )rocks)(?! (?:band|music))",
      basket:
        "(?<=\\b(?:packed|unpacked|brought|spread(?: out)?) (?:the|a|their|his|her) )picnic|(?:sewing |laundry |picnic |shopping )?baskets?",
      broom: "(?:swept|sweeping) the (?:floor|steps|yard|street|shop|path|porch|kitchen)",
      map: "(?:floor|street) plan|~map(?! (?:of the world in|out))",
      glasses:
        "specs(?= |[.,;])|(?:sun|reading|dark|swimming) ?(?:glasses|goggles)|(?:sun|eye|reading|dark|wire) ?glasses|(?:sun|eye)?glasses",
      snowman: "snowm[ae]n",
      flag: "streamers? of flags|ensign(?= (?:flew|flapped))",
      photo:
        "x-?rays?|snaps(?= (?:of|from))|negatives?(?= of)|(?:the|a|his|her|my|their) (?:old |faded |framed |school |wedding |family )?picture(?= (?:of|in|from|on)|[.,;!?])",
      "watering-can": "watering-cans?|the can(?![- ]openers?)",
      flashlight:
        "(?<!\\b(?:burning|flaming|blazing|lit|(?:lit|lighting|light) (?:a|the|his|her|another)) )torch(?:es)?",
      footprints: "(?:footsteps|tracks) in the (?:snow|sand|mud|dust)",
      handprint: "prints? of (?:an?|his|her|two|tiny|small) (?:[a-z]+ )?hands?",
      hammer: "maul(?= |[.,;])",
      saw: "~saw(?! (?:him|her|it|them|that|nothing|the|a|no))|(?:the|a|his|her|rusty|hand|old) saws?(?=[.,;!]| (?:and|in|on|from|lay|hung|was|with))|(?:the|a|his|her|hand) saw(?=[.,;!]| (?:and|in|on|from|lay|hung))",
      scissors: "hedge (?:clipper|trimmer)s?|clippers(?= |[.,;])(?<!nail clippers)",
      shovel: "(?:bucket and )?spade(?= |[.,;])(?! of)|spades?(?! of)",
      ladder: "(?:step)?ladders?",
      net: "(?:cargo|trawl|landing|butterfly|shrimping|fishing) ?nets?|~net(?! (?:result|worth|profit|curtain))|(?:butterfly|insect|fishing|landing|the|a|his|her) nets?(?= |[.,;])",
      spear: "~pike(?! (?:up|and perch))",
      bow: "~bow(?! (?:of|to|tie|window|from|and smiled))(?<!\\b(?:(?:in|at|from|over|into|to) the|[Oo]n (?:its|her|the)) bows?|\\b(?:a|deep|low|little|slight|small|his|her|stiff|polite|formal|red|blue|pink|white|yellow|silk|satin|big|pretty|two|velvet) bows?)|quivers?(?= (?:of|full|on|and|at|was)|[.,;])(?<=\\b(?:a|the|his|her) quivers?)|(?:drew|bent|strung|raised|lowered|dropped|lifted|aimed|took|grabbed|picked up|with|notched) (?:his|her|the|a) (?:[a-z]+ )?bow(?! tie)|(?:his|her|the|a|long) bow(?= (?:and arrows?|string)|, )",
      gun: "six-?guns?|lasers?(?= |[.,;])(?! (?:beam|light|surgery|pointer))|weapons?(?= (?:and|from|in|on|at|was|down|drawn)|[.,;])|(?:shot|hand)?guns?",
      torch:
        "brand(?= (?:from|in the fire|and))(?<=\\b(?:burning|flaming) brand)|(?:burning|flaming|blazing|pitch) torch(?:es)?|(?:burning|flaming|lit|blazing) torch(?:es)?|(?<=\\b(?:lit|lighting|light) (?:a|the|his|her|another) )torch(?:es)?",
      radio: "hi-?fi|i-?pod|mp3 player",
      doll: "barbie(?: doll)?|dumm(?:y|ies)(?= |[.,;])(?<!you dummy)|ventriloquist['’]s dummy",
      "teddy-bear":
        "stuffed (?:penguin|mouse|bunny|unicorn|giraffe|tiger|dinosaur)s?|toy (?:penguin|mouse|giraffe|horse|owl|fox|pig|tiger|panda)s?|beanie bab(?:y|ies)|panda(?= toy)|toy (?:bear|rabbit|lion|monkey|elephant|dog|cat)|stuffed (?:rabbit|lion|monkey|elephant|dog|cat|animals?)|plush(?:ie|y)?(?= |[.,;])|teddy(?: bear)?|stuffed (?:bear|animal|toy|rabbit)|plush(?:ie)?",
      watch:
        "~watch(?! (?:tower|dog|man|out(?! of)|over|captain|house|changed|began at))(?<!\\b(?:the first|first|night|dog|close|on|middle) watch)|watches(?= (?:and|from|in|of|on|were)|[.,;])|(?:pocket|wrist|gold|silver|fob) ?watch(?:es)?|watches(?= (?:and|from|in|of|on)|[.,;])|(?:pocket|wrist|gold|silver|stop|his|her|father['’]s|grandfather['’]s) ?watch(?=[.,;!?]|$| (?:and|in|on|from|had|was|lay|said|stopped|ticked|showed))",
      fan: "fans(?= (?:and|in their hands))|~fan(?= (?:and|in her hand|before her face|over|shut|open|closed|at|in front of)|[.,;!])(?<=\\b(?:her|silk|paper|lace|ivory|painted|feather|folded) fans?)|(?:paper|folding|hand|her|his|silk|ivory|feather|lace|japanese|bamboo) fans?(?= |[.,;])(?<!\\bher fans)|(?:paper|folding|hand|her|his|silk) fan|(?<=\\b(?:with|waved|opened|unfolded|snapped|behind|dropped|picked up) (?:an?|the) )fan(?=[ .,;])",
      coin: "sovereigns?(?= (?:on|in|from|and)|[.,;])(?<=\\bgold sovereigns?)|pieces? of eight|(?:gold|silver|copper) (?:coins?|pieces?)|quarters?(?= (?:from|in|into) )(?=.{0,20}(?:slot|pocket|machine))|tokens?(?= |[.,;])",
      money:
        "bank ?notes?|(?:roll|bundle|stack|envelope) of (?:cash|notes|bills|money)|dollar bills?|wages(?= |[.,;])|(?:five|ten|twenty|fifty|hundred)-(?:pound|dollar|euro) (?:notes?|bills?)|wads?(?= of (?:notes|bills|cash|money))|cash(?= |[.,;])(?!ier)|ransom(?! note)|(?:the|some|his|her|stolen|paper|of) money",
      ticket: "boarding (?:pass|card)(?:es|s)?",
      newspaper:
        "(?:sunday|daily|local|yesterday['’]s) papers?|(?:morning|evening) paper|(?:read|reading|behind) (?:the|his|her) paper",
      gift: "~present(?! (?:day|moment|time|king|owner|state|situation|company|tense|danger|one))(?<!\\b(?:at|in|to|for|of) the present)|~gift(?! (?:of|for (?:music|languages|drawing)|shop|to the))|prizes?(?= (?:and|was|in|for|from)|[.,;])(?<=\\b(?:a|the|first|his|her|second|booby|door) prizes?)|presents?(?= (?:box|wrapped|from|for|with|in|on|under|and|to|at|rolled|lay)|[.,!])|(?:birthday |christmas |wrapped )?(?:gift|present)s?(?= (?:box|wrapped|from|for|with|in|on|under)|[.,!])",
      trophy: "silver cup(?= for| he| she)|oscar(?= statue|s(?= |[.,;]))",
      pipe: "~pipe(?! (?:burst|leaked|organ|cleaner|dream|line|under|in the (?:wall|ceiling|bathroom)))(?<!\\b(?:drain|water|gas|lead|steel|copper|hot|waste|exhaust) pipes?)|(?:his|her|a|the|clay|wooden) pipe(?! (?:burst|leaked|was leaking))",
      cigarette:
        "cigar(?:ette)?s?|(?:the|a|his|her) butt(?= of (?:his|her|a) cig)|stubs?(?= (?:of (?:a|his|her|the) cig|in the ash))",
      pillow: "pillows?(?!case)",
      blanket:
        "table ?cloths?|~sheet(?! (?:of|music))|throw(?= over the (?:sofa|chair))|(?:bed ?|white |clean |the |a )sheets?(?! (?:of|music))(?= |[.,;])|rugs?(?= (?:over|around|from)|[.,])",
      picture:
        "~drawing(?! (?:room|pin|board|near|up|lesson|class))|sketch(?:es)?(?= |[.,;])|~painting(?! (?:lesson|class|the))|(?:a|the|an old|huge|oil|that|his|her|framed|famous|stolen|two|three|unfinished) paintings?(?= |[.,;])|frescoe?s?|(?:water|oil) ?paintings?|paintings?(?= (?:of|on|hung|in|was|had|by|above|over)|[.,;])|(?:a|the) picture (?:on|hung|of the)",
      magnifier: "jeweller['’]s loupe",
      globe: "~globe(?! (?:trot|of))|(?:the|a|dusty|old) globe",
      suitcase:
        "~case(?<=\\b(?:black|brown|leather|heavy|battered|metal|narrow|instrument) case)(?= |[.,;])(?! (?:of|against|was (?:closed|solved)))|~case(?= (?:and|from the rack|on the bed|full of clothes|by the door|up the stairs))(?<=\\b(?:his|her) cases?)|attach[eé] case|trunks?(?! of)(?<!\\b(?:between|among|behind|black|fallen|bare|tree|palm|pine|birch|mossy) (?:the )?trunks?)",
      computer:
        "desktop(?= computer)|~monitor(?! (?:her|him|his|the))|(?:computer|view|the|her|his|a|main|glowing|flickering|cracked|touch) ?(?:monitor|screen)s?(?! door)(?= |[.,;])(?<!television screen|tv screen|cinema screen|folding screen)|tablets?(?= (?:and|on|from|in|with|computer)|[.,;])(?<!\\b(?:stone|clay|two|headache|sleeping|aspirin) tablets?)|terminal(?= (?:screen|and|in front|blinked))|server(?= rack)|(?:computer |the |her |his )(?:monitors?|screens?)(?! door)",
      bench: "(?:park )?bench(?:es)?",
      stove:
        "hob(?= |[.,;])|grill(?= (?:and|was|hissed)|[.,;])|(?:the|a) furnace|forge(?= |[.,;])(?=.{0,30}(?:glow|fire|roar))|(?:wood |iron |old )?stoves?|(?:by|beside|before|near|in front of|into) the fire(?! (?:engine|escape|station|brigade))",
      gate: "lych-?gate|gates?(?=[.,;!?]|$| (?:of|and|was|stood|opened|creaked|swung|behind|in|at))",
      sign: "(?<=\\b(?:(?:hung|hang|nailed|put|hanging|painted|stuck) (?:up |out )?|(?:held|holding|hold) up ))(?:an?|the|his|her|their) (?:wooden |big |painted |cardboard |hand-painted |little |white )?(?:boards?|signs?)(?= (?:on|over|above|at|to|with|in|that|outside|by|from|between|saying|which|up|out)|[.,:;])(?<!no signs?)|(?:menu|name|sandwich|score) ?boards?|~notice(?! (?:of|him|her|the|it|that|anything))(?= (?:on|in|said|pinned|saying|nailed|board)|[.,;])|~sign(?! (?:of|that (?!said|read)|language|the|it|your|here|off|up|from))(?<!\\b(?:no|any|good|bad|sure|first|a bad|a good|secret) signs?)|(?:a|the|road|street|shop|wooden|neon|painted|old|warning|exit|that) signs?(?= (?:on|over|above|said|read|was|by|hung|swung|creaked|outside|in|at|and|saying|that said|that read|pointed)|[.,;])(?<!\\bno sign)(?<!\\bas a sign)(?! of)|notices?(?= (?:on|in|said|pinned|saying|nailed)|[.,;])(?<=\\b(?:a|the|printed|handwritten) notices?)|(?:wooden |street |road |shop |neon )sign|(?:a|the) sign (?:on|over|above|said|read)",
      gravestone:
        "~grave(?! (?:face|look|voice|mistake|digger|doubt|danger|matter|concern|news))|(?:his|her|the) grave",
      barrel: "churns?(?<!milk churn)",
      cart: "hay ?(?:wagon|cart)|(?<!shopping )carts?",
      tent: "te+pee",
      campfire:
        "(?<=\\b(?:built|build|made|lit|light|laid|started) (?:a|the) )fire(?! (?:alarm|engine))|flames(?= (?:rose|leapt|licked))|(?:the|a) fire(?= (?:crackled|burned|burnt|had burned|in the (?:clearing|forest|snow)))",
      birdcage: "(?:rabbit )?hutch(?:es)?|(?:cat|pet) carrier|(?:bird)?cages?",
      chest:
        "~chest(?= (?:of (?:gold|coins|treasure)|lid|stood|was (?:locked|empty|full)|full|with (?:brass|iron)))|(?:treasure|wooden|iron|sea|locked|old|hope|oak) chest",
      shell:
        "clam(?= |[.,;])(?!med)|mussels?(?= |[.,;])|~shell(?! (?:casing|suit|company|of (?:a|the) (?:house|building|man)))(?<!\\b(?:egg|nut|artillery|mortar) ?shells?)|(?:sea|conch)?shells?",
      feather: "plume(?! of)",
      leaf: "(?:oak|maple|palm|fern|gold|withered|curled|bay|lime|beech|autumn|banana|lettuce|tea) lea(?:f|ves)|(?:a|the|one|single|dead|red|yellow|maple|last|dry|fallen) (?:leaf|leaves)",
      nest: "~nest(?! of (?:vipers|spies|tables)| egg)",
      bone: "bones?(?! (?:ached|broke|chilled))",
      skull: "death['’]s head",
      firewood:
        "(?<=\\b(?:chopp(?:ed|ing)|gather(?:ed|ing)|split|stack(?:ed|ing)|pile of|armful of|armfuls of|bundle of|load of|collect(?:ed|ing)|cut|carry(?:ing)?|carried) (?:the |some |more )?)wood|~log(?! (?:book|cabin|entry|in|fire|hut|house|out|pose))",
      crystal:
        "gold bars?|precious stones?|amber(?= (?:bead|pendant))|(?:lumps?|pieces?) of (?:gold|crystal)",
      "electric-fan":
        "(?:electric|ceiling|desk|table) fans?|(?:electric|ceiling|desk) fan|(?:the|a) fan(?= (?:turned|whirred|hummed|spun|stopped|blew|creaked))",
      wheel:
        "~wheel(?! (?:chair|of (?:fortune|time|life|cheese)|barrow|house))|(?:steering|ship['’]s|spare|cart|water|wagon|bicycle) wheels?|tyres?(?= |[.,;])|tires?(?= (?:and|of|on|from|swing|leaned|screeched|squealed|burst)|[.,;])(?<=\\b(?:the|a|flat|spare|front|back|car|old) tires?)|helm(?= |[.,;])(?! of)|(?:a|the|cart|spare|front|back|old|rusty) wheel(?! ?chair)",
      drawer:
        "bureaus?(?= |[.,;])(?<=\\b(?:the|a|old|oak|his|her) bureau)|(?:chest of |desk |top |bottom |kitchen )?drawers?",
      bed: "bunk ?beds?|(?:top|bottom|upper|lower) bunks?|four-poster(?: bed)?|~bed(?! (?:of|time))|(?:a|the|his|her|their|my|hospital|empty|bunk|narrow|iron|double|single|under the|beside the) bed(?! of|time)(?= |[.,;!?])",
      shelf: "~rack(?! (?:his|her|of))(?<!\\b(?:hat|coat|bike|bicycle|towel) racks?)|(?:book)?shel(?:f|ves)",
      cupboard:
        "display (?:case|cabinet)s?|~cabinet(?! (?:minister|meeting|maker))|cabinets?(?! (?:minister|meeting))",
      "washing-machine": "tumble ?dr[iy]er|spin dr[iy]er",
      bath: "(?:the|a|hot|her|his|in(?:to)? the|foam|bubble|tin|copper) bath(?=[.,;]| (?:and|was|with|full|water|to|until))|(?:the|a|hot) bath(?=[.,;]| (?:and|was|with))",
      fence:
        "hurdles?(?= |[.,;])(?<=\\b(?:the|last|first|a|wooden) hurdles?)|hedges?(?= |[.,;])|stiles?(?= |[.,;])|(?:garden |wooden |picket |wire )?fences?",
      well: "~well(?= |[.,;])(?! (?:known|aware|be|and good|enough|done|of course))(?<=\\b(?:a|the|old|dry|deep|stone|village|empty) wells?)|(?:the|a|old|dry|deep|stone|village) well(?= |[.,;])(?! (?:known|aware|be))",
      nail: "~nail(?! (?:polish|file|varnish|scissors|brush|biting))(?<!\\b(?:finger|toe|thumb|bit|red|long|broken|dirty|painted|his|her|my) ?nails?)|~screw(?! (?:up|top|driver))|(?:rusty |iron |long |a |the )nails?(?= |[.,;])(?<!finger nails?)|screws?(?= (?:fell|in|from|and|on|rolled|drifted|was|dropped)|[.,;])",
      plank:
        "floor ?boards?|timbers?(?= |[.,;])(?<=\\b(?:the|of|old|stacked|a) timbers?)|(?:oak|wooden|roof|ceiling|cross|steel|fallen|heavy) ?beam|boards(?= (?:over|across|and|from|on|in|together)|[.,;])",
      hose: "(?:garden |fire |water )?hoses?",
      chain:
        "~chain(?! (?:of|store|reaction|letter|smok))|chains(?= (?:rattled|on|from|and|were)|[.,;])|(?:a|the|iron|rusty|heavy) chain(?= |[.,;])",
      anchor: "anchors?(?!ed)",
      padlock:
        "(?:bicycle|bike) lock|~lock(?! (?:of hair|up|the|himself|herself|on him))|(?:a|the|rusty|heavy|brass) lock(?= (?:clicked|on|of|fell|was|from)|[.,;])",
      handcuffs: "cuffs(?= (?:on|clicked|from))",
      match:
        "~match(?= (?:and|flared|went out|flame|box|to the|on the box|from))|(?:struck|lit|striking|lighting) (?:a|the|another|his last) match|(?:(?:a|the|one|last|another) (?:long |wooden |lit |single )?|burning |lit a )match(?=[.,;!?]| (?:and|to|went|flared|burned|in|on))",
      lighter: "(?:cigarette |silver |gold |his |her |a |the )lighter(?= |[.,;])",
      gear: "(?:a |the )?springs?(?= (?:flew|popped|jumped out|uncoiled|and (?:cogs|gears|wheels)))|gears?(?= |[.,;])|springs?(?= (?:flew|popped|jumped out))",
      tape: "video ?(?:tape|cassette)s?|reels? of film|tapes(?= (?:of|from|and|in))|(?:adhesive |sticky |duct |measuring |red )?tape(?! recorder)",
      paintbrush:
        "(?:his|her|a|the) (?:(?:small|fine|wide|wet|old|little|big|stiff|long) )?brush(?=[.,;]| (?:and|in|into|across|on|from|over|with))",
      pliers: "wire ?cutters?|bolt ?cutters?",
      "light-bulb": "light ?bulbs?|~bulb(?! of (?:garlic|onion))|(?:light )?bulbs?",
      stamp: "(?:postage )?stamps?(?=[.,;!?]| (?:on|from|in|was|with|and|collection|album))",
      eraser: "(?:a|the|his|her|my|pencil|an old) rubber(?=[.,;]| (?:and|on|from|across|in|to))",
      ruler: "(?:wooden |steel |a |the |his |her )rulers?(?= |[.,;])(?! of)",
      palette: "watercolou?rs",
      easel:
        "~canvas(?! (?:bag|shoes|tent|chair|sack|cover|roof|awning|cot))|(?:blank|white|his|her|the) canvas",
      "music-box": "music(?:al)? box(?:es)?",
      headphones: "ear ?buds?",
      candlestick: "candelabr(?:a|um)",
      statue:
        "knick-?knack|monuments?(?= (?:in|to|stood|of)|[.,;])(?<=\\b(?:the|a|stone|war|old) monuments?)|stuffed (?:owl|pheasant|pike|fish|heron|eagle|crocodile|alligator|parrot|raven|crow|stag|fox|badger|hawk|birds?)(?= (?:on|in|under|stood|stared|above|with|looked|watched|from|behind|and)|[.,;])|ornaments?(?= |[.,;])|gnomes?(?= |[.,;])(?<=\\b(?:garden|plaster|the|china|painted) gnomes?)|busts?(?= of|[.,;])|idols?(?= |[.,;])|carvings?(?= of)|busts? of|(?:gold(?:en)?|jade|bronze|stone|marble|porcelain|silver|wooden|china) (?:cat|lion|horse|buddha|dragon|elephant|bird|dog|idol|eagle|monkey|frog)",
      cactus: "cact(?:us|i)",
      plant:
        "basil(?= (?:plant|on|in|and)|[.,;])(?<=\\b(?:of|the|fresh|some) basil)|(?:potted|house|pot) ?plants?|pot of (?:geraniums|basil|herbs|tulips|flowers|violets)|herbs(?= in)|vines?(?= (?:in|on) )|(?:potted |house|rubber |tomato |a |the |her |his )plants?(?= (?:in|on|by|and|from|with|was|were|had)|[.,;])",
      acorn: "nuts?(?= (?:and|from|in|or)|[.,;])|(?:a|the|another) nut(?= |[.,;])|nuts(?= |[.,;])",
      straw:
        "bales?(?= of (?:hay|straw)|[.,;])|(?:ears? of|sheaves of) (?:wheat|corn|barley)|(?<!\\b(?:drinking|through (?:a|the|his|her)|with a|paper|bendy|plastic|striped) )straw(?! (?:hat|man|roof|poll))|(?:handful|bundle|pile|heap|bed) of (?:straw|hay)|hay(?!stack)|straw(?! (?:hat|man|roof))",
      wreath: "holly(?= (?:over|on|from|and ivy|wreath|berries|sprig))|laurels?(?= crown)",
      antlers: "(?:stag|deer|moose|bull|goat)['’]?s? (?:head|horns)",
      charm: "~charm(?! of| offensive)|(?:lucky|good-luck|a|the) charms?(?= |[.,;])",
      badge: "sheriff['’]s star",
      bus: "coaches(?= (?:were|stood|waited))|tram ?cars?|trolley ?bus(?:es)?|mini ?bus(?:es)?|double-deckers?|trams?(?= |[.,;])|(?:the|a|school|last|night|yellow|tour|old|red|local|no) bus(?! (?:stop|driver|ticket|station|shelter))|coach(?= (?:party|tour|driver))|(?:the|a|school|last|night|yellow|tour) bus(?! (?:stop|driver|ticket|station|shelter))",
    }),
  ],
};
