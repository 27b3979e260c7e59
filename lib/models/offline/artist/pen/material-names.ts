// The names of materials: the rows of `assets/measures/materials.tsv`.
import { listed } from "../closed/listed.ts";

export const MATERIAL_NAMES = listed(
  "plain blush tear metal wood shoe concrete asphalt plaster rose slate sage tile glass cloth leaf pine autumn",
  "blossom grass snow earth sand stone water hill cloud cavern lamp red sign board lightning",
);
export type MaterialName = (typeof MATERIAL_NAMES)[number];

export const isMaterial = (name: string | undefined): name is MaterialName =>
  MATERIAL_NAMES.some((material) => material === name);
