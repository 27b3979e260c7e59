// The command `mekuri` for users. A subcommand's module is imported when it is named.
import { fileURLToPath } from "node:url";
import { runListed } from "./command/listed-commands.ts";

const PROGRAM = fileURLToPath(new URL("../bin/mekuri.mjs", import.meta.url));

await runListed(
  {
    typed: "npm run mekuri --",
    program: `node '${PROGRAM.replaceAll("'", "'\\''")}'`,
    summary: "Mekuri turns a story into finished manga.",
    commands: [
      {
        name: "make",
        summary: "make a book from a story",
        load: async () => (await import("./make/manga.ts")).make(),
      },
      {
        name: "resume",
        summary: "go on with a session, or draw its book again as final",
        load: async () => (await import("./make/manga.ts")).resume(),
      },
      {
        name: "reletter",
        summary: "letter a finished book again with other words, language or direction",
        load: async () => (await import("./make/reletter.ts")).reletter(),
        endsAtOnce: true,
      },
      {
        name: "start",
        summary: "run the studio and the service on this machine",
        load: async () => (await import("./serve/start.ts")).start(),
      },
      {
        name: "emulators",
        summary: "run only the emulators, for your own programs",
        load: async () => (await import("./serve/emulators.ts")).emulators(),
        endsAtOnce: true,
      },
      {
        name: "models",
        summary: "list and check models, run a local model server, explain a picture",
        load: async () => (await import("./models/models.ts")).models(),
      },
      {
        name: "redrive",
        summary: "restart a session that failed or is stuck",
        load: async () => (await import("./operate/redrive.ts")).redrive(),
        endsAtOnce: true,
      },
      {
        name: "migrate",
        summary: "migrate stored documents to a new form",
        load: async () => (await import("./operate/migrate.ts")).migrate(),
        endsAtOnce: true,
        hasStacks: true,
      },
      {
        name: "keys",
        summary: "make and rotate signing keys, set an account's daily budget, make operators",
        load: async () => (await import("./operate/keys.ts")).keys(),
        hasStacks: true,
      },
      {
        name: "deploy",
        summary: "deploy this version to an environment in the cloud",
        load: async () => (await import("./operate/deploy.ts")).deploy(),
      },
      {
        name: "doctor",
        summary: "check what this machine lacks, and how to install it",
        load: async () => (await import("./command/doctor.ts")).doctor(),
      },
    ],
  },
  process.argv.slice(2),
  "mekuri",
);
