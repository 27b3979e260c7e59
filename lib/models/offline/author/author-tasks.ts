// The offline author as tasks, one for each reading task: what a worker loads to adapt stories.
import type { ReadingInputs } from "../../reader.ts";
import { AUTHOR } from "./author.ts";

export const concept = (input: ReadingInputs["concept"]) => AUTHOR.concept(input);
export const characters = (input: ReadingInputs["characters"]) => AUTHOR.characters(input);
export const plot = (input: ReadingInputs["plot"]) => AUTHOR.plot(input);
