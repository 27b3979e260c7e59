// The drafter's methods as worker tasks. Each takes the arguments of its method.
import { canvasDrafter } from "./canvas-drafter.ts";
import type { Drafter } from "./drafter.ts";

const drafter = canvasDrafter();

/** Loads the drawing code in advance, so that the first page does not wait for it. */
export function ready(): void {}

export const readFont = (input: Parameters<Drafter["readFont"]>) => drafter.readFont(...input);
export const missingIn = (input: Parameters<Drafter["missingIn"]>) => drafter.missingIn(...input);
export const layout = (input: Parameters<Drafter["layout"]>) => drafter.layout(...input);
export const preview = (input: Parameters<Drafter["preview"]>) => drafter.preview(...input);
export const letter = (input: Parameters<Drafter["letter"]>) => drafter.letter(...input);
export const compose = (input: Parameters<Drafter["compose"]>) => drafter.compose(...input);
export const proofread = (input: Parameters<Drafter["proofread"]>) => drafter.proofread(...input);
export const blankPanels = (input: Parameters<Drafter["blankPanels"]>) => drafter.blankPanels(...input);
export const resolutions = (input: Parameters<Drafter["resolutions"]>) => drafter.resolutions(...input);
export const busyAreas = (input: Parameters<Drafter["busyAreas"]>) => drafter.busyAreas(...input);
export const cover = (input: Parameters<Drafter["cover"]>) => drafter.cover(...input);
export const renditions = (input: Parameters<Drafter["renditions"]>) => drafter.renditions(...input);
export const column = (input: Parameters<Drafter["column"]>) => drafter.column(...input);
export const rasterize = (input: Parameters<Drafter["rasterize"]>) => drafter.rasterize(...input);
