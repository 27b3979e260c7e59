// The names that lists allowed before words were open, only for reverting `0003-open-words.ts`. The list of things is omitted: it had 553
// names, all of lower-case letters and hyphens, and a document that is only shown may have others of that form.

export const POSES = [
  ...["stand", "walk", "run", "sit", "kneel", "crouch", "lie", "fall", "jump", "climb", "point", "reach"],
  ...["hold", "carry", "offer", "wave", "arms-up", "arms-crossed", "hands-on-hips", "hands-on-face", "think"],
  ...["bow", "embrace", "fight", "throw", "push", "row", "read", "write", "eat", "drink", "sleep"],
  ...["look-back", "look-up", "look-down", "shrug", "pray", "dance", "phone", "ride"],
];

export const EXPRESSIONS = [
  ...["calm", "smile", "laugh", "grin", "sad", "cry", "angry", "furious", "shout", "surprised", "shocked"],
  ...["afraid", "worried", "shy", "determined", "tired", "pain", "smug", "thoughtful", "asleep", "terrified"],
];

export const EFFECTS = [
  ...["speed", "focus", "impact", "flash", "gloom", "sparkle", "petals", "steam", "sweat"],
];

export const PLACE_KINDS = [
  ...["street", "alley", "room", "kitchen", "classroom", "corridor", "office", "shop", "station", "train"],
  ...[
    "forest",
    "field",
    "garden",
    "mountain",
    "river",
    "sea",
    "shore",
    "lighthouse",
    "bridge",
    "sky",
    "city",
  ],
  ...["village", "temple", "castle", "stairs", "rooftop", "cave", "space", "hospital", "church", "graveyard"],
  ...["workshop", "dojo", "gym", "stage", "museum", "library", "bath", "bus", "tent", "abstract"],
];

export const PERSON_KINDS = ["human", "cat", "dog", "bird", "robot", "ghost", "creature"];
export const AGES = ["child", "teen", "adult", "elder"];
export const BUILDS = ["small", "slim", "average", "broad"];
export const FILLS = ["white", "light", "mid", "dark", "black"];
export const HAIR_STYLES = [
  ...["short", "crop", "bob", "long", "ponytail", "twin-tails", "bun", "spiky", "messy", "curly", "swept"],
  "bald",
];
export const BEARDS = ["none", "stubble", "moustache", "full"];
export const TOPS = [
  ...[
    "shirt",
    "sweater",
    "jacket",
    "coat",
    "uniform",
    "sailor",
    "kimono",
    "robe",
    "apron",
    "armor",
    "hoodie",
  ],
];
export const BOTTOMS = ["trousers", "skirt", "shorts", "hakama", "dress", "none"];
export const HATS = ["cap", "hat", "straw-hat", "helmet", "hood", "headband"];

/** Of the form that names of things had. */
export const isThingName = (word: string): boolean => /^[a-z]+(?:-[a-z]+)*$/u.test(word);
