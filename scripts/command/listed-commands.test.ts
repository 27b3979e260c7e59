// The two programs' command lists, suggestions and shell completion.
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { isReady, PROJECT } from "../setup.mjs";
import { MEKURI, PROVE, runMekuri, runProve } from "./run-script.ts";

/** Names in the list of commands of a help text. */
const listed = (help: string) =>
  [...help.slice(help.indexOf("Commands:")).matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);

describe("npm run mekuri", () => {
  it("lists the commands", async () => {
    const { code, stdout } = await runMekuri("--help");
    expect(code).toBe(0);
    expect(listed(stdout)).toEqual([
      ...[
        "make",
        "resume",
        "reletter",
        "start",
        "emulators",
        "models",
        "redrive",
        "migrate",
        "keys",
        "deploy",
      ],
      ...["doctor", "completion", "help"],
    ]);
    expect((await runMekuri()).stdout).toBe(stdout);
  });

  it("loads every listed command, with its options", async () => {
    const listedNames = listed((await runMekuri("--help")).stdout).filter((name) => name !== "help");
    for (const name of listedNames) {
      const { code, stdout } = await runMekuri("help", String(name));
      expect([code, stdout.split("\n")[0]]).toEqual([
        0,
        expect.stringContaining(`npm run mekuri -- ${name} `),
      ]);
    }
  }, 120_000);

  it.each([
    [["mak"], "unknown command 'mak'\n(Did you mean make?)\nUsage: npm run mekuri -- COMMAND"],
    [
      ["make", "--page", "3"],
      "unknown option '--page'\n(Did you mean --pages?)\nUsage: npm run mekuri -- make",
    ],
    [["models", "serv"], "unknown command 'serv'\n(Did you mean serve?)\nUsage: npm run mekuri -- models"],
    [["start", "--data", "--json"], "--data needs a value\nUsage: npm run mekuri -- start"],
  ])("says for %j what was meant, with status 2", async (args, said) => {
    const { code, stdout, stderr } = await runMekuri(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`mekuri: ${said}`);
  });

  it.each([
    [["re"], ["resume", "reletter", "redrive"]],
    [["models", "s"], ["serve"]],
    [["make", "--dir"], ["--direction"]],
    [
      ["make", "--direction", ""],
      ["rtl", "ltr"],
    ],
    [["start", "--data", ""], []],
  ])("completes %j", async (words, wanted) => {
    const { stdout } = await runMekuri("complete", "--", ...words);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.slice(0, -1).map((line) => line.split("\t")[0])).toEqual(wanted);
  });

  it("prints a completion script that bash accepts, and lists the supported shells", async () => {
    const { stdout } = await runMekuri("completion", "bash");
    expect(stdout).toContain("complete -F __mekuri_complete mekuri");
    expect(spawnSync("bash", ["-n"], { input: stdout }).status).toBe(0);
    const { code, stderr } = await runMekuri("completion", "tcsh");
    expect([code, stderr]).toEqual([2, expect.stringContaining("zsh, bash, fish, powershell")]);
  });
});

describe("npm run prove", () => {
  it("lists the proofs", async () => {
    const { code, stdout } = await runProve("help");
    expect(code).toBe(0);
    expect(listed(stdout)).toEqual([
      ...["simulate", "chaos", "campaign", "scores", "bench", "scale", "fair-books", "goldens", "things"],
      ...["specimen", "sign-up", "coverage", "help"],
    ]);
  });

  it("lists the programs that a bench lacks before it measures", () => {
    const { status, stderr } = spawnSync(process.execPath, [PROVE, "bench", "hop"], {
      ...{ env: { PATH: "" }, encoding: "utf8", timeout: 60_000 },
    });
    expect(stderr).toBe(
      [
        "bench: hop is skipped: this machine lacks redis-server (apt-get install redis-server)",
        "bench: hop is skipped: this machine lacks initdb and postgres and psql (apt-get install postgresql, and put its bin folder on the PATH)\n",
      ].join("\n"),
    );
    expect(status).toBe(1);
  });
});

describe("bin/launch.mjs", () => {
  // Skipped if packages are missing, because it would install them first.
  it.skipIf(!isReady(PROJECT))(
    "exits with the program's status or signal, and waits for its orderly end after a signal",
    async () => {
      const launch = (code: string) =>
        spawnSync(process.execPath, [`${PROJECT}/bin/launch.mjs`, "node", "-e", code], { encoding: "utf8" });
      expect(launch("console.log(process.version); process.exit(7)")).toMatchObject({
        status: 7,
        stdout: `${process.version}\n`,
      });
      const slow = `process.on("SIGTERM", () => setTimeout(() => { console.log("in order"); process.exit(3); }, 500));
      setInterval(() => {}, 1000); process.kill(process.ppid, "SIGTERM");`;
      expect(launch(slow)).toMatchObject({ status: 3, stdout: "in order\n" });
      expect(launch('process.kill(process.pid, "SIGKILL")')).toMatchObject({
        status: null,
        signal: "SIGKILL",
      });
    },
  );

  it.skipIf(!isReady(PROJECT))("runs mekuri from any working directory", () => {
    const run = spawnSync(`${PROJECT}/bin/mekuri.mjs`, ["help", "resume"], { encoding: "utf8", cwd: "/" });
    expect(run.stdout).toBe(
      spawnSync(process.execPath, [MEKURI, "help", "resume"], { encoding: "utf8" }).stdout,
    );
    expect(run.stdout).toContain("Usage: npm run mekuri -- resume");
  });

  it.skipIf(!isReady(PROJECT))("says nothing about .env if there is none", () => {
    const run = spawnSync(`${PROJECT}/bin/mekuri.mjs`, ["redrive", "--help"], { encoding: "utf8" });
    expect(run).toMatchObject({ status: 0, stderr: "" });
  });
});
