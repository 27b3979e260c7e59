// `npm run prove`: the proofs of Mekuri's promises, for developers. A command's module is imported when it is named.
import { runListed } from "./command/listed-commands.ts";

await runListed(
  {
    typed: "npm run prove --",
    summary: "Proofs and measurements of Mekuri.",
    commands: [
      {
        name: "simulate",
        summary: "simulated sessions with faults, on a virtual clock",
        load: async () => (await import("./prove/simulate.ts")).simulate(),
      },
      {
        name: "chaos",
        summary: "the real functions in separate processes, with injected faults",
        load: async () => (await import("./prove/chaos.ts")).chaos(),
        endsAtOnce: true,
      },
      {
        name: "campaign",
        summary: "every proof at its full count, one after another",
        load: async () => (await import("./prove/campaign.ts")).campaign(),
      },
      {
        name: "scores",
        summary: "scores of a reader and of its pages on labelled stories",
        load: async () => (await import("./scores/scores.ts")).scores(),
        hasStacks: true,
      },
      {
        name: "bench",
        summary: "benchmarks, compared with other tools",
        load: async () => (await import("./prove/bench.ts")).bench(),
        endsAtOnce: true,
        hasStacks: true,
      },
      {
        name: "scale",
        summary: "cost and load of books, up to 1,000,000 a day",
        load: async () => (await import("./prove/scale.ts")).scale(),
      },
      {
        name: "fair-books",
        summary: "a short book beside another owner's thousand panels, in one rate limit",
        load: async () => (await import("./prove/fair-books.ts")).fairBooks(),
      },
      {
        name: "goldens",
        summary: "compare the offline artist's drawings with the recorded ones",
        load: async () => (await import("./prove/goldens.ts")).goldens(),
        hasStacks: true,
      },
      {
        name: "things",
        summary: "pack the drawings of things, and preview one",
        load: async () => (await import("./draw/things.ts")).things(),
      },
      {
        name: "specimen",
        summary: "sheets of everything that the offline artist can draw",
        load: async () => (await import("./draw/specimen.ts")).specimen(),
        hasStacks: true,
      },
      {
        name: "sign-up",
        summary: "sign-up, second factor and import, with Google's own Auth emulator",
        load: async () => (await import("./prove/sign-up.ts")).signUp(),
      },
      {
        name: "coverage",
        summary: "the tests with code coverage",
        load: async () => (await import("./prove/coverage.ts")).coverage(),
      },
    ],
  },
  process.argv.slice(2),
);
