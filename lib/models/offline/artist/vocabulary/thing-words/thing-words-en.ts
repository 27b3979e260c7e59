// English words for things that can be drawn: those of house, street and wilds here, those of other fields in files of their own.

import type { ThingWords } from "../../../words/word-tables.ts";
import { BODY_WORDS_EN } from "./body-words.ts";
import { FAIR_WORDS_EN } from "./fair-words.ts";
import { GEAR_WORDS_EN } from "./gear-words.ts";
import { HOME_WORDS_EN } from "./home-words.ts";
import { PLAY_WORDS_EN } from "./play-words.ts";
import { TABLE_WORDS_EN } from "./table-words.ts";
import { COMPOUNDS_EN, SAYINGS_EN } from "./thing-sayings.ts";
import { thingsEn } from "./thing-tables.ts";
import { TOWN_WORDS_EN } from "./town-words.ts";

export const THING_WORDS_EN: ThingWords = {
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
      lantern: "(?:hurricane|storm|miner['’]s|safety|tilley|gas) lamps?|lantern",
      lamp: "night light|lamp shade|standard lamp|lava lamp|sun lamp|(?:table|desk|floor|bedside|standard|oil|electric) ?lamps?|bedside light|~lamp|(?:desk |table |oil |paper |floor |bedside |kerosene |reading )?lamps?",
      letter:
        "(?:sheet|piece|slip|scrap)s? of (?:[a-z]+ )?paper|love letter|stationery|letterhead|postal order|IOU|(?:shopping|guest|price) lists?|check list|itinerary|programmes?(?= (?:and|in|from|on)|[.,;])(?<=\\b(?:a|the|theatre|concert) programmes?)|résumé|homework(?= (?:on the|in his bag|in her bag|sheet|paper))|~paper(?! (?:bag|plane|boat|cup|plate|towel|lantern|crane|mill|clip|napkin|hat|doll|round|boy|work|weight|knife|airplane|aeroplane|dragon|chain|fan|moon|shop|boats|ship|flower|flowers|crown|aeroplanes|straw|bags|cups|plates))(?<!\\b(?:wall|news|sand|toilet|evening|morning|daily|sunday|local) ?papers?)|~note(?! (?:of|the|that|how|from the piano))|memo|report card|essay|worksheet|exam paper|test paper|sandpaper|sheet music|(?:the|a|his|her|police|weather|school) report(?= (?:and|on|from|in|to)|[.,;])|get-well card|birthday card|christmas card|business card|valentine card|greetings? card|ransom note|suicide note|warrant|deeds?(?= to the)|bills?(?= (?:from|for|on|and|in)|[.,;])(?<!\\b(?:mr|mrs|uncle|and|old) bills?)|prescription|blueprint|diploma|certificate|form(?= (?:and|in triplicate))(?<!\\b(?:in|a|the) form)|applications?(?= form)|instructions(?= (?:and|from|again|aloud|sheet|leaflet)|[.,;])(?<=\\b(?:read|reads|reading|held|unfolded|studied|checked|with) (?:the |his |her )?instructions)|shopping list|(?:the|a|his|her) list(?= (?:and|from|of|in|to|on)|[.,;])|invoice|note paper|writing paper|wrapping paper|post-?it(?: note)?|sticky note|crumpled paper|message(?= (?:on|in|from|under|scrawled|written)|[.,;])(?<=\\b(?:a|the|paper|folded|crumpled) message)|letter|notes?(?! of)|postcard|receipt|(?:sheet|piece|scrap|slip)s? of paper|leaflet|contract|telegram|recipe|invitation|document|manuscript|cheque|menu|flyer|(?:a|the|his|her|ruined|torn|blank|last|first|crumpled) pages?(?= (?:out|from|and|of|on|in|under|into)|[.,;])|(?:her|his|the) papers(?= |[.,;])|(?:a|the|birthday|greeting|christmas) card(?= (?:with|from|on|and|in|under|for)|[.,;])",
      book: "phrase book|song book|rule book|visitors['’] book|year book|almanac|bestiary|codex|(?:photo|photograph) albums?|manga|log book|address book|account book|textbook|comics(?= |[.,;])|primer(?= |[.,;])|comic(?: book)?s?(?= |[.,;])(?! (?:actor|timing|relief|opera))|ledger|log book|exercise book|picture book|story book|hymn book|prayer book|guide book|phone book|scrap book|paperback|hardback|encyclop(?:a|ae|æ)?edias?|thesaurus|manual(?= |[.,;])(?! (?:labou?r|work))|volume(?= (?:of|from|on)|[.,;])|tome|spell book|grimoire|script(?= |[.,;])|register(?= (?:and|on|with|of|from)|[.,;])|pamphlet|booklet|brochure|catalogue|(?:note|cook|sketch|text|hand|pass)?books?|diary|journal|album|novel|bible|dictionary|atlas|notepad",
      pen: "biro|ball-?point(?: pen)?|felt-?tips?(?: pen)?|highlighter|stylus|pencil stub|wax crayon|coloured pencil|fountain pens?|~pen(?! (?:name|friend|pal|of (?:sheep|pigs|goats))| for the (?:sheep|pigs))|pen|pencil|quill|crayon|marker",
      phone:
        "i-?phone|smart phone|mobile phone|cell phone|(?:the|a|his|her|my|on (?:his|her)) mobile(?= (?:rang|buzzed|phone|and|from|on)|[.,;])|cell phone|intercom|communicator|field telephone|radio phone|entry phone|handset|(?:the|a) receiver|comlink|answering machine|pager|(?:tele|cell|smart|mobile )?phones?|telephone|receiver|walkie-talkie",
      bag: "bean bag|duffle bag|bum bag|fanny pack|post bag|nosebag|toilet bag|sponge bag|wash bag|make-up bag|duffel bag|sports bag|kit bag|carpet bag|tote|shoulder bag|saddle bag|mail bag|money bag|goody bag|holdall|(?:hand|school|plastic |tote |back)?(?<!\\b(?:paper|shopping|grocery|carrier) )bags?|satchel",
      box: "bread box|letter tray|filing tray|ballot box|deed box|(?:tissue|hat|shoe|toy) ?box(?:es)?|~packet(?! of (?:crisps|chips|seeds))|orange box|music case|hat box|shoe box|toy box|bread bin|jewel(?:lery|ry)? box|snuff box|cash box|gift box|pizza box|egg box|egg carton|(?:shipping |storage |food )?containers?|tin box|crate|packing case|tea chest|boxes|(?:cardboard |match|shoe|tool|wooden )?box(?:es)?(?! office)|parcel|package|carton(?! of milk)",
      key: "spare keys?|~key(?! (?:to (?:success|happiness|everything|it|the (?:mystery|puzzle|case|problem))|witness|question|point|moment|person|player|word|role|part|ring|board|hole|figure|issue|change))(?<!\\b(?:piano|wrong|minor|major|off|low) keys?)|car key|door key|house key|skeleton key|bunch of keys|key ring|latch key|key card|front-door key|keys?(?! (?:of (?:the|his|her) (?:piano|calculator|typewriter|keyboard)|to the mystery|signature|witness))",
      rope: "tow rope|tight rope|trip wire|shoe string|bow string|halter|~harness(?! the)|bell rope|extension cord|washing line rope|skipping-rope|~lead(?= (?:and|on|in|from|off|over)|[.,;])(?<=\\b(?:dog['’]s|his|its|the) lead)|dog lead|bridle|reins|tether|skipping rope|jump rope|cord(?= |[.,;])(?<!vocal cord)|strings?(?= |[.,;])(?<!\\b(?:harp|guitar|violin|bow|puppet|heart|piano|cello|first|second|g|e|a|the|apron) strings?)|string(?= |[.,;])(?<!\\b(?:g|e|first|a) string)|jump leads|lariat|noose|wiring|fuse wire|bungee cord|rein(?= |[.,;])|rope|cord|cable|wires?(?= |[.,;])|string|lasso|whip|twine|leash",
      oar: "~paddle(?! (?:steamer|boat))|paddles?(?= |[.,;])(?! (?:steamer|boat|across|home|back to))|canoe paddle|sculls|punt pole|oar",
      boat: "skiff|gondola|long boat|speed boat|house boat|power boat|whale boat|narrow boat|gun boat|coracle|dory|sampan|outrigger|pedalo|ferry boat|~punt|(?:row|life|fishing |motor)?boats?|canoe|kayak|raft|dinghy|ferry(?=[.,;]| (?:was|left|came))",
      sword:
        "scimitar|broad sword|long sword|great sword|short sword|claymore|falchion|[eé]p[eé]e|light ?sab(?:er|re)|~foil(?= (?:and|in|up)|[.,;])(?<=\\bfencing foil)|sword|blade|scabbard|rapier|cutlass|katana|sabre|saber",
      stick:
        "quarter staff|shepherd's crook|crook(?= (?:and|in|over|under))(?<=\\b(?:his|her|a|the) crook)|shillelagh|lacrosse stick|(?:pool|billiard|snooker) cues?|bough|selfie stick|~branch(?! (?:of (?:the|a|our) (?:bank|company|family|government)|office|manager|line|out))|~pole(?! (?:star|position|vault|dance))(?<!\\b(?:north|south|flag|telegraph|telephone|fishing|tent|lamp|totem) ?poles?)|~rod(?! (?:and (?:line|reel)|of iron))(?<!\\b(?:fishing|lightning|curtain|his|her|fly|hot) rods?)|~staff(?! (?:room|meeting|member|car|sergeant|of))(?<=\\b(?:a|his|her|wooden|long|gnarled|wizard['’]s|two) staffs?)|~crowbar stick|drift wood|hockey stick|walking stick|walking cane|canes?(?= (?:and|on|at|from|in|against)|[.,;])(?<!sugar canes?|candy canes?)|crozier|staffs?(?! (?:room|meeting|member|of the (?:hotel|hospital)))(?= (?:and|in|on|against|of|from)|[.,;])(?<=\\b(?:his|her|the|a|wooden|long|wizard['’]s|gnarled|twisted) staffs?)|broken branch|twig|willow switch|tent pole|ski pole|barge pole|bean pole|conductor['’]s baton|cue(?= (?:and|against|stick))|billiard cue|cattle prod|(?:walking |drum)?sticks?|cane|staff(?= (?:and|in|on|against|of|from)|[.,;])|branch|(?:(?:iron|metal|steel|wooden|long|brass) )rods?(?= |[.,;])|poker(?= |[.,;])|(?:a|the|long|wooden|bamboo|iron) poles?(?= |[.,;])|baton|sceptre",
      flower:
        "rose bud|snapdragon|foxglove|holly hock|honeysuckle|wild flower|sweet peas?|morning glory|narciss(?:us|i)|hydrangea|azalea|camellia|petunia|wisteria|corsage|nosegay|anemone|hibiscus|rhododendron|cornflower|cowslip|gardenia|lotus(?= |[.,;])|~petal|~blossom|~rose(?! (?:window|bush|garden|water|petal|bed|early|up|and (?:went|left|walked)))|daffodil|crocus|snowdrop|bluebell|poppy|primrose|marigold|pansy|peony|orchid|buttercup|hyacinth|lavender(?= |[.,;])|chrysanthemum|forget-me-not|geranium|lilac|magnolia|irises|blossoms?(?= (?:in|on|from|fell)|[.,;])|posy|buttonhole|edelweiss|thistle|heather(?= |[.,;])(?<=\\b(?:of|the|in) heather)|tulip|sunflower|lily|dandelion|carnation|violets|flowers?(?! ?pot)|(?:an?|the|red|white|wild|single) rose|roses|daisy|bouquet",
      bell: "(?:door|hand|cow|sleigh|school) ?bells?|chimes|door bell|cow bell|sleigh bell|hand bell|school bell|church bell|dinner bell|bicycle bell|wind chime|alarm bell|(?<!bar)bells?(?!boy)|bell",
      clock:
        "alarm(?= clock)|~timer|grandfather clock|(?:alarm |wall |grandfather )?clocks?|cuckoo clock|carriage clock|mantel clock|(?:egg|kitchen) timers?",
      candle: "tea light|night-light|rushlight|tapers?(?= (?:and|in|burned|flickered)|[.,;])|candle",
      bicycle: "penny-farthing|handlebars|push bike|unicycle|tandem|bicycle|bike",
      car: "automobile|limo|hatchback|jalopy|roadster|coup[eé]|hot rod|go-?kart|taxi cab|mini cab|(?:bumper|racing|sports|toy-sized) cars?|dodgem|SUV|land rover|motor car|dune buggy|moon buggy|(?:moon|mars|lunar) rover|taxi|cabs?(?= |[.,;])|police car|limousine|patrol car|jeep|sports car|race car|hearse|estate car|sedan|convertible(?=[.,;])|cars?(?! park)|cab",
      chair:
        "recliner|camp stool|foot rest|step stool|sun lounger|lounger|hassock|car seat|deck chair|rocking chair|arm chair|wing chair|high chair|bar stool|swivel chair|pouffe|footstool|milking stool|stool|folding chair|camp chair|ottoman|(?:arm|rocking |high |deck |folding )?chairs?",
      table:
        "work table|trestle(?: table)?|dressing table|escritoire|reception desk|(?:pool|billiard|snooker|ping-?pong) tables?|check-?out|wash stand|drawing table|~desk(?! (?:lamp|clerk|job|sergeant|drawer))|table(?! (?:tennis|lamp|cloth|spoon|manners|talk|top))|(?:dining |kitchen |coffee |bedside )?tables?(?! tennis)|desk|counter|workbench|nightstand",
      door: "door|doorway",
      window: "window|windowsill",
      camera: "camcorder|web cam|camera",
      stone:
        "flag stone|fossil|arrow head|grind stone|stepping stone|rubble|cobbles|~rock(?! (?:band|music|star|concert|bottom|face|pool|wall|garden|cliff|ledge|climb|formation|salt))(?<!\\b(?:the) rocks?)|~brick(?! (?:wall|house|building|red|chimney|path|oven|floor))|~slab|meteorite|meteors?(?= (?:lay|fell in))|paper weight|cobble stone|boulder|gravel|mile stone|whet stone|lumps? of rock|marble slab|(?<!grave|head|tomb|lime)stones?(?! (?:wall|floor|steps|house|cold|bridge))|flint|pebble|(?:rock|(?<!\\bthe )rocks)(?! (?:band|music))|brick",
      basket:
        "trug|breadbasket|handbasket|lobster pot|crab pot|(?<=\\b(?:packed|unpacked|brought|spread(?: out)?) (?:the|a|their|his|her) )picnic|sieve|colander|strainer|workbasket|egg basket|bread basket|punnet|creel|pannier|(?:sewing |laundry |picnic |shopping )?baskets?|hamper",
      broom:
        "besom|floor brush|sweeping brush|broom|broomstick|(?:swept|sweeping) the (?:floor|steps|yard|street|shop|path|porch|kitchen)|feather duster",
      map: "(?:floor|street) plan|nautical chart|~map(?! (?:of the world in|out))|treasure map|road map|star chart|street map|sea chart|town plan|map|chart",
      glasses:
        "specs(?= |[.,;])|lorgnette|(?:sun|reading|dark|swimming) ?(?:glasses|goggles)|monocle|(?:sun|eye|reading|dark|wire) ?glasses|pince-nez|bifocals|(?:sun|eye)?glasses|spectacles|goggles",
      snowman: "snowm[ae]n",
      flag: "pennon|streamers? of flags|bunting|pennant|pirate flag|ensign(?= (?:flew|flapped))|jolly roger|windsock|flag|banner",
      photo:
        "passport photo|photo graph|holiday snap|wedding photo|baby picture|x-?rays?|snaps(?= (?:of|from))|negatives?(?= of)|mug shot|photo frame|portrait photograph|photo|photograph|snapshot|polaroid|(?:the|a|his|her|my|their) (?:old |faded |framed |school |wedding |family )?picture(?= (?:of|in|from|on)|[.,;!?])",
      "watering-can": "watering-cans?|watering can|the can(?![- ]openers?)",
      flashlight:
        "head torch|head lamp|pen light|pocket torch|flashlight|(?<!\\b(?:burning|flaming|blazing|lit|(?:lit|lighting|light) (?:a|the|his|her|another)) )torch(?:es)?",
      footprints: "footprint|(?:footsteps|tracks) in the (?:snow|sand|mud|dust)|paw print",
      handprint: "hand print|hand mark|prints? of (?:an?|his|her|two|tiny|small) (?:[a-z]+ )?hands?",
      hammer: "sledge hammer|gavel|war hammer|maul(?= |[.,;])|claw hammer|croquet mallet|hammer|mallet",
      axe: "ax|pickax|battle ax|battleaxe|poleaxe|mattock|adze|ice pick|~pick|axe|hatchet|pickaxe|tomahawk",
      saw: "chain saw|hack saw|coping saw|circular saw|~saw(?! (?:him|her|it|them|that|nothing|the|a|no))|handsaw|hacksaw|chain saw|fretsaw|bow saw|(?:the|a|his|her|rusty|hand|old) saws?(?=[.,;!]| (?:and|in|on|from|lay|hung|was|with))|(?:the|a|his|her|hand) saw(?=[.,;!]| (?:and|in|on|from|lay|hung))",
      scissors:
        "tin snips|nail scissors|nail clippers|hedge (?:clipper|trimmer)s?|garden shears|secateurs|pruning shears|clippers(?= |[.,;])(?<!nail clippers)|scissors|shears",
      shovel:
        "snow shovel|~spade|snow shovel|(?:bucket and )?spade(?= |[.,;])(?! of)|spades?(?! of)|shovel|trowel|hoe",
      bucket: "coal scuttle|ice bucket|champagne bucket|~scuttle|bucket|pail",
      ladder: "(?:step)?ladders?",
      wrench: "monkey wrench|socket set|wrench|spanner",
      net: "(?:cargo|trawl|landing|butterfly|shrimping|fishing) ?nets?|fish net|~net(?! (?:result|worth|profit|curtain))|(?:butterfly|insect|fishing|landing|the|a|his|her) nets?(?= |[.,;])",
      spear: "assegai|boat hook|~pike(?! (?:up|and perch))|spear|lance|harpoon|trident|javelin|halberd",
      bow: "~bow(?! (?:of|to|tie|window|from|and smiled))(?<!\\b(?:(?:in|at|from|over|into|to) the|[Oo]n (?:its|her|the)) bows?|\\b(?:a|deep|low|little|slight|small|his|her|stiff|polite|formal|red|blue|pink|white|yellow|silk|satin|big|pretty|two|velvet) bows?)|quivers?(?= (?:of|full|on|and|at|was)|[.,;])(?<=\\b(?:a|the|his|her) quivers?)|bow and arrow|(?:drew|bent|strung|raised|lowered|dropped|lifted|aimed|took|grabbed|picked up|with|notched) (?:his|her|the|a) (?:[a-z]+ )?bow(?! tie)|crossbow|(?:his|her|the|a|long) bow(?= (?:and arrows?|string)|, )|longbow|arrow",
      shield: "buckler|shield",
      gun: "blunderbuss|flintlock|six-?guns?|tommy gun|uzi|luger|side arm|flare gun|stun gun|taser|speargun|nerf gun|service revolver|starting pistol|~gun|lasers?(?= |[.,;])(?! (?:beam|light|surgery|pointer))|blaster|ray gun|phaser|carbine|holster|machine gun|water pistol|air gun|derringer|six-shooter|murder weapon|firearm|weapons?(?= (?:and|from|in|on|at|was|down|drawn)|[.,;])|(?:shot|hand)?guns?|pistol|rifle|revolver|musket",
      torch:
        "brand(?= (?:from|in the fire|and))(?<=\\b(?:burning|flaming) brand)|flaming torch|(?:burning|flaming|blazing|pitch) torch(?:es)?|firebrand|(?:burning|flaming|lit|blazing) torch(?:es)?|(?<=\\b(?:lit|lighting|light) (?:a|the|his|her|another) )torch(?:es)?",
      wand: "magic wand|wands|wand",
      radio:
        "transmitter|tape deck|hi-?fi|i-?pod|mp3 player|baby monitor|car radio|~stereo|tape recorder|dictaphone|transistor|cassette player|boom box|walkman|cd player|radio|wireless",
      doll: "barbie(?: doll)?|action figure|hand puppet|sock puppet|finger puppet|jack-in-the-box|russian doll|rag doll|glove puppet|marionette|mannequin|manikin|dumm(?:y|ies)(?= |[.,;])(?<!you dummy)|ventriloquist['’]s dummy|puppet|nutcracker|matryoshka|punch and judy|doll",
      "teddy-bear":
        "stuffed (?:penguin|mouse|bunny|unicorn|giraffe|tiger|dinosaur)s?|teddies|toy (?:penguin|mouse|giraffe|horse|owl|fox|pig|tiger|panda)s?|beanie bab(?:y|ies)|panda(?= toy)|soft toy|cuddly toy|toy (?:bear|rabbit|lion|monkey|elephant|dog|cat)|stuffed (?:rabbit|lion|monkey|elephant|dog|cat|animals?)|stuffed toy|plush(?:ie|y)?(?= |[.,;])|sock monkey|teddy(?: bear)?|stuffed (?:bear|animal|toy|rabbit)|plush(?:ie)?",
      watch:
        "time piece|~watch(?! (?:tower|dog|man|out(?! of)|over|captain|house|changed|began at))(?<!\\b(?:the first|first|night|dog|close|on|middle) watch)|watches(?= (?:and|from|in|of|on|were)|[.,;])|(?:pocket|wrist|gold|silver|fob) ?watch(?:es)?|stop watch|watches(?= (?:and|from|in|of|on)|[.,;])|(?:pocket|wrist|gold|silver|stop|his|her|father['’]s|grandfather['’]s) ?watch(?=[.,;!?]|$| (?:and|in|on|from|had|was|lay|said|stopped|ticked|showed))",
      fan: "fans(?= (?:and|in their hands))|~fan(?= (?:and|in her hand|before her face|over|shut|open|closed|at|in front of)|[.,;!])(?<=\\b(?:her|silk|paper|lace|ivory|painted|feather|folded) fans?)|(?:paper|folding|hand|her|his|silk|ivory|feather|lace|japanese|bamboo) fans?(?= |[.,;])(?<!\\bher fans)|(?:paper|folding|hand|her|his|silk) fan|(?<=\\b(?:with|waved|opened|unfolded|snapped|behind|dropped|picked up) (?:an?|the) )fan(?=[ .,;])",
      coin: "sovereigns?(?= (?:on|in|from|and)|[.,;])(?<=\\bgold sovereigns?)|pieces? of eight|pound coin|lucky penny|pennies|groat|(?:gold|silver|copper) (?:coins?|pieces?)|shilling|pence|sixpence|half penny|dime|nickel|quarters?(?= (?:from|in|into) )(?=.{0,20}(?:slot|pocket|machine))|farthing|doubloon|florin|guinea|ducat|loose change|small change|tokens?(?= |[.,;])|coin|penny",
      money:
        "bank ?notes?|fiver|tenner|(?:roll|bundle|stack|envelope) of (?:cash|notes|bills|money)|dollar bills?|~bribe|wages(?= |[.,;])|bank note|dollar bill|(?:five|ten|twenty|fifty|hundred)-(?:pound|dollar|euro) (?:notes?|bills?)|wads?(?= of (?:notes|bills|cash|money))|cash(?= |[.,;])(?!ier)|pay packet|ransom(?! note)|(?:the|some|his|her|stolen|paper|of) money|cash",
      ticket: "boarding (?:pass|card)(?:es|s)?|voucher|coupon|raffle ticket|ticket stub|ticket",
      newspaper:
        "tabloid|gazette|broadsheet|(?:sunday|daily|local|yesterday['’]s) papers?|newspaper|(?:morning|evening) paper|magazine|(?:read|reading|behind) (?:the|his|her) paper",
      scroll: "papyrus|vellum|scroll|parchment",
      gift: "~present(?! (?:day|moment|time|king|owner|state|situation|company|tense|danger|one))(?<!\\b(?:at|in|to|for|of) the present)|~gift(?! (?:of|for (?:music|languages|drawing)|shop|to the))|prizes?(?= (?:and|was|in|for|from)|[.,;])(?<=\\b(?:a|the|first|his|her|second|booby|door) prizes?)|presents?(?= (?:box|wrapped|from|for|with|in|on|under|and|to|at|rolled|lay)|[.,!])|souvenir|goody bag|(?:birthday |christmas |wrapped )?(?:gift|present)s?(?= (?:box|wrapped|from|for|with|in|on|under)|[.,!])|gift",
      trophy: "loving cup|challenge cup|silver cup(?= for| he| she)|oscar(?= statue|s(?= |[.,;]))|trophy",
      medal: "victoria cross|purple heart|gold medal|medal",
      pipe: "~pipe(?! (?:burst|leaked|organ|cleaner|dream|line|under|in the (?:wall|ceiling|bathroom)))(?<!\\b(?:drain|water|gas|lead|steel|copper|hot|waste|exhaust) pipes?)|(?:his|her|a|the|clay|wooden) pipe(?! (?:burst|leaked|was leaking))",
      cigarette:
        "roll-up|cigarillo|e-cigarette|vape|cigarette butt|cigar(?:ette)?s?|(?:the|a|his|her) butt(?= of (?:his|her|a) cig)|cheroot|stubs?(?= (?:of (?:a|his|her|the) cig|in the ash))|cigarette|cigar",
      wallet: "pocket book|coin bag|purse|billfold|coin purse|money belt|change purse|wallet",
      pillow: "bolster|pin cushion|scatter cushion|pillows?(?!case)|cushion",
      blanket:
        "bed roll|afghan|bedclothes|bedding|bed linen|bedcover|travel rug|oilcloth|dust cover|shroud|table ?cloths?|~sheet(?! (?:of|music))|sleeping bag|ground sheet|picnic rug|eiderdown|bed spread|bed sheet|dust sheet|tarpaulin|coverlet|comforter|throw(?= over the (?:sofa|chair))|counterpane|quilt|patchwork|(?:bed ?|white |clean |the |a )sheets?(?! (?:of|music))(?= |[.,;])|table cloth|tarp|blanket|duvet|rugs?(?= (?:over|around|from)|[.,])",
      vase: "vase",
      picture:
        "~drawing(?! (?:room|pin|board|near|up|lesson|class))|sketch(?:es)?(?= |[.,;])|tapestry|wall hanging|stained glass|still life|~painting(?! (?:lesson|class|the))|(?:a|the|an old|huge|oil|that|his|her|framed|famous|stolen|two|three|unfinished) paintings?(?= |[.,;])|picture frame|frescoe?s?|mural|mosaic|(?:water|oil) ?paintings?|engraving|etching|landscape painting|easel painting|paintings?(?= (?:of|on|hung|in|was|had|by|above|over)|[.,;])|portrait|framed picture|(?:a|the) picture (?:on|hung|of the)",
      telescope: "periscope|telescope|spyglass",
      magnifier: "hand lens|magnifying glass|magnifier|jeweller['’]s loupe|loupe",
      globe: "~globe(?! (?:trot|of))|(?:the|a|dusty|old) globe",
      suitcase:
        "~case(?<=\\b(?:black|brown|leather|heavy|battered|metal|narrow|instrument) case)(?= |[.,;])(?! (?:of|against|was (?:closed|solved)))|travelling bag|overnight case|gladstone bag|steamer trunk|baggage|~case(?= (?:and|from the rack|on the bed|full of clothes|by the door|up the stairs))(?<=\\b(?:his|her) cases?)|suitcase|luggage|briefcase|attach[eé] case|trunks?(?! of)(?<!\\b(?:between|among|behind|black|fallen|bare|tree|palm|pine|birch|mossy) (?:the )?trunks?)|valise|violin case|guitar case",
      computer:
        "desktop(?= computer)|word processor|computer terminal|computer screen|~monitor(?! (?:her|him|his|the))|(?:computer|view|the|her|his|a|main|glowing|flickering|cracked|touch) ?(?:monitor|screen)s?(?! door)(?= |[.,;])(?<!television screen|tv screen|cinema screen|folding screen)|tablets?(?= (?:and|on|from|in|with|computer)|[.,;])(?<!\\b(?:stone|clay|two|headache|sleeping|aspirin) tablets?)|scanner|terminal(?= (?:screen|and|in front|blinked))|mainframe|server(?= rack)|computer|keyboard|tablet|(?:computer |the |her |his )(?:monitors?|screens?)(?! door)",
      television: "telly|tv set|television set|television screen|tv screen|television|tv",
      bench: "window seat|bleachers|~settle|(?:park )?bench(?:es)?|pew",
      stove:
        "hob(?= |[.,;])|cooking range|kitchen range|hot plate|wood burner|wood stove|kiln|incinerator|tandoor|~grill|~furnace|fan heater|space heater|heater|radiator|barbecue|brazier|camping stove|boiler|grill(?= (?:and|was|hissed)|[.,;])|(?:the|a) furnace|forge(?= |[.,;])(?=.{0,30}(?:glow|fire|roar))|bunsen burner|primus|(?:wood |iron |old )?stoves?|cooker|(?:by|beside|before|near|in front of|into) the fire(?! (?:engine|escape|station|brigade))|oven",
      gate: "portcullis|lych-?gate|turnstile|farm gate|garden gate|gates?(?=[.,;!?]|$| (?:of|and|was|stood|opened|creaked|swung|behind|in|at))",
      sign: "(?<=\\b(?:(?:hung|hang|nailed|put|hanging|painted|stuck) (?:up |out )?|(?:held|holding|hold) up ))(?:an?|the|his|her|their) (?:wooden |big |painted |cardboard |hand-painted |little |white )?(?:boards?|signs?)(?= (?:on|over|above|at|to|with|in|that|outside|by|from|between|saying|which|up|out)|[.,:;])(?<!no signs?)|(?:menu|name|sandwich|score) ?boards?|traffic sign|name plate|~notice(?! (?:of|him|her|the|it|that|anything))(?= (?:on|in|said|pinned|saying|nailed|board)|[.,;])|~sign(?! (?:of|that (?!said|read)|language|the|it|your|here|off|up|from))(?<!\\b(?:no|any|good|bad|sure|first|a bad|a good|secret) signs?)|(?:a|the|road|street|shop|wooden|neon|painted|old|warning|exit|that) signs?(?= (?:on|over|above|said|read|was|by|hung|swung|creaked|outside|in|at|and|saying|that said|that read|pointed)|[.,;])(?<!\\bno sign)(?<!\\bas a sign)(?! of)|sign post|sign board|notice board|bulletin board|placard|time table|departure board|scoreboard|billboard|notices?(?= (?:on|in|said|pinned|saying|nailed)|[.,;])(?<=\\b(?:a|the|printed|handwritten) notices?)|price tag|name plate|(?:wooden |street |road |shop |neon )sign|(?:a|the) sign (?:on|over|above|said|read)",
      gravestone:
        "~tomb|grave stone|~grave(?! (?:face|look|voice|mistake|digger|doubt|danger|matter|concern|news))|gravestone|tombstone|headstone|(?:his|her|the) grave",
      barrel:
        "rain barrel|wine barrel|~tun|butter churn|churns?(?<!milk churn)|cask|hogshead|water butt|barrel|keg|drum of oil",
      cart: "push cart|ox cart|hay ?(?:wagon|cart)|waggon|golf cart|gypsy caravan|luggage cart|sack truck|dray|tumbril|milk float|covered wagon|chuck wagon|(?<!shopping )carts?|hand cart|tea trolley|trolley|chariot|wagon",
      tent: "wigwam|te+pee|tipi|marquee|yurt|gazebo|big top|pup tent|tent",
      campfire:
        "(?<=\\b(?:built|build|made|lit|light|laid|started) (?:a|the) )fire(?! (?:alarm|engine))|camp fire|flames(?= (?:rose|leapt|licked))|campfire|bonfire|(?:the|a) fire(?= (?:crackled|burned|burnt|had burned|in the (?:clearing|forest|snow)))",
      birdcage: "(?:rabbit )?hutch(?:es)?|(?:cat|pet) carrier|hamster cage|(?:bird)?cages?",
      chest:
        "foot locker|toy chest|blanket box|sea chest|reliquary|~chest(?= (?:of (?:gold|coins|treasure)|lid|stood|was (?:locked|empty|full)|full|with (?:brass|iron)))|(?:treasure|wooden|iron|sea|locked|old|hope|oak) chest|treasure|casket",
      shell:
        "oyster|clam(?= |[.,;])(?!med)|mussels?(?= |[.,;])|scallop|cockle|conch|cowrie|whelk|limpet|barnacle|~shell(?! (?:casing|suit|company|of (?:a|the) (?:house|building|man)))(?<!\\b(?:egg|nut|artillery|mortar) ?shells?)|(?:sea|conch)?shells?",
      feather: "plume(?! of)|ostrich feather|feather",
      leaf: "(?:oak|maple|palm|fern|gold|withered|curled|bay|lime|beech|autumn|banana|lettuce|tea) lea(?:f|ves)|frond|lily pad|(?:a|the|one|single|dead|red|yellow|maple|last|dry|fallen) (?:leaf|leaves)",
      nest: "~nest(?! of (?:vipers|spies|tables)| egg)|nest",
      bone: "wish bone|jaw bone|bones?(?! (?:ached|broke|chilled))",
      skull: "death['’]s head|skull",
      firewood:
        "wood pile|(?<=\\b(?:chopp(?:ed|ing)|gather(?:ed|ing)|split|stack(?:ed|ing)|pile of|armful of|armfuls of|bundle of|load of|collect(?:ed|ing)|cut|carry(?:ing)?|carried) (?:the |some |more )?)wood|~log(?! (?:book|cabin|entry|in|fire|hut|house|out|pose))|firewood|log|kindling",
      coal: "charcoal|cinders|embers|coal",
      crystal:
        "topaz|gem stone|prism|moonstone|~pearl|gold bars?|precious stones?|sapphire|amethyst|opal|gem stone|precious stone|gold bar|ingot|nugget|amber(?= (?:bead|pendant))|geode|(?:lumps?|pieces?) of (?:gold|crystal)|crystal|diamond|jewel|gem|ruby|emerald",
      firework: "roman candle|catherine wheel|sparkler|firework|firecracker",
      "electric-fan":
        "pedestal fan|(?:electric|ceiling|desk|table) fans?|(?:electric|ceiling|desk) fan|(?:the|a) fan(?= (?:turned|whirred|hummed|spun|stopped|blew|creaked))",
      wheel:
        "steering-wheel|~tyre|~wheel(?! (?:chair|of (?:fortune|time|life|cheese)|barrow|house))|rubber tyre|(?:steering|ship['’]s|spare|cart|water|wagon|bicycle) wheels?|spare tyre|spare tire|tyres?(?= |[.,;])|tires?(?= (?:and|of|on|from|swing|leaned|screeched|squealed|burst)|[.,;])(?<=\\b(?:the|a|flat|spare|front|back|car|old) tires?)|helm(?= |[.,;])(?! of)|inner tube|(?:a|the|cart|spare|front|back|old|rusty) wheel(?! ?chair)|wheels",
      drawer:
        "bureaus?(?= |[.,;])(?<=\\b(?:the|a|old|oak|his|her) bureau)|chiffonier|~drawer|(?:chest of |desk |top |bottom |kitchen )?drawers?|dresser|chest of drawers",
      sofa: "chaise longue|chaise|love seat|day bed|sofa bed|banquette|sofa|couch|settee|divan",
      bed: "bunk ?beds?|(?:top|bottom|upper|lower) bunks?|camp bed|four-poster(?: bed)?|sick bed|death bed|bedstead|~bunk|~bed(?! (?:of|time))|(?:a|the|his|her|their|my|hospital|empty|bunk|narrow|iron|double|single|under the|beside the) bed(?! of|time)(?= |[.,;!?])",
      shelf:
        "book rack|spice rack|luggage rack|wine rack|plate rack|~shelf|shelves|~rack(?! (?:his|her|of))(?<!\\b(?:hat|coat|bike|bicycle|towel) racks?)|(?:book)?shel(?:f|ves)|bookcase",
      cupboard:
        "credenza|tallboy|medicine cabinet|display (?:case|cabinet)s?|kitchen unit|clothes press|filing cabinet|~cabinet(?! (?:minister|meeting|maker))|filing cabinet|cabinets?(?! (?:minister|meeting))|closet|larder|sideboard|linen press|armoire|cupboard|wardrobe|cabinet|locker|pantry",
      fridge: "deep freeze|mini bar|fridge|refrigerator|freezer|icebox",
      "washing-machine": "dish washer|tumble ?dr[iy]er|spin dr[iy]er|washing machine|dryer",
      curtain:
        "drape|venetian blind|roller blind|window shade|net curtain|mosquito net|shower curtain|curtain|drapes|blinds",
      mattress: "mattress|futon",
      bath: "hip bath|tin bath|~bath|(?:the|a|hot|her|his|in(?:to)? the|foam|bubble|tin|copper) bath(?=[.,;]| (?:and|was|with|full|water|to|until))|bath tub|jacuzzi|(?:the|a|hot) bath(?=[.,;]| (?:and|was|with))|hot tub",
      fence:
        "hurdles?(?= |[.,;])(?<=\\b(?:the|last|first|a|wooden) hurdles?)|chain-link|trellis|picket fence|turnstile|barbed wire|hedges?(?= |[.,;])|stiles?(?= |[.,;])|banister|guard rail|railing|palisade|barricade|(?:garden |wooden |picket |wire )?fences?",
      mailbox: "mail box|post box|letter box|pillar box",
      well: "wishing well|~well(?= |[.,;])(?! (?:known|aware|be|and good|enough|done|of course))(?<=\\b(?:a|the|old|dry|deep|stone|village|empty) wells?)|(?:the|a|old|dry|deep|stone|village) well(?= |[.,;])(?! (?:known|aware|be))",
      nail: "tent peg|~tack|rivet|~spike|~nail(?! (?:polish|file|varnish|scissors|brush|biting))(?<!\\b(?:finger|toe|thumb|bit|red|long|broken|dirty|painted|his|her|my) ?nails?)|~screw(?! (?:up|top|driver))|nuts and bolts|(?:rusty |iron |long |a |the )nails?(?= |[.,;])(?<!finger nails?)|screws?(?= (?:fell|in|from|and|on|rolled|drifted|was|dropped)|[.,;])",
      crowbar: "tyre iron|tire iron|jemmy|pry bar|crowbar",
      plank:
        "floor ?boards?|two-by-four|timbers?(?= |[.,;])(?<=\\b(?:the|of|old|stacked|a) timbers?)|slat|plywood|wooden board|(?:oak|wooden|roof|ceiling|cross|steel|fallen|heavy) ?beam|plank|boards(?= (?:over|across|and|from|on|in|together)|[.,;])",
      hose: "hose pipe|sprinkler|(?:garden |fire |water )?hoses?",
      chain:
        "~chain(?! (?:of|store|reaction|letter|smok))|chains(?= (?:rattled|on|from|and|were)|[.,;])|(?:a|the|iron|rusty|heavy) chain(?= |[.,;])",
      anchor: "anchors?(?!ed)",
      padlock:
        "combination lock|(?:bicycle|bike) lock|~lock(?! (?:of hair|up|the|himself|herself|on him))|padlock|(?:a|the|rusty|heavy|brass) lock(?= (?:clicked|on|of|fell|was|from)|[.,;])",
      handcuffs: "manacle|fetters|leg irons|shackle|handcuffs|cuffs(?= (?:on|clicked|from))|shackles",
      match:
        "matchstick|~match(?= (?:and|flared|went out|flame|box|to the|on the box|from))|match box|match book|box of matches|match stick|(?:struck|lit|striking|lighting) (?:a|the|another|his last) match|(?:(?:a|the|one|last|another) (?:long |wooden |lit |single )?|burning |lit a )match(?=[.,;!?]| (?:and|to|went|flared|burned|in|on))|matches",
      lighter: "cigarette lighter|(?:cigarette |silver |gold |his |her |a |the )lighter(?= |[.,;])",
      gear: "sprocket|flywheel|(?:a |the )?springs?(?= (?:flew|popped|jumped out|uncoiled|and (?:cogs|gears|wheels)))|clockwork|cog wheel|gears?(?= |[.,;])|cog|springs?(?= (?:flew|popped|jumped out))",
      tape: "measuring tape|cassette tape|audio cassette|video ?(?:tape|cassette)s?|masking tape|film reel|reels? of film|parcel tape|adhesive tape|tape measure|sellotape|scotch tape|tapes(?= (?:of|from|and|in))|(?:adhesive |sticky |duct |measuring |red )?tape(?! recorder)|cassette",
      paintbrush:
        "paint brush|(?:his|her|a|the) (?:(?:small|fine|wide|wet|old|little|big|stiff|long) )?brush(?=[.,;]| (?:and|in|into|across|on|from|over|with))",
      typewriter: "typewriter",
      pliers: "wire ?cutters?|bolt ?cutters?|pincer|pliers|pincers",
      screwdriver: "auger|soldering iron|chisel|awl|bradawl|gimlet|screwdriver",
      rake: "garden rake|rake",
      sickle: "billhook|sickle|scythe|machete",
      "light-bulb": "light ?bulbs?|~bulb(?! of (?:garlic|onion))|(?:light )?bulbs?",
      bomb: "land mine|fire bomb|molotov cocktail|petrol bomb|explosives|bomb|dynamite|grenade",
      tripod: "tripod",
      envelope: "airmail|envelope",
      stamp: "postage stamp|(?:postage )?stamps?(?=[.,;!?]| (?:on|from|in|was|with|and|collection|album))",
      eraser: "(?:a|the|his|her|my|pencil|an old) rubber(?=[.,;]| (?:and|on|from|across|in|to))|eraser",
      ruler:
        "set square|protractor|yard stick|metre stick|(?:wooden |steel |a |the |his |her )rulers?(?= |[.,;])(?! of)",
      abacus: "abacus",
      chalk: "chalk",
      calendar: "advent calendar|wall planner|calendar",
      passport: "passport|identity card|id card",
      palette: "palette|paint box|watercolou?rs",
      easel:
        "~canvas(?! (?:bag|shoes|tent|chair|sack|cover|roof|awning|cot))|easel|(?:blank|white|his|her|the) canvas",
      hourglass: "hourglass|egg timer",
      compass: "sextant|astrolabe|compass",
      "music-box": "music(?:al)? box(?:es)?",
      headphones: "ear ?buds?|ear piece|ear phone|ear muffs|headphones|earphones|headset",
      candlestick: "candle holder|menorah|candlestick|candelabr(?:a|um)",
      statue:
        "effigy|obelisk|cherub|stone lion|totem|carved figure|knick-?knack|trinket|monuments?(?= (?:in|to|stood|of)|[.,;])(?<=\\b(?:the|a|stone|war|old) monuments?)|stuffed (?:owl|pheasant|pike|fish|heron|eagle|crocodile|alligator|parrot|raven|crow|stag|fox|badger|hawk|birds?)(?= (?:on|in|under|stood|stared|above|with|looked|watched|from|behind|and)|[.,;])|gargoyle|ornaments?(?= |[.,;])|garden gnome|gnomes?(?= |[.,;])(?<=\\b(?:garden|plaster|the|china|painted) gnomes?)|busts?(?= of|[.,;])|idols?(?= |[.,;])|totem pole|figurehead|sculpture|carvings?(?= of)|china dog|waxwork|statue|statuette|figurine|busts? of|(?:gold(?:en)?|jade|bronze|stone|marble|porcelain|silver|wooden|china) (?:cat|lion|horse|buddha|dragon|elephant|bird|dog|idol|eagle|monkey|frog)",
      cactus: "cact(?:us|i)",
      plant:
        "house plant|pot plant|yucca|basil(?= (?:plant|on|in|and)|[.,;])(?<=\\b(?:of|the|fresh|some) basil)|spider plant|flower pot|(?:potted|house|pot) ?plants?|pot of (?:geraniums|basil|herbs|tulips|flowers|violets)|seedling|sapling|window box|rubber plant|aloe vera|herbs(?= in)|vines?(?= (?:in|on) )|(?:potted |house|rubber |tomato |a |the |her |his )plants?(?= (?:in|on|by|and|from|with|was|were|had)|[.,;])|bonsai|fern",
      acorn:
        "beech nut|seed pod|peach stone|macadamia|conker|nuts?(?= (?:and|from|in|or)|[.,;])|pecan|cashew|pistachio|horse chestnut|acorn|chestnut|walnut|hazelnut|peanut|almond|(?:a|the|another) nut(?= |[.,;])|nuts(?= |[.,;])|pine cone",
      straw:
        "hay stack|straw bale|bale of hay|hay rick|hay stack|hay bale|bales?(?= of (?:hay|straw)|[.,;])|wheat sheaf|sheaf|(?:ears? of|sheaves of) (?:wheat|corn|barley)|(?<!\\b(?:drinking|through (?:a|the|his|her)|with a|paper|bendy|plastic|striped) )straw(?! (?:hat|man|roof|poll))|(?:handful|bundle|pile|heap|bed) of (?:straw|hay)|hay(?!stack)|straw(?! (?:hat|man|roof))|wheat",
      wreath:
        "mistletoe|holly(?= (?:over|on|from|and ivy|wreath|berries|sprig))|laurel wreath|laurels?(?= crown)|flower crown|daisy chain|wreath|garland",
      antlers: "antler|(?:stag|deer|moose|bull|goat)['’]?s? (?:head|horns)",
      "fly-swatter": "fly swatter",
      incense: "censer|joss stick|incense burner|incense|mosquito coil",
      ashtray: "ashtray",
      charm:
        "rabbit's foot|good luck charm|dream catcher|~charm(?! of| offensive)|(?:lucky|good-luck|a|the) charms?(?= |[.,;])|talisman",
      badge:
        "sheriff's badge|insignia|epaulette|name tag|name badge|rosette|pin badge|sheriff's star|lanyard|badge|sheriff['’]s star",
      scooter: "scooter|moped",
      bus: "coaches(?= (?:were|stood|waited))|tram ?cars?|trolley ?bus(?:es)?|mini ?bus(?:es)?|double-deckers?|trams?(?= |[.,;])|(?:the|a|school|last|night|yellow|tour|old|red|local|no) bus(?! (?:stop|driver|ticket|station|shelter))|minibus|double-decker|coach(?= (?:party|tour|driver))|trolleybus|streetcar|(?:the|a|school|last|night|yellow|tour) bus(?! (?:stop|driver|ticket|station|shelter))|buses|tram",
      scarecrow: "scarecrow",
    }),
  ],
};
