// Changes of finished work, for the API. Its only parts that draw are the previews of pages that were laid out or lettered again.

import { mangaStepEditor } from "../lib/phases/step-editor.ts";
import type { Reviser } from "../lib/pipeline/reviser.ts";
import { createRevisionCommands } from "../lib/pipeline/revisions.ts";
import { drafter, letterer } from "./drafter.ts";
import { once } from "./once.ts";
import { services } from "./wiring.ts";

/** Loaded at the first wish in words. */
const reviser = once<Reviser>(() => {
  const load = once(async () => (await import("../lib/models/offline/reviser/reviser.ts")).offlineReviser());
  return {
    revise: async (wish, book) => (await load()).revise(wish, book),
    examples: async (option, book) => (await load()).examples(option, book),
    describe: async (look, language) => (await load()).describe(look, language),
  };
});

export const revisions = once(() =>
  createRevisionCommands({
    ...services(),
    editor: mangaStepEditor({ drafter, letterer }),
    reviser: reviser(),
  }),
);
