// What is known of the things of fair, park and road (`artist/{festival,park,wheeled}-things.ts`), as in `thing-traits.ts`.
import type { Prop } from "../../manga/staging.ts";
import type { Traits } from "./thing-traits.ts";

export const FAIR_TRAITS = {
  "wind-chime": { made: "glass", held: "used", rests: "wall" },
  uchiwa: { made: "red", held: "carried", tumbles: true },
  "paper-lantern": { made: "lamp", held: "carried", kept: true, rests: "wall" },
  "goldfish-bag": { made: "red", held: "carried", kept: true },
  ema: { made: "wood", held: "carried", edge: true, tumbles: true },
  "offering-box": { made: "wood", held: "never", stands: "outdoors" },
  daruma: { made: "red", held: "carried", edge: true, tumbles: true },
  kadomatsu: { made: "leaf", held: "never", stands: "ground" },
  koinobori: { made: "red", held: "never", stands: "outdoors" },
  shimenawa: { made: "sand", held: "used", rests: "wall", edge: true },
  slide: { made: "metal", held: "never", stands: "outdoors" },
  seesaw: { made: "wood", held: "never", stands: "outdoors" },
  sandbox: { made: "sand", held: "never", stands: "outdoors" },
  fountain: { made: "stone", held: "never", stands: "outdoors" },
  hammock: { made: "cloth", held: "never", stands: "ground" },
  lifebuoy: { made: "red", held: "carried", rests: "floor", edge: true },
  "christmas-tree": { made: "pine", held: "never", stands: "ground" },
  "kick-scooter": { made: "metal", held: "never", stands: "ground" },
  motorcycle: { made: "red", held: "never", stands: "ways" },
  tricycle: { made: "red", held: "never", stands: "ground" },
  pram: { made: "cloth", held: "never", stands: "ground" },
  wheelbarrow: { made: "metal", held: "never", stands: "ground" },
} as const satisfies Partial<Record<Prop, Traits>>;
