// Every command in the documents, in shell blocks or backticks, exists: its script is in package.json, its subcommands and options are in
// its own help, its files exist, its settings are known. Blocks parse.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, test } from "vitest";
import { codeBlocks, codeSpans, PAGES, ROOT, readPage, repositoryFiles, WRITTEN } from "./pages.ts";
import { type TypedCommand, typedCommands } from "./shell-lines.ts";

const run = promisify(execFile);
const BIN = join(ROOT, "node_modules/.bin");
const ENV = { ...process.env, PATH: `${BIN}:${process.env.PATH}`, NO_COLOR: "1", COLUMNS: "200" };

/** Programs of others, whose arguments are not checked except as below. */
const FOREIGN = new Set([
  ...[
    "cat",
    "cd",
    "cp",
    "curl",
    "echo",
    "export",
    "git",
    "grep",
    "head",
    "base64",
    "tr",
    "mkdir",
    "printf",
    "shred",
    "sort",
    "uniq",
  ],
  ...["firebase", "gcloud", "ollama", "pulumi", "python"],
]);

interface Package {
  name: string;
  scripts: Record<string, string>;
  workspaces: string[];
}
const packageOf = (folder: string): Package =>
  JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
const scriptsOf = (folder: string): Record<string, string> => packageOf(folder).scripts ?? {};
const WORKSPACES = packageOf(".").workspaces;
const FILES = repositoryFiles();

