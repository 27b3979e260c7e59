// What is known of things of old houses and new ones (`../{larder,hearthside}-things.ts`), as in `thing-traits.ts`.
import type { Prop } from "../closed/staging.ts";
import type { Traits } from "./thing-traits.ts";

export const HEARTHSIDE_TRAITS = {
  yokan: { made: "wood", held: "carried", edge: true, eaten: true },
  parfait: { made: "glass", held: "carried", eaten: true },
  okonomiyaki: { made: "wood", held: "used", edge: true, eaten: true },
  leek: { made: "leaf", held: "carried", tumbles: true },
  masu: { made: "sand", held: "carried", tumbles: true },
  seeds: { made: "plain", held: "carried", edge: true },
  irori: { made: "wood", held: "never", stands: "indoors" },
  "air-conditioner": { made: "plain", held: "never", rests: "wall" },
  razor: { made: "metal", held: "carried", tumbles: true },
  "spray-bottle": { made: "glass", held: "carried", tumbles: true },
  trowel: { made: "metal", held: "carried", edge: true, tumbles: true },
  inkstone: { made: "slate", held: "used", edge: true },
  bamboo: { made: "leaf", held: "used", both: true, rests: "floor" },
  jutte: { made: "metal", held: "carried", tumbles: true },
  "memorial-tablet": { made: "wood", held: "carried", edge: true, tumbles: true },
  projector: { made: "slate", held: "used", both: true, edge: true, tumbles: true },
  engine: { made: "metal", held: "never", stands: "ground" },
  cage: { made: "metal", held: "never", stands: "ground" },
  shards: { made: "glass", held: "used", rests: "floor", edge: true },
} as const satisfies Partial<Record<Prop, Traits>>;
