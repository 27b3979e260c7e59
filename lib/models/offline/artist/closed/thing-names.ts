// The names of every thing that can be drawn, by field: `Prop` of `staging.ts`. An artist must be able to draw each of them.

export const THING_NAMES = [
  // Light, fire and what makes them.
  ...(["lamp", "lantern", "candle", "flashlight", "torch", "candlestick", "chandelier"] as const),
  ...(["light-bulb", "match", "lighter", "campfire", "firework", "coal", "firewood", "stove"] as const),
  ...(["fireplace", "incense"] as const),
  // Read, written, drawn and shown.
  ...(["letter", "book", "pen", "map", "photo", "newspaper", "scroll", "ticket", "envelope"] as const),
  ...(["stamp", "passport", "calendar", "picture", "sign", "eraser", "ruler", "chalk"] as const),
  ...(["blackboard", "clipboard", "stapler", "paperclip", "tape", "paintbrush", "palette"] as const),
  ...(["easel", "typewriter", "abacus", "calculator", "globe", "badge", "magnet", "board-eraser"] as const),
  ...(["pencil-case", "glue"] as const),
  // Carried about.
  ...(["umbrella", "bag", "backpack", "bundle", "suitcase", "basket", "box", "gift", "wallet"] as const),
  ...(["money", "coin", "key", "phone", "camera", "watch", "glasses", "binoculars", "telescope"] as const),
  ...(["magnifier", "compass", "remote", "headphones"] as const),
  // Worn, or put on.
  ...(["hat", "cap", "straw-hat", "sedge-hat", "helmet", "crown", "veil", "mask", "glove", "scarf"] as const),
  ...(["shoe", "boots", "sock", "coat", "uniform", "dress", "shirt", "apron", "tie", "ribbon"] as const),
  ...(["ring", "necklace", "bracelet", "button", "hairpin", "space-suit", "armour", "belt"] as const),
  ...(["handkerchief", "collar", "life-jacket", "wig", "eye-patch", "swimsuit"] as const),
  // Care of body and clothes.
  ...(["comb", "mirror", "towel", "soap", "toothbrush", "perfume", "tweezers", "bandage"] as const),
  ...(["medicine", "needle", "thermometer", "stethoscope", "crutch", "wheelchair", "stretcher"] as const),
  ...(["drip", "iron", "ironing-board", "hanger", "thread", "knitting", "sewing-machine"] as const),
  ...(["syringe"] as const),
  ...(["hair-dryer", "bathroom-scale", "toilet-paper", "toothpaste", "hot-water-bottle", "nappy"] as const),
  ...(["embroidery-hoop", "cloth-roll"] as const),
  // Kept close.
  ...(["fan", "flower", "plant", "cactus", "vase", "doll", "teddy-bear", "cigarette", "pipe"] as const),
  ...(["ashtray", "charm", "trophy", "medal", "crystal", "music-box", "hourglass", "clock"] as const),
  ...(["bell", "statue", "wreath", "cross"] as const),
  ...(["crystal-ball"] as const),
  // Of the table.
  ...(["cup", "glass", "goblet", "bottle", "sake-bottle", "thermos", "jug", "jar", "can"] as const),
  ...(["plate", "bowl", "tray", "spoon", "fork", "chopsticks", "knife", "teapot", "kettle"] as const),
  ...(["pot", "pan", "pepper-mill", "rolling-pin", "cutting-board", "toaster", "lunchbox"] as const),
  ...(["whisk", "ladle", "sponge", "can-opener", "grater", "rice-cooker", "chopstick-rest"] as const),
  ...(["scrub-brush", "corkscrew", "drinking-straw", "cooler"] as const),
  ...(["cauldron", "microwave"] as const),
  // Eaten and drunk.
  ...(["bread", "butter", "cheese", "egg", "meat", "fish", "rice", "rice-ball", "sushi"] as const),
  ...(["dumpling", "dango", "pizza", "sandwich", "cake", "cookie", "doughnut", "pudding"] as const),
  ...(["ice-cream", "candy", "milk", "apple", "orange", "melon", "banana", "grapes", "lemon"] as const),
  ...(["strawberry", "peach", "carrot", "pumpkin", "mushroom", "potato", "tomato", "corn"] as const),
  ...(["onion", "cabbage", "radish", "cucumber", "shrimp", "crab", "octopus", "taiyaki"] as const),
  ...(["takoyaki", "candy-apple", "fries", "popcorn", "omelette", "croquette", "tofu", "ice"] as const),
  ...(["hamburger", "hot-dog", "pancake", "noodles", "cherry", "pear", "pineapple", "watermelon"] as const),
  // Furniture and house.
  ...(["chair", "table", "door", "window", "bed", "sofa", "shelf", "drawer", "cupboard", "bench"] as const),
  ...(["curtain", "carpet", "pillow", "blanket", "mattress", "cradle", "bath", "tub", "fridge"] as const),
  ...(["washing-machine", "television", "computer", "radio", "speaker", "printer"] as const),
  ...(["electric-fan", "vacuum", "safe", "vending-machine", "bin", "broom", "mop", "dustpan"] as const),
  ...(["fly-swatter", "aquarium", "birdcage", "tap", "sink", "folding-screen", "clothes-peg"] as const),
  ...(["toilet", "shower"] as const),
  ...(["throne", "laptop", "cash-register", "shopping-cart"] as const),
  // Tools.
  ...(["hammer", "axe", "saw", "scissors", "shovel", "bucket", "ladder", "wrench", "pliers"] as const),
  ...(["screwdriver", "drill", "nail", "crowbar", "plank", "hose", "rope", "chain", "padlock"] as const),
  ...(["handcuffs", "anchor", "gear", "wheel", "net", "pitchfork", "rake", "sickle"] as const),
  ...(["watering-can", "toolbox", "tripod", "fire-extinguisher", "antenna", "microscope"] as const),
  ...(["scale", "plug", "test-tubes", "lever", "control-panel", "clay", "potters-wheel"] as const),
  ...(["mortar", "fish-hook", "battery", "circuit-board", "wood-plane", "file", "vise"] as const),
  ...(["anvil", "lawnmower"] as const),
  // Weapons.
  ...(["sword", "spear", "bow", "shield", "gun", "club", "stick", "wand", "bomb", "cannon"] as const),
  ...(["bamboo-sword", "kendo-mask", "shuriken"] as const),
  // Music.
  ...(["piano", "guitar", "violin", "drum", "flute", "trumpet", "harp", "accordion", "shamisen"] as const),
  ...(["harmonica", "cymbals", "xylophone", "whistle", "microphone", "gramophone", "music-stand"] as const),
  ...(["metronome", "castanets", "triangle", "disc"] as const),
  ...(["cello", "saxophone", "megaphone"] as const),
  // Play and sport.
  ...(["ball", "bat", "racket", "dumbbell", "kite", "balloon", "spinning-top", "cards", "dice"] as const),
  ...(["marble", "yo-yo", "puzzle", "chessboard", "dinosaur", "toy-train", "toy-robot"] as const),
  ...(["bamboo-copter", "pinwheel", "paper-crane", "paper-plane", "skateboard", "skis", "skates"] as const),
  ...(["surfboard", "sled", "fishing-rod", "swing", "trampoline", "hand-flag", "blocks"] as const),
  ...(["rocking-horse", "piggy-bank", "snow-globe", "kendama", "soap-bubbles", "game-console"] as const),
  ...(["pacifier", "rattle", "rubber-duck", "string-phone", "kaleidoscope", "hula-hoop"] as const),
  ...(["stilts", "punchbag", "dart", "frisbee", "puzzle-cube"] as const),
  ...(["chess-piece", "toy-boat", "toy-car"] as const),
  // Found outdoors.
  ...(["stone", "footprints", "handprint", "shell", "feather", "leaf", "nest", "bone", "skull"] as const),
  ...(["antlers", "acorn", "straw", "snowman", "scarecrow", "icicle", "starfish", "coral"] as const),
  ...(["horseshoe"] as const),
  // Standing outdoors.
  ...(["flag", "fence", "gate", "gravestone", "mailbox", "well", "tent", "chest", "barrel"] as const),
  ...(["traffic-light", "satellite", "solar-panel", "streetlamp", "torii", "target", "stump"] as const),
  ...(["kennel", "clothesline", "phone-box", "hydrant", "traffic-cone"] as const),
  ...(["beehive", "coffin", "skeleton"] as const),
  // Fair, shrine and season.
  ...(["wind-chime", "uchiwa", "paper-lantern", "goldfish-bag", "ema", "offering-box", "daruma"] as const),
  ...(["kadomatsu", "koinobori", "shimenawa", "christmas-tree", "mikoshi", "stone-lantern"] as const),
  ...(["teru-teru-bozu", "kagami-mochi", "pampas-grass", "party-popper"] as const),
  // Playground and park.
  ...(["slide", "seesaw", "sandbox", "fountain", "hammock", "lifebuoy", "climbing-frame", "goal"] as const),
  ...(["basketball-hoop"] as const),
  // Ridden, driven and pushed.
  ...(["bicycle", "car", "bus", "scooter", "cart", "tractor", "boat", "oar", "ship", "aeroplane"] as const),
  ...(["rocket", "kick-scooter", "motorcycle", "tricycle", "pram", "wheelbarrow"] as const),
  ...(["hot-air-balloon", "tank", "yacht", "saddle", "palanquin", "rickshaw", "drone"] as const),
  // Of old houses and new ones.
  ...(["irori", "inkstone", "memorial-tablet", "jutte", "bamboo", "masu", "yokan", "parfait"] as const),
  ...(["okonomiyaki", "leek", "seeds", "air-conditioner", "razor", "spray-bottle", "projector"] as const),
  ...(["engine", "cage", "shards", "trowel"] as const),
  ...(["truck", "carriage", "helicopter", "submarine", "poster", "paper-bag", "sack"] as const),
] as const;