/** Placeholders such as `SESSION`, `STORY.txt`, `PROJECT`. */
const isPlaceholder = (word: string) => /^[A-Z][A-Z-]*(?:\.\w+)?$|…|[$*{]/.test(word);

const helps = new Map<string, Promise<string>>();

/** A command's help, cached. */
function helpOf(command: string): Promise<string> {
  const asked =
    helps.get(command) ??
    run("sh", ["-c", command], { cwd: ROOT, env: ENV, maxBuffer: 2 ** 24 }).then(
      ({ stdout, stderr }) => `${stdout}${stderr}`,
      (error: Error) => {
        throw new Error(`${command} fails`, { cause: error });
      },
    );
  helps.set(command, asked);
  return asked;
}

/** The subcommands in a help text. */
function listedCommands(help: string): string[] {
  const [, section = ""] = /^Commands:\n((?: .*\n|\n(?= ))*)/m.exec(help) ?? [];
  return [...section.matchAll(/^ {2}(\w[\w-]*)/gm)].map(([, name = ""]) => name);
}

/** Faults of a call of one of our commands, compared with its help; `command` runs it. */
async function faultsByHelp(command: string, args: readonly string[]): Promise<string[]> {
  const help = await helpOf(`${command} --help`);
  const [first, ...rest] = args;
  const commands = listedCommands(help);
  if (commands.length > 0 && first !== undefined && !first.startsWith("-") && !isPlaceholder(first)) {
    if (!commands.includes(first)) return [`${command} has no command "${first}"`];
    return faultsByHelp(`${command} ${first}`, rest);
  }
  const unknown = args
    .filter((word) => /^--?[a-z]/.test(word) && word !== "--help")
    .map((word) => word.replace(/=.*$/, ""))
    .filter((option) => !new RegExp(`(?:^|[\\s,[|])${option}(?![\\w-])`, "m").test(help));
  return [...unknown.map((option) => `${command} has no option ${option}`), ...missingFiles(args)];
}

/** Arguments that look like a file of the repository and do not exist. */
function missingFiles(args: readonly string[]): string[] {
  return args
    .filter((word) =>
      /^(?:examples|stories|docs|lib|scripts|emulators|infra|assets|web)\/[\w./-]+$/.test(word),
    )
    .filter((word) => !isPlaceholder(word) && ![...FILES, ...WRITTEN].some((file) => file.startsWith(word)))
    .map((word) => `there is no ${word}`);
}

async function faultsOf({ settings, program, args }: TypedCommand): Promise<string[]> {
  const unknown = settings
    .concat(program === "export" ? args : [])
    .flatMap((setting) => /^MEKURI_\w+(?==)/.exec(setting)?.[0] ?? [])
    .filter((name) => !isSetting(name))
    .map((name) => `there is no setting ${name}`);
  return [...unknown, ...(await faultsOfProgram(program, args))];
}

async function faultsOfProgram(program: string, args: readonly string[]): Promise<string[]> {
  switch (program) {
    case "":
      return [];
    case "npm":
      return faultsOfNpm(args);
    case "npx":
      if (args[0] !== "--no-install") return ["npx takes a program of the registry: npx --no-install"];
      return args[1] === "mekuri"
        ? faultsByHelp("node bin/mekuri.mjs", args.slice(2))
        : faultsOfTool(args.slice(1));
    case "node": {
      const [file = "", ...rest] = args;
      if (file.startsWith("-")) return [];
      if (!existsSync(join(ROOT, file))) return [`there is no ${file}`];
      const source = readFileSync(join(ROOT, file), "utf8");
      return rest
        .flatMap((word) => /^--([a-z-]+)/.exec(word)?.[1] ?? [])
        .filter((option) => !new RegExp(`["\`\\s-]${option}\\b`).test(source))
        .map((option) => `${file} has no option --${option}`);
    }
    case "pulumi":
      return stackSettings(args).filter((name) => !isStackSetting(name));
    default:
      return FOREIGN.has(program) ? [] : [`nobody knows the program ${program}`];
  }
}

async function faultsOfNpm(args: readonly string[]): Promise<string[]> {
  const { folder, words } = whereOf(args);
  const [verb = "", ...others] = words[0] === "run" ? words.slice(1) : words;
  if (["ci", "install", "pack"].includes(verb)) return [];
  const script = scriptsOf(folder)[verb];
  if (script === undefined) return [`package.json of ${folder} has no script ${verb}`];
  const forNpm = others.filter((word) => !word.startsWith("--loglevel"));
  if (forNpm.length === 0 || folder !== ".") return [];
  if (forNpm[0] !== "--") return [`npm keeps the arguments of ${verb}: they stand behind --`];
  const own = forNpm.slice(1);
  return verb === "test" ? missingFiles(own) : faultsByHelp(script, own);
}

/** The package folder of an npm call, and its other arguments. */
function whereOf(args: readonly string[]): { folder: string; words: readonly string[] } {
  const at = args.findIndex((word) => word === "--prefix" || word === "--workspace");
  if (at < 0) return { folder: ".", words: args };
  const named = args[at + 1] ?? "";
  const folder = args[at] === "--prefix" ? named : WORKSPACES.find((one) => packageOf(one).name === named);
  return { folder: folder ?? named, words: args.toSpliced(at, 2) };
}

/** Faults of a tool of `node_modules/.bin` and its subcommand. */
async function faultsOfTool([tool = "", ...args]: readonly string[]): Promise<string[]> {
  if (!existsSync(join(BIN, tool))) return [`there is no ${tool} in node_modules`];
  const sub = tool === "tsc" ? "--all" : (args.find((word) => /^[a-z]+$/.test(word)) ?? "");
  const help = await helpOf(`${tool} ${sub} --help`);
  const unknown = args.filter((word) => /^--?[a-z]/i.test(word)).map((word) => word.replace(/=.*$/, ""));
  return [
    ...unknown
      .filter((option) => !new RegExp(`(?:^|[\\s,])${option}(?![\\w-])`, "m").test(help))
      .map((option) => `${tool} has no option ${option}`),
    ...missingFiles(args),
  ];
}

const stackSettings = (args: readonly string[]) =>
  args.flatMap((word) => /^mekuri:(\w+)$/.exec(word)?.[1] ?? []);

const sourcesIn = (pattern: RegExp) =>
  FILES.filter((file) => pattern.test(file) && existsSync(join(ROOT, file))).map((file) =>
    readFileSync(join(ROOT, file), "utf8"),
  );
const infra = sourcesIn(/^infra\/(?!.*\.test\.)[\w-]+\.ts$/).join("\n");
const isStackSetting = (name: string) => new RegExp(`\\b${name}\\b`).test(infra);
const sources = sourcesIn(
  /^(?:bench|emulators|functions|infra|lib|scripts)\/(?!.*\.test\.).*\.ts$|^vitest|^\.env\.example$/,
);
const SETTINGS = new Set(sources.flatMap((text) => text.match(/\bMEKURI_[A-Z_]*[A-Z]\b/g) ?? []));
const isSetting = (name: string) => SETTINGS.has(name);

const commandsOf = (page: string): TypedCommand[] => {
  const text = readPage(page);
  // Blocks that call the API are run by walk-through.test.ts and embedded-book.test.ts.
  const blocks = codeBlocks(text, "bash").filter((block) => !/\bcurl\b/.test(block));
  const spans = codeSpans(text).filter((span) =>
    /^(?:[A-Z_]+=\S+ )*(?:npm (?:run|test|start|ci|pack)|npx|node \w+\/)/.test(span),
  );
  // `--direction rtl|ltr` in a usage is one option with one value.
  const usages = spans.map((span) =>
    span.replace(/\[([^\]]*)\]/g, (_, inner: string) => inner.replace(/\|.*/, "")),
  );
  return [...blocks, ...usages].flatMap(typedCommands);
};

