// `npm run prove -- coverage`: runs the tests and reports their code coverage. Further arguments are passed to Vitest.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Command } from "commander";
import { EXIT, newCommand, runs } from "../command/command.ts";

export function coverage(): Command {
  const command = newCommand("coverage", "run the tests, and write which code they run into coverage/")
    .argument("[arguments...]", "of vitest run: test files, options")
    .allowUnknownOption()
    .helpOption("--help", "this text; that of Vitest: vitest run --help");
  return runs<object>(command, async (_options, given: string[]) => {
    const child = spawn("vitest", ["run", "--coverage", ...given], { stdio: "inherit" });
    const [code] = await once(child, "exit");
    return code ?? EXIT.failed;
  });
}
