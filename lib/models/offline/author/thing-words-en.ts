// English words for things that can be drawn: those of house, street and wilds here, those of other fields in files of their own.
import { BODY_WORDS_EN } from "./body-words.ts";
import { FAIR_WORDS_EN } from "./fair-words.ts";
import { GEAR_WORDS_EN } from "./gear-words.ts";
import { HOME_WORDS_EN } from "./home-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { PLAY_WORDS_EN } from "./play-words.ts";
import { TABLE_WORDS_EN } from "./table-words.ts";
import { thingsEn } from "./thing-cues.ts";
import { COMPOUNDS_EN, SAYINGS_EN } from "./thing-sayings.ts";
import { TOWN_WORDS_EN } from "./town-words.ts";

export const THING_WORDS_EN: Pick<Lexicon, "props" | "sayings" | "compounds"> = {
  sayings: SAYINGS_EN,
  compounds: COMPOUNDS_EN,
  props: [
    ...FAIR_WORDS_EN,
    ...HOME_WORDS_EN,
    ...TOWN_WORDS_EN,
    ...GEAR_WORDS_EN,
    ...TABLE_WORDS_EN,
    ...BODY_WORDS_EN,
    ...PLAY_WORDS_EN,
    ...thingsEn({
      umbrella: "sunshade|beach umbrella|parasol|brolly|umbrella",
      lantern: "lantern",
      lamp: "(?:desk |table |oil |paper |floor |bedside |kerosene |reading )?lamps?",
      letter:
        "memo|report card|essay|worksheet|exam paper|test paper|sandpaper|sheet music|(?:the|a|his|her|police|weather|school) report(?= (?:and|on|from|in|to)|[.,;])|get-well card|birthday card|christmas card|business card|valentine card|greetings? card|ransom note|suicide note|warrant|deeds?(?= to the)|bills?(?= (?:from|for|on|and|in)|[.,;])(?<!\\b(?:mr|mrs|uncle|and|old) bills?)|prescription|blueprint|diploma|certificate|form(?= (?:and|in triplicate))(?<!\\b(?:in|a|the) form)|applications?(?= form)|instructions(?= (?:and|from|again|aloud|sheet|leaflet)|[.,;])(?<=\\b(?:read|reads|reading|held|unfolded|studied|checked|with) (?:the |his |her )?instructions)|shopping list|(?:the|a|his|her) list(?= (?:and|from|of|in|to|on)|[.,;])|invoice|note paper|writing paper|wrapping paper|post-?it(?: note)?|sticky note|crumpled paper|message(?= (?:on|in|from|under|scrawled|written)|[.,;])(?<=\\b(?:a|the|paper|folded|crumpled) message)|letter|notes?(?! of)|postcard|receipt|(?:sheet|piece|scrap|slip)s? of paper|leaflet|contract|telegram|recipe|invitation|document|drawing|manuscript|cheque|menu|flyer|sketch(?:es)?(?= |[.,;])|(?:a|the|his|her|ruined|torn|blank|last|first|crumpled) pages?(?= (?:out|from|and|of|on|in|under|into)|[.,;])|(?:her|his|the) papers(?= |[.,;])|(?:a|the|birthday|greeting|christmas) card(?= (?:with|from|on|and|in|under|for)|[.,;])",
      book: "comic(?: book)?s?(?= |[.,;])(?! (?:actor|timing|relief|opera))|ledger|log book|exercise book|picture book|story book|hymn book|prayer book|guide book|phone book|scrap book|paperback|hardback|encyclop(?:a|ae|æ)?edias?|thesaurus|manual(?= |[.,;])(?! (?:labou?r|work))|volume(?= (?:of|from|on)|[.,;])|tome|spell book|grimoire|script(?= |[.,;])|register(?= (?:and|on|with|of|from)|[.,;])|pamphlet|booklet|brochure|catalogue|(?:note|cook|sketch|text|hand|pass)?books?|diary|journal|album|novel|bible|dictionary|atlas|notepad",
      pen: "pen|pencil|quill|crayon|marker",
      phone:
        "(?:the|a|his|her|my|on (?:his|her)) mobile(?= (?:rang|buzzed|phone|and|from|on)|[.,;])|cell phone|intercom|communicator|field telephone|radio phone|entry phone|handset|(?:the|a) receiver|comlink|answering machine|pager|(?:tele|cell|smart|mobile )?phones?|telephone|receiver|walkie-talkie",
      bag: "sand bag|carrier bag|bin bag|duffel bag|sports bag|kit bag|carpet bag|tote|shoulder bag|saddle bag|mail bag|money bag|goody bag|holdall|shopping(?= (?:and|down|on the|in the)|[.,;])(?<=\\b(?:the|her|his|my|with) shopping)|(?:hand|school|shopping |paper |plastic |tote |back)?bags?|satchel|sack|pouch|groceries",
      box: "hat box|shoe box|toy box|bread bin|jewel(?:lery|ry)? box|snuff box|cash box|gift box|pizza box|egg box|egg carton|(?:shipping |storage |food )?containers?|tin box|crate|packing case|tea chest|boxes|(?:cardboard |match|shoe|tool|wooden )?box(?:es)?(?! office)|parcel|package|carton(?! of milk)",
      key: "car key|door key|house key|skeleton key|bunch of keys|key ring|latch key|key card|front-door key|keys?(?! (?:of (?:the|his|her) (?:piano|calculator|typewriter|keyboard)|to the mystery|signature|witness))",
      rope: "dog lead|bridle|reins|tether|skipping rope|jump rope|cord(?= |[.,;])(?<!vocal cord)|strings?(?= |[.,;])(?<!\\b(?:harp|guitar|violin|bow|puppet|heart|piano|cello|first|second|g|e|a|the|apron) strings?)|string(?= |[.,;])(?<!\\b(?:g|e|first|a) string)|jump leads|lariat|noose|wiring|fuse wire|bungee cord|rein(?= |[.,;])|rope|cord|cable|wires?(?= |[.,;])|string|lasso|whip|twine|leash",
      oar: "paddles?(?= |[.,;])(?! (?:steamer|boat|across|home|back to))|canoe paddle|sculls|punt pole|oar",
      boat: "(?:row|life|fishing |motor)?boats?|canoe|kayak|raft|dinghy|ferry(?=[.,;]| (?:was|left|came))",
      sword: "sword|blade|scabbard|rapier|cutlass|katana|sabre|saber",
      stick:
        "drift wood|hockey stick|walking stick|walking cane|canes?(?= (?:and|on|at|from|in|against)|[.,;])(?<!sugar canes?|candy canes?)|crozier|staffs?(?! (?:room|meeting|member|of the (?:hotel|hospital)))(?= (?:and|in|on|against|of|from)|[.,;])(?<=\\b(?:his|her|the|a|wooden|long|wizard['’]s|gnarled|twisted) staffs?)|broken branch|twig|willow switch|tent pole|ski pole|barge pole|bean pole|conductor['’]s baton|cue(?= (?:and|against|stick))|billiard cue|cattle prod|(?:walking |drum)?sticks?|cane|staff(?= (?:and|in|on|against|of|from)|[.,;])|branch|(?:(?:iron|metal|steel|wooden|long|brass) )rods?(?= |[.,;])|poker(?= |[.,;])|(?:a|the|long|wooden|bamboo|iron) poles?(?= |[.,;])|baton|sceptre",
      flower:
        "daffodil|crocus|snowdrop|bluebell|poppy|primrose|marigold|pansy|peony|orchid|buttercup|hyacinth|lavender(?= |[.,;])|chrysanthemum|forget-me-not|geranium|lilac|magnolia|irises|blossoms?(?= (?:in|on|from|fell)|[.,;])|posy|buttonhole|edelweiss|thistle|heather(?= |[.,;])(?<=\\b(?:of|the|in) heather)|tulip|sunflower|lily|dandelion|carnation|violets|flowers?(?! ?pot)|(?:an?|the|red|white|wild|single) rose|roses|daisy|bouquet",
      bell: "door bell|cow bell|sleigh bell|hand bell|school bell|church bell|dinner bell|bicycle bell|wind chime|alarm bell|(?<!bar)bells?(?!boy)|bell",
      clock:
        "(?:alarm |wall |grandfather )?clocks?|cuckoo clock|carriage clock|mantel clock|(?:egg|kitchen) timers?",
      candle: "candle",
      bicycle: "bicycle|bike",
      car: "taxi|cabs?(?= |[.,;])|lorry|truck|van|ambulance|fire engine|police car|limousine|patrol car|jeep|sports car|race car|hearse|camper van|estate car|sedan|convertible(?=[.,;])|cars?(?! park)|cab",
      chair:
        "deck chair|rocking chair|arm chair|wing chair|high chair|bar stool|swivel chair|pouffe|footstool|milking stool|stool|folding chair|camp chair|ottoman|(?:arm|rocking |high |deck |folding )?chairs?|throne",
      table: "(?:dining |kitchen |coffee |bedside )?tables?(?! tennis)|desk|counter|workbench|nightstand",
      door: "door|doorway",
      window: "window|windowsill",
      camera: "camera",
      stone:
        "meteorite|meteors?(?= (?:lay|fell in))|paper weight|cobble stone|boulder|gravel|mile stone|whet stone|lumps? of rock|marble slab|(?<!grave|head|tomb|lime)stones?(?! (?:wall|floor|steps|house|cold|bridge))|flint|pebble|(?:rock|(?<!\\bthe )rocks)(?! (?:band|music))|brick",
      basket:
        "sieve|colander|strainer|workbasket|egg basket|bread basket|punnet|creel|pannier|(?:sewing |laundry |picnic |shopping )?baskets?|hamper",
      broom:
        "broom|broomstick|(?:swept|sweeping) the (?:floor|steps|yard|street|shop|path|porch|kitchen)|feather duster",
      map: "treasure map|road map|star chart|street map|sea chart|town plan|map|chart",
      glasses:
        "monocle|(?:sun|eye|reading|dark|wire) ?glasses|pince-nez|bifocals|(?:sun|eye)?glasses|spectacles|goggles",
      snowman: "snowm[ae]n",
      flag: "bunting|pennant|pirate flag|ensign(?= (?:flew|flapped))|jolly roger|windsock|flag|banner",
      photo:
        "x-?rays?|snaps(?= (?:of|from))|negatives?(?= of)|mug shot|photo frame|portrait photograph|photo|photograph|snapshot|polaroid|(?:the|a|his|her|my|their) (?:old |faded |framed |school |wedding |family )?picture(?= (?:of|in|from|on)|[.,;!?])",
      "watering-can": "watering can|the can(?![- ]openers?)",
      flashlight:
        "flashlight|(?<!\\b(?:burning|flaming|blazing|lit|(?:lit|lighting|light) (?:a|the|his|her|another)) )torch(?:es)?",
      footprints: "footprint|(?:footsteps|tracks) in the (?:snow|sand|mud|dust)|paw print",
      handprint: "hand print|hand mark|prints? of (?:an?|his|her|two|tiny|small) (?:[a-z]+ )?hands?",
      hammer: "hammer|mallet",
      axe: "axe|hatchet|pickaxe|tomahawk",
      saw: "handsaw|hacksaw|chain saw|fretsaw|bow saw|(?:the|a|his|her|rusty|hand|old) saws?(?=[.,;!]| (?:and|in|on|from|lay|hung|was|with))|(?:the|a|his|her|hand) saw(?=[.,;!]| (?:and|in|on|from|lay|hung))",
      scissors: "secateurs|pruning shears|clippers(?= |[.,;])(?<!nail clippers)|scissors|shears",
      shovel: "snow shovel|(?:bucket and )?spade(?= |[.,;])(?! of)|spades?(?! of)|shovel|trowel|hoe",
      bucket: "bucket|pail",
      ladder: "(?:step)?ladders?",
      wrench: "wrench|spanner",
      net: "(?:butterfly|insect|fishing|landing|the|a|his|her) nets?(?= |[.,;])",
      spear: "spear|lance|harpoon|trident|javelin|halberd",
      bow: "quivers?(?= (?:of|full|on|and|at|was)|[.,;])(?<=\\b(?:a|the|his|her) quivers?)|bow and arrow|(?:drew|bent|strung|raised|lowered|dropped|lifted|aimed|took|grabbed|picked up|with|notched) (?:his|her|the|a) (?:[a-z]+ )?bow(?! tie)|crossbow|(?:his|her|the|a|long) bow(?= (?:and arrows?|string)|, )|longbow|arrow",
      shield: "shield",
      gun: "lasers?(?= |[.,;])(?! (?:beam|light|surgery|pointer))|blaster|ray gun|phaser|carbine|holster|machine gun|water pistol|air gun|derringer|six-shooter|murder weapon|firearm|weapons?(?= (?:and|from|in|on|at|was|down|drawn)|[.,;])|(?:shot|hand)?guns?|pistol|rifle|revolver|musket",
      torch:
        "flaming torch|(?:burning|flaming|blazing|pitch) torch(?:es)?|firebrand|(?:burning|flaming|lit|blazing) torch(?:es)?|(?<=\\b(?:lit|lighting|light) (?:a|the|his|her|another) )torch(?:es)?",
      wand: "wand",
      radio: "tape recorder|dictaphone|transistor|cassette player|boom box|walkman|cd player|radio|wireless",
      doll: "rag doll|glove puppet|marionette|mannequin|manikin|dumm(?:y|ies)(?= |[.,;])(?<!you dummy)|ventriloquist['’]s dummy|puppet|nutcracker|matryoshka|punch and judy|doll",
      "teddy-bear":
        "soft toy|cuddly toy|toy (?:bear|rabbit|lion|monkey|elephant|dog|cat)|stuffed (?:rabbit|lion|monkey|elephant|dog|cat|animals?)|stuffed toy|plush(?:ie|y)?(?= |[.,;])|sock monkey|teddy(?: bear)?|stuffed (?:bear|animal|toy|rabbit)|plush(?:ie)?",
      watch:
        "(?:pocket|wrist|gold|silver|fob) ?watch(?:es)?|stop watch|watches(?= (?:and|from|in|of|on)|[.,;])|(?:pocket|wrist|gold|silver|stop|his|her|father['’]s|grandfather['’]s) ?watch(?=[.,;!?]|$| (?:and|in|on|from|had|was|lay|said|stopped|ticked|showed))",
      fan: "(?:paper|folding|hand|her|his|silk|ivory|feather|lace|japanese|bamboo) fans?(?= |[.,;])(?<!\\bher fans)|(?:paper|folding|hand|her|his|silk) fan|(?<=\\b(?:with|waved|opened|unfolded|snapped|behind|dropped|picked up) (?:an?|the) )fan(?=[ .,;])",
      coin: "(?:gold|silver|copper) (?:coins?|pieces?)|shilling|pence|sixpence|half penny|dime|nickel|quarters?(?= (?:from|in|into) )(?=.{0,20}(?:slot|pocket|machine))|farthing|doubloon|florin|guinea|ducat|loose change|small change|tokens?(?= |[.,;])|coin|penny",
      money:
        "bank note|dollar bill|(?:five|ten|twenty|fifty|hundred)-(?:pound|dollar|euro) (?:notes?|bills?)|wads?(?= of (?:notes|bills|cash|money))|cash(?= |[.,;])(?!ier)|pay packet|ransom(?! note)|(?:the|some|his|her|stolen|paper|of) money|cash",
      ticket: "ticket",
      newspaper: "newspaper|(?:morning|evening) paper|magazine|(?:read|reading|behind) (?:the|his|her) paper",
      scroll: "scroll|parchment",
      gift: "prizes?(?= (?:and|was|in|for|from)|[.,;])(?<=\\b(?:a|the|first|his|her|second|booby|door) prizes?)|presents?(?= (?:box|wrapped|from|for|with|in|on|under|and|to|at|rolled|lay)|[.,!])|souvenir|goody bag|(?:birthday |christmas |wrapped )?(?:gift|present)s?(?= (?:box|wrapped|from|for|with|in|on|under)|[.,!])|gift",
      trophy: "trophy",
      medal: "medal",
      pipe: "(?:his|her|a|the|clay|wooden) pipe(?! (?:burst|leaked|was leaking))",
      cigarette:
        "cigarette butt|cigar(?:ette)?s?|(?:the|a|his|her) butt(?= of (?:his|her|a) cig)|cheroot|stubs?(?= (?:of (?:a|his|her|the) cig|in the ash))|cigarette|cigar",
      wallet: "purse|billfold|coin purse|money belt|change purse|wallet",
      pillow: "pillows?(?!case)|cushion",
      blanket:
        "sleeping bag|ground sheet|picnic rug|eiderdown|bed spread|bed sheet|dust sheet|tarpaulin|coverlet|comforter|throw(?= over the (?:sofa|chair))|counterpane|quilt|patchwork|(?:bed ?|white |clean |the |a )sheets?(?! (?:of|music))(?= |[.,;])|table cloth|tarp|blanket|duvet|rugs?(?= (?:over|around|from)|[.,])",
      vase: "vase",
      picture:
        "(?:a|the|an old|huge|oil|that|his|her|framed|famous|stolen|two|three|unfinished) paintings?(?= |[.,;])|picture frame|frescoe?s?|mural|mosaic|(?:water|oil) ?paintings?|engraving|etching|landscape painting|easel painting|paintings?(?= (?:of|on|hung|in|was|had|by|above|over)|[.,;])|poster|portrait|framed picture|(?:a|the) picture (?:on|hung|of the)",
      telescope: "telescope|spyglass",
      magnifier: "magnifying glass|magnifier|jeweller['’]s loupe|loupe",
      globe: "(?:the|a|dusty|old) globe",
      suitcase: "suitcase|luggage|briefcase|attach[eé] case|trunks?(?! of)|valise|violin case|guitar case",
      computer:
        "(?:computer|view|the|her|his|a|main|glowing|flickering|cracked|touch) ?(?:monitor|screen)s?(?! door)(?= |[.,;])(?<!television screen|tv screen|cinema screen|folding screen)|tablets?(?= (?:and|on|from|in|with|computer)|[.,;])(?<!\\b(?:stone|clay|two|headache|sleeping|aspirin) tablets?)|scanner|terminal(?= (?:screen|and|in front|blinked))|mainframe|server(?= rack)|computer|laptop|keyboard|tablet|(?:computer |the |her |his )(?:monitors?|screens?)(?! door)",
      television: "television|tv",
      bench: "(?:park )?bench(?:es)?|pew",
      stove:
        "fan heater|space heater|heater|radiator|barbecue|brazier|camping stove|boiler|grill(?= (?:and|was|hissed)|[.,;])|(?:the|a) furnace|forge(?= |[.,;])(?=.{0,30}(?:glow|fire|roar))|bunsen burner|primus|(?:wood |iron |old )?stoves?|cooker|(?:by|beside|before|near|in front of|into) the fire(?! (?:engine|escape|station|brigade))|oven",
      gate: "gates?(?=[.,;!?]|$| (?:of|and|was|stood|opened|creaked|swung|behind|in|at))",
      sign: "(?:a|the|road|street|shop|wooden|neon|painted|old|warning|exit|that) signs?(?= (?:on|over|above|said|read|was|by|hung|swung|creaked|outside|in|at|and|saying|that said|that read|pointed)|[.,;])(?<!\\bno sign)(?<!\\bas a sign)(?! of)|sign post|sign board|notice board|bulletin board|placard|time table|departure board|scoreboard|billboard|notices?(?= (?:on|in|said|pinned|saying|nailed)|[.,;])(?<=\\b(?:a|the|printed|handwritten) notices?)|price tag|name plate|(?:wooden |street |road |shop |neon )sign|(?:a|the) sign (?:on|over|above|said|read)",
      gravestone: "gravestone|tombstone|headstone|(?:his|her|the) grave",
      barrel: "butter churn|churns?(?<!milk churn)|cask|hogshead|water butt|barrel|keg|drum of oil",
      cart: "stage coach|hand cart|shopping (?:cart|trolley)|tea trolley|trolley|carriages?(?<!railway carriage|train carriage|the carriages|baby carriage)|chariot|wagon|(?:shopping )?carts?",
      tent: "tent",
      campfire:
        "(?<=\\b(?:built|build|made|lit|light|laid|started) (?:a|the) )fire(?! (?:alarm|engine))|camp ?fire|flames(?= (?:rose|leapt|licked))|campfire|bonfire|(?:the|a) fire(?= (?:crackled|burned|burnt|had burned|in the (?:clearing|forest|snow)))",
      birdcage: "(?:bird)?cages?",
      chest: "(?:treasure|wooden|iron|sea|locked|old|hope|oak) chest|treasure|coffin|casket",
      shell: "(?:sea|conch)?shells?",
      feather: "feather",
      leaf: "(?:a|the|one|single|dead|red|yellow|maple|last|dry|fallen) (?:leaf|leaves)",
      nest: "nest",
      bone: "bones?(?! (?:ached|broke|chilled))",
      skull: "skeletons?(?! key)|death['’]s head|skull",
      firewood: "firewood|log|kindling",
      coal: "coal",
      crystal:
        "crystal ball|sapphire|amethyst|opal|gem stone|precious stone|gold bar|ingot|nugget|amber(?= (?:bead|pendant))|geode|(?:lumps?|pieces?) of (?:gold|crystal)|crystal|diamond|jewel|gem|ruby|emerald",
      firework: "sparkler|firework|firecracker",
      "electric-fan":
        "(?:electric|ceiling|desk|table) fans?|(?:electric|ceiling|desk) fan|(?:the|a) fan(?= (?:turned|whirred|hummed|spun|stopped|blew|creaked))",
      wheel:
        "(?:steering|ship['’]s|spare|cart|water|wagon|bicycle) wheels?|spare tyre|spare tire|tyres?(?= |[.,;])|tires?(?= (?:and|of|on|from|swing|leaned|screeched|squealed|burst)|[.,;])(?<=\\b(?:the|a|flat|spare|front|back|car|old) tires?)|helm(?= |[.,;])(?! of)|inner tube|(?:a|the|cart|spare|front|back|old|rusty) wheel(?! ?chair)|wheels",
      drawer: "(?:chest of |desk |top |bottom |kitchen )?drawers?|dresser|chest of drawers",
      sofa: "sofa|couch|settee|divan",
      bed: "(?:a|the|his|her|their|my|hospital|empty|bunk|narrow|iron|double|single|under the|beside the) bed(?! of|time)(?= |[.,;!?])",
      shelf: "(?:book)?shel(?:f|ves)|bookcase",
      cupboard:
        "filing cabinet|cabinets?(?! (?:minister|meeting))|closet|larder|sideboard|linen press|armoire|cupboard|wardrobe|cabinet|locker|pantry",
      fridge: "fridge|refrigerator|freezer|icebox",
      "washing-machine": "washing machine|dryer",
      curtain: "curtain|drapes|blinds",
      mattress: "mattress|futon",
      bath: "(?:the|a|hot|her|his|in(?:to)? the|foam|bubble|tin|copper) bath(?=[.,;]| (?:and|was|with|full|water|to|until))|bath tub|jacuzzi|(?:the|a|hot) bath(?=[.,;]| (?:and|was|with))|hot tub",
      fence:
        "barbed wire|hedges?(?= |[.,;])|stiles?(?= |[.,;])|banister|guard rail|railing|palisade|barricade|(?:garden |wooden |picket |wire )?fences?",
      mailbox: "mail box|post box|letter box|pillar box",
      well: "(?:the|a|old|dry|deep|stone|village) well(?= |[.,;])(?! (?:known|aware|be))",
      nail: "(?:rusty |iron |long |a |the )nails?(?= |[.,;])(?<!finger nails?)|screws?(?= (?:fell|in|from|and|on|rolled|drifted|was|dropped)|[.,;])",
      crowbar: "crowbar",
      plank: "plank|boards(?= (?:over|across|and|from|on|in|together)|[.,;])",
      hose: "(?:garden |fire |water )?hoses?",
      chain: "chains(?= (?:rattled|on|from|and|were)|[.,;])|(?:a|the|iron|rusty|heavy) chain(?= |[.,;])",
      anchor: "anchors?(?!ed)",
      padlock: "padlock|(?:a|the|rusty|heavy|brass) lock(?= (?:clicked|on|of|fell|was|from)|[.,;])",
      handcuffs: "handcuffs|cuffs(?= (?:on|clicked|from))|shackles",
      match:
        "match box|match book|box of matches|match stick|(?:struck|lit|striking|lighting) (?:a|the|another|his last) match|(?:(?:a|the|one|last|another) (?:long |wooden |lit |single )?|burning |lit a )match(?=[.,;!?]| (?:and|to|went|flared|burned|in|on))|matches",
      lighter: "(?:cigarette |silver |gold |his |her |a |the )lighter(?= |[.,;])",
      gear: "(?:a |the )?springs?(?= (?:flew|popped|jumped out|uncoiled|and (?:cogs|gears|wheels)))|clockwork|cog wheel|gears?(?= |[.,;])|cog|springs?(?= (?:flew|popped|jumped out))",
      tape: "adhesive tape|tape measure|sellotape|scotch tape|tapes(?= (?:of|from|and|in))|(?:adhesive |sticky |duct |measuring |red )?tape(?! recorder)|cassette",
      paintbrush:
        "paint brush|(?:his|her|a|the) (?:(?:small|fine|wide|wet|old|little|big|stiff|long) )?brush(?=[.,;]| (?:and|in|into|across|on|from|over|with))",
      typewriter: "typewriter",
      pliers: "pliers|pincers",
      screwdriver: "soldering iron|chisel|awl|bradawl|gimlet|screwdriver",
      rake: "rake",
      sickle: "sickle|scythe|machete",
      "light-bulb": "(?:light )?bulbs?",
      bomb: "bomb|dynamite|grenade",
      tripod: "tripod",
      envelope: "envelope",
      stamp: "(?:postage )?stamps?(?=[.,;!?]| (?:on|from|in|was|with|and|collection|album))",
      eraser: "(?:a|the|his|her|my|pencil|an old) rubber(?=[.,;]| (?:and|on|from|across|in|to))|eraser",
      ruler: "(?:wooden |steel |a |the |his |her )rulers?(?= |[.,;])(?! of)",
      abacus: "abacus",
      chalk: "chalk",
      calendar: "calendar",
      passport: "passport|identity card|id card",
      palette: "palette|paint box|watercolou?rs",
      easel: "easel|(?:blank|white|his|her|the) canvas",
      hourglass: "hourglass|egg timer",
      compass: "compass",
      "music-box": "music(?:al)? box(?:es)?",
      headphones: "headphones|earphones|headset",
      candlestick: "candlestick|candelabr(?:a|um)",
      statue:
        "gargoyle|ornaments?(?= |[.,;])|garden gnome|gnomes?(?= |[.,;])(?<=\\b(?:garden|plaster|the|china|painted) gnomes?)|busts?(?= of|[.,;])|idols?(?= |[.,;])|totem pole|figurehead|sculpture|carvings?(?= of)|china dog|waxwork|statue|statuette|figurine|busts? of|(?:gold(?:en)?|jade|bronze|stone|marble|porcelain|silver|wooden|china) (?:cat|lion|horse|buddha|dragon|elephant|bird|dog|idol|eagle|monkey|frog)",
      cactus: "cact(?:us|i)",
      plant:
        "flower pot|(?:potted|house|pot) ?plants?|pot of (?:geraniums|basil|herbs|tulips|flowers|violets)|seedling|sapling|window box|rubber plant|aloe vera|herbs(?= in)|vines?(?= (?:in|on) )|(?:potted |house|rubber |tomato |a |the |her |his )plants?(?= (?:in|on|by|and|from|with|was|were|had)|[.,;])|bonsai|fern",
      acorn:
        "conker|nuts?(?= (?:and|from|in|or)|[.,;])|pecan|cashew|pistachio|horse chestnut|acorn|chestnut|walnut|hazelnut|peanut|almond|(?:a|the|another) nut(?= |[.,;])|nuts(?= |[.,;])|pine cone",
      straw:
        "hay stack|hay bale|bales?(?= of (?:hay|straw)|[.,;])|wheat sheaf|sheaf|(?:ears? of|sheaves of) (?:wheat|corn|barley)|(?<!\\b(?:drinking|through (?:a|the|his|her)|with a|paper|bendy|plastic|striped) )straw(?! (?:hat|man|roof|poll))|(?:handful|bundle|pile|heap|bed) of (?:straw|hay)|hay(?!stack)|straw(?! (?:hat|man|roof))|wheat",
      wreath: "wreath|garland",
      antlers: "antler|(?:stag|deer|moose|bull|goat)['’]?s? (?:head|horns)",
      "fly-swatter": "fly swatter",
      incense: "censer|joss stick|incense burner|incense|mosquito coil",
      ashtray: "ashtray",
      charm: "(?:lucky|good-luck|a|the) charms?(?= |[.,;])|talisman",
      badge: "name tag|name badge|rosette|pin badge|sheriff's star|lanyard|badge|sheriff['’]s star",
      scooter: "scooter|moped",
      bus: "trams?(?= |[.,;])|(?:the|a|school|last|night|yellow|tour|old|red|local|no) bus(?! (?:stop|driver|ticket|station|shelter))|minibus|double-decker|coach(?= (?:party|tour|driver))|trolleybus|streetcar|(?:the|a|school|last|night|yellow|tour) bus(?! (?:stop|driver|ticket|station|shelter))|buses|tram",
      scarecrow: "scarecrow",
    }),
  ],
};