describe("commands", () => {
  it.each(PAGES.filter((page) => commandsOf(page).length > 0))(
    "of %s are known to the programs that run them",
    async (page) => {
      const faults: string[] = [];
      for (const command of commandsOf(page)) faults.push(...(await faultsOf(command)));
      expect([...new Set(faults)]).toEqual([]);
    },
    300_000,
  );

  it("are found on the pages that have most of them", () => {
    expect(commandsOf("README.md").length).toBeGreaterThan(15);
    expect(commandsOf("docs/operate/operations.md").length).toBeGreaterThan(20);
  });

  it.each([
    ["npm run manga -- --nonsense", "has no option --nonsense"],
    ["npm run mekuri -- nonsense", 'has no command "nonsense"'],
    ["npm run prove -- simulate --nonsense", "has no option --nonsense"],
    ["npm run nonsense", "has no script nonsense"],
    ["npx mekuri", "npx --no-install"],
    ["npm run manga --pages 1", "they stand behind --"],
    ["MEKURI_NONSENSE=1 npm start", "there is no setting MEKURI_NONSENSE"],
    ["npx --no-install vitest run lib/nonsense", "there is no lib/nonsense"],
    ["pulumi -C infra config set mekuri:nonsense 1", "nonsense"],
    ["mekuri make", "nobody knows the program mekuri"],
  ])("are reported if they are wrong: %s", async (line, fault) => {
    const faults = await Promise.all(typedCommands(line).map(faultsOf));
    expect(faults.flat().join("\n")).toContain(fault);
  });
});

test.each(PAGES.filter((page) => codeBlocks(readPage(page), "bash").length > 0))(
  "the blocks of shell of %s parse",
  async (page) => {
    for (const block of codeBlocks(readPage(page), "bash")) {
      await expect(run("bash", ["-n", "-c", block]), block).resolves.toBeDefined();
    }
  },
);

test("settings named in documents are known", () => {
  const named = PAGES.flatMap((page) =>
    [...readPage(page).matchAll(/\bMEKURI_[A-Z_]*[A-Z]\b/g)].map(([name]) => ({ page: dirname(page), name })),
  );
  expect(named.length).toBeGreaterThan(50);
  const unknown = named.filter(({ name }) => !isSetting(name)).map(({ name }) => name);
  expect([...new Set(unknown)]).toEqual([]);
});
