// A reader on a small text model: flat questions about one scene each (`prompts/small`), joined by code. It does not direct.
import { TerminalError } from "../../pipeline/errors.ts";
import type { Director } from "../director.ts";
import { smallDirection } from "../own-models.ts";
import { writePlot } from "../prompts/plot/plot.ts";
import { smallBeats } from "../prompts/small/beats.ts";
import { smallCharacters } from "../prompts/small/characters.ts";
import { smallConcept } from "../prompts/small/concept.ts";
import { smallPlanQuestions } from "../prompts/small/plan.ts";
import { SMALL_TRANSLATION, translate } from "../prompts/translation/prompt.ts";
import type { Reader, ReadingInputs, ReadingOutputs, ReadingTask } from "../reader.ts";
import { createAsker } from "./asker.ts";
import type { HostedModel } from "./model.ts";
import type { Asker } from "./text-question.ts";

const TASKS: {
  [T in ReadingTask]: (input: ReadingInputs[T], asker: Asker) => Promise<ReadingOutputs[T]>;
} = {
  concept: smallConcept,
  characters: smallCharacters,
  plot: (input, asker) =>
    writePlot(input, asker, {
      plans: (one) => asker.askAll(smallPlanQuestions(one)),
      beats: (one, staged) => smallBeats(one, staged, asker),
    }),
};

export function smallReader(id: string, models: readonly HostedModel[]): Reader & Director {
  return {
    id,
    translator: {
      translate: (input, context) => translate(input, createAsker(models, context), SMALL_TRANSLATION),
    },
    read: (task, input, context) => TASKS[task](input, createAsker(models, context)),
    direct() {
      throw new TerminalError("model-access", smallDirection(id));
    },
  };
}
