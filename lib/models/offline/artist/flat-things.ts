// What has no height to stand on: laid down, it lies.
import type { Prop } from "./closed/staging.ts";

const FLAT: ReadonlySet<Prop> = new Set<Prop>([
  // Paper.
  ...([
    "letter",
    "map",
    "photo",
    "newspaper",
    "scroll",
    "ticket",
    "envelope",
    "stamp",
    "passport",
    "poster",
  ] as const),
  ...(["calendar", "money", "cards", "ema", "badge", "handkerchief", "puzzle", "book"] as const),
  // Small and of metal.
  ...([
    "key",
    "coin",
    "ring",
    "watch",
    "necklace",
    "bracelet",
    "button",
    "hairpin",
    "medal",
    "compass",
  ] as const),
  ...(["paperclip", "nail", "chain", "handcuffs", "horseshoe", "fish-hook", "shuriken", "charm"] as const),
  // Long.
  ...([
    "pen",
    "comb",
    "knife",
    "spoon",
    "fork",
    "chopsticks",
    "scissors",
    "needle",
    "syringe",
    "sword",
    "spear",
  ] as const),
  ...(["stick", "wand", "flute", "hammer", "axe", "saw", "wrench", "pliers", "screwdriver"] as const),
  ...(["crowbar", "plank", "sickle", "paintbrush", "ruler", "chalk", "toothbrush", "tweezers"] as const),
  ...(["thermometer", "match", "cigarette", "pipe", "bat", "racket", "gun", "bamboo-sword"] as const),
  ...(["ladle", "whisk", "can-opener", "corkscrew", "drinking-straw", "rolling-pin", "remote"] as const),
  ...(["oar", "shovel", "broom", "rake", "guitar", "bow", "fishing-rod", "hose", "net"] as const),
  ...(["magnifier", "dart", "kendama", "uchiwa", "fan", "glasses", "phone"] as const),
  // Cloth and what grew.
  ...(["scarf", "glove", "sock", "shirt", "dress", "apron", "tie", "ribbon", "towel", "belt"] as const),
  ...(["feather", "leaf", "flower", "bone", "starfish", "shell", "fish", "banana", "carrot"] as const),
  ...([
    "radish",
    "cucumber",
    "shrimp",
    "octopus",
    "taiyaki",
    "rope",
    "kite",
    "footprints",
    "handprint",
  ] as const),
]);

export const liesFlat = (prop: Prop): boolean => FLAT.has(prop);
