// What Mekuri needs of a machine, checked one thing at a time. Nothing is changed, and no other machine is asked.

/** A thing that is there, that is needed and missing, or that only some commands want. */
export interface Finding {
  thing: string;
  state: "there" | "missing" | "optional";
  /** What was found. */
  said: string;
  /** What a person does about it; undefined where nothing is to be done. */
  mend?: string;
}

/** The machine as `doctor` sees it. */
export interface Machine {
  /** Of the Node that commands run on: `v24.15.0`. */
  nodeVersion: string;
  /** Whether the packages are those of the lockfile, and whether the drawings of things are packed. */
  isSetUp: boolean;
  arePacked: boolean;
  /** What is wrong with each of the project's own fonts that cannot be read. */
  unusableFonts: readonly string[];
  /** Whether the machine has a font with Japanese letters of its own, for the studio's pages in a browser. */
  hasJapanese: boolean;
  /** Bytes that may still be written where books and data go. */
  freeBytes: number;
  hasProgram(name: string): boolean;
  /** Who listens: this project's own service, another program, or nobody. */
  listenerAt(port: number): Promise<"mekuri" | "another" | undefined>;
  hasSettingsFile: boolean;
  /** What is wrong with each setting that cannot be used. */
  unusableSettings: readonly string[];
  /** By what hosted models are reached: `GEMINI_API_KEY`, `VERTEX_PROJECT`; undefined for none. */
  modelAccess: string | undefined;
}

export interface Wanted {
  apiPort: number;
  /** Ports of the emulators by themselves. */
  emulatorPorts: readonly number[];
}

const OLDEST_NODE = 24;
/** A book of 100 pages in eight formats, with the data of its session. */
const BOOK_BYTES = 1_000_000_000;

/** In the order in which a new machine meets them. */
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

/** Whether everything that a book needs is there. */
export const isHealthy = (findings: readonly Finding[]): boolean =>
  findings.every(({ state }) => state !== "missing");

function node({ nodeVersion }: Machine): Finding {
  const major = Number(/^v(\d+)/.exec(nodeVersion)?.[1] ?? 0);
  if (major >= OLDEST_NODE) return { thing: "node", state: "there", said: nodeVersion };
  return {
    ...{ thing: "node", state: "missing", said: `${nodeVersion}; ${OLDEST_NODE} or newer is needed` },
    mend: "run it as npm run mekuri -- doctor, which takes the project's own Node",
  };
}

function setUp({ isSetUp, arePacked }: Machine): Finding {
  const thing = "set-up";
  if (!isSetUp)
    return {
      ...{ thing, state: "missing", said: "the packages are not those of package-lock.json" },
      mend: "npm ci --ignore-scripts needs the npm registry once; remove node_modules, then npm run mekuri -- help",
    };
  if (!arePacked)
    return {
      ...{ thing, state: "missing", said: "assets/things.pack is not there" },
      mend: "npm run prove -- things pack",
    };
  return { thing, state: "there", said: "packages as in package-lock.json, drawings packed" };
}

/** Books are lettered with the project's own fonts; only a browser takes the machine's. */
function fonts({ unusableFonts, hasJapanese }: Machine): Finding {
  const thing = "fonts";
  if (unusableFonts.length > 0)
    return {
      ...{ thing, state: "missing", said: unusableFonts.join("; ") },
      mend: "git checkout -- assets/fonts",
    };
  if (hasJapanese)
    return { thing, state: "there", said: "the project's own, and Japanese ones for a browser" };
  return {
    ...{
      thing,
      state: "optional",
      said: "the project's own, and no Japanese one of the machine for a browser",
    },
    mend: "apt-get install -y fonts-noto-cjk, for the studio in Japanese",
  };
}

function disk({ freeBytes }: Machine): Finding {
  const thing = "disk";
  const said = `${(freeBytes / 1e9).toFixed(1)} GB free`;
  if (freeBytes >= BOOK_BYTES) return { thing, state: "there", said };
  return { thing, state: "missing", said, mend: "make room: a book of 100 pages in all formats takes 1 GB" };
}

async function api(machine: Machine, port: number): Promise<Finding> {
  const thing = `port ${port}`;
  const listener = await machine.listenerAt(port);
  if (listener === undefined) return { thing, state: "there", said: "free for npm start" };
  if (listener === "mekuri") return { thing, state: "there", said: "Mekuri listens there already" };
  return {
    ...{ thing, state: "missing", said: "another program listens there" },
    mend: "stop that program, or npm start -- --port 0, which takes a free one",
  };
}

function settings({ hasSettingsFile, unusableSettings }: Machine): Finding {
  const thing = "settings";
  if (unusableSettings.length > 0)
    return {
      ...{ thing, state: "missing", said: unusableSettings.join("; ") },
      mend: "change them in .env or in the environment; .env.example explains each",
    };
  const said = hasSettingsFile ? "of .env and the environment, all usable" : "no .env, and none is needed";
  return { thing, state: "there", said };
}

function models({ modelAccess }: Machine): Finding {
  const thing = "models";
  if (modelAccess !== undefined)
    return {
      thing,
      state: "there",
      said: `hosted ones by ${modelAccess}; npm run models -- check asks them`,
    };
  return {
    ...{ thing, state: "optional", said: "no key: books are made by the offline programs, at no cost" },
    mend: "for Google's models set GEMINI_API_KEY or VERTEX_PROJECT in .env; npm run models -- list says more",
  };
}

async function emulators(machine: Machine, ports: readonly number[]): Promise<Finding> {
  const thing = "emulators";
  const taken: number[] = [];
  for (const port of ports) if ((await machine.listenerAt(port)) !== undefined) taken.push(port);
  if (taken.length === 0) return { thing, state: "there", said: `ports ${ports.join(", ")} are free` };
  return {
    ...{ thing, state: "optional", said: `in use: port ${taken.join(", ")}` },
    mend: "npm run emulators -- --ports auto takes free ones; npm start always does",
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
