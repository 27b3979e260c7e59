// Checks the machine's requirements one by one. It changes nothing and contacts no other machine.

/** A requirement that is met, missing, or only needed by some commands. */
export interface Finding {
  thing: string;
  state: "there" | "missing" | "optional";
  /** The result of the check. */
  said: string;
  /** How to fix it; undefined if there is nothing to fix. */
  mend?: string;
}

/** The machine's state as `doctor` collects it. */
export interface Machine {
  /** Version of the Node that runs commands: `v24.15.0`. */
  nodeVersion: string;
  /** Whether the installed packages match the lockfile, and whether the drawings of things are packed. */
  isSetUp: boolean;
  arePacked: boolean;
  /** Problems of the project's fonts that cannot be read. */
  unusableFonts: readonly string[];
  /** Whether the machine has a Japanese font, which a browser needs for the studio. */
  hasJapanese: boolean;
  /** Free bytes on the disk for books and data. */
  freeBytes: number;
  hasProgram(name: string): boolean;
  /** Who listens on the port: Mekuri's service, another program, or nobody. */
  listenerAt(port: number): Promise<"mekuri" | "another" | undefined>;
  hasSettingsFile: boolean;
  /** Problems of invalid settings. */
  unusableSettings: readonly string[];
  /** The setting that gives access to hosted models: `GEMINI_API_KEY`, `VERTEX_PROJECT`; undefined if none is set. */
  modelAccess: string | undefined;
}

export interface Wanted {
  apiPort: number;
  /** Default ports of the emulators. */
  emulatorPorts: readonly number[];
}

const OLDEST_NODE = 24;
/** A book of 100 pages in eight formats, with its session's data. */
const BOOK_BYTES = 1_000_000_000;

/** Findings in the order in which a new machine runs into them. */
export async function examine(machine: Machine, { apiPort, emulatorPorts }: Wanted): Promise<Finding[]> {
  return [
    node(machine),
    setUp(machine),
    fonts(machine),
    disk(machine),
    await api(machine, apiPort),
    settings(machine),
    models(machine),
    await emulators(machine, emulatorPorts),
    program(machine, {
      thing: "chromium",
      programs: ["chromium"],
      use: "npm run e2e, and tests in a browser",
      install: "apt-get install -y chromium",
    }),
    program(machine, {
      thing: "redis-server",
      programs: ["redis-server"],
      use: "npm run prove -- bench hop",
      install: "apt-get install -y redis-server",
    }),
    program(machine, {
      thing: "postgresql",
      programs: ["initdb", "postgres", "psql"],
      use: "npm run prove -- bench hop",
      install: "apt-get install -y postgresql, and put its bin folder on the PATH",
    }),
  ];
}

/** Whether all requirements of a book are met. */
export const isHealthy = (findings: readonly Finding[]): boolean =>
  findings.every(({ state }) => state !== "missing");

function node({ nodeVersion }: Machine): Finding {
  const major = Number(/^v(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  if (major >= OLDEST_NODE) return { thing: "node", state: "there", said: nodeVersion };
  return {
    ...{ thing: "node", state: "missing", said: `${nodeVersion}; ${OLDEST_NODE} or newer is needed` },
    mend: "run npm run mekuri -- doctor, which uses the project's own Node",
  };
}

function setUp({ isSetUp, arePacked }: Machine): Finding {
  const thing = "set-up";
  if (!isSetUp)
    return {
      ...{ thing, state: "missing", said: "the installed packages differ from package-lock.json" },
      mend: "remove node_modules and run npm run mekuri -- help, which runs npm ci; this needs the npm registry once",
    };
  if (!arePacked)
    return {
      ...{ thing, state: "missing", said: "assets/things.pack is missing" },
      mend: "npm run prove -- things pack",
    };
  return { thing, state: "there", said: "packages as in package-lock.json, drawings packed" };
}

/** Books are lettered with the project's fonts; only a browser uses the machine's. */
function fonts({ unusableFonts, hasJapanese }: Machine): Finding {
  const thing = "fonts";
  if (unusableFonts.length > 0)
    return {
      ...{ thing, state: "missing", said: unusableFonts.join("; ") },
      mend: "git checkout -- assets/fonts",
    };
  if (hasJapanese)
    return { thing, state: "there", said: "the project's own, and Japanese fonts for a browser" };
  return {
    ...{
      thing,
      state: "optional",
      said: "the project's own; this machine has no Japanese font for a browser",
    },
    mend: "apt-get install -y fonts-noto-cjk, for the studio in Japanese",
  };
}

function disk({ freeBytes }: Machine): Finding {
  const thing = "disk";
  const said = `${(freeBytes / 1e9).toFixed(1)} GB free`;
  if (freeBytes >= BOOK_BYTES) return { thing, state: "there", said };
  return {
    thing,
    state: "missing",
    said,
    mend: "free some space: a book of 100 pages in all formats takes 1 GB",
  };
}

async function api(machine: Machine, port: number): Promise<Finding> {
  const thing = `port ${port}`;
  const listener = await machine.listenerAt(port);
  if (listener === undefined) return { thing, state: "there", said: "free for npm start" };
  if (listener === "mekuri") return { thing, state: "there", said: "Mekuri is already running there" };
  return {
    ...{ thing, state: "missing", said: "another program uses it" },
    mend: "stop that program, or use a free port: npm start -- --port 0",
  };
}

function settings({ hasSettingsFile, unusableSettings }: Machine): Finding {
  const thing = "settings";
  if (unusableSettings.length > 0)
    return {
      ...{ thing, state: "missing", said: unusableSettings.join("; ") },
      mend: "change them in .env or in the environment; .env.example explains each",
    };
  const said = hasSettingsFile ? "from .env and the environment, all valid" : "no .env, and none is needed";
  return { thing, state: "there", said };
}

function models({ modelAccess }: Machine): Finding {
  const thing = "models";
  if (modelAccess !== undefined)
    return {
      thing,
      state: "there",
      said: `hosted models by ${modelAccess}; npm run models -- check tests them`,
    };
  return {
    ...{ thing, state: "optional", said: "no key: the offline programs make books, free of charge" },
    mend: "for Google's models set GEMINI_API_KEY or VERTEX_PROJECT in .env; see npm run models -- list",
  };
}

async function emulators(machine: Machine, ports: readonly number[]): Promise<Finding> {
  const thing = "emulators";
  const taken: number[] = [];
  for (const port of ports) if ((await machine.listenerAt(port)) !== undefined) taken.push(port);
  if (taken.length === 0) return { thing, state: "there", said: `ports ${ports.join(", ")} are free` };
  return {
    ...{ thing, state: "optional", said: `in use: port ${taken.join(", ")}` },
    mend: "npm run emulators -- --ports auto uses free ports; npm start always does",
  };
}

interface Program {
  thing: string;
  programs: readonly string[];
  use: string;
  install: string;
}

function program({ hasProgram }: Machine, { thing, programs, use, install }: Program): Finding {
  const lacking = programs.filter((name) => !hasProgram(name));
  if (lacking.length === 0) return { thing, state: "there", said: `for ${use}` };
  return { thing, state: "optional", said: `no ${lacking.join(", ")}; wanted for ${use}`, mend: install };
}
