// The settings of self-hosted model servers (docs/operate/models.md, "Servers of your own in the cloud"), validated with the functions' own
// parsers. Keys are not settings: they are in Secret Manager, and a flag of the stack says that one exists.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseGraph } from "../lib/models/hosted/comfyui-graph.ts";
import { comfyServer, picturesServer, sdapiServer, wordsServer } from "../lib/models/own-servers.ts";

/** Setting of the stack → variable of the functions. */
const VARIABLES = {
  wordsUrl: "MEKURI_WORDS_URL",
  wordsModel: "MEKURI_WORDS_MODEL",
  wordsContext: "MEKURI_WORDS_CONTEXT",
  wordsPrice: "MEKURI_WORDS_PRICE",
  picturesUrl: "MEKURI_PICTURES_URL",
  picturesModel: "MEKURI_PICTURES_MODEL",
  picturesPrice: "MEKURI_PICTURES_PRICE",
  sdapiUrl: "MEKURI_SDAPI_URL",
  comfyuiUrl: "MEKURI_COMFYUI_URL",
  comfyuiPanelGraph: "MEKURI_COMFYUI_PANEL_GRAPH",
  comfyuiPortraitGraph: "MEKURI_COMFYUI_PORTRAIT_GRAPH",
  comfyuiEditGraph: "MEKURI_COMFYUI_EDIT_GRAPH",
} as const;
type Name = keyof typeof VARIABLES;

const NEEDED: Readonly<Partial<Record<Name, readonly Name[]>>> = {
  wordsUrl: ["wordsModel"],
  picturesUrl: ["picturesModel"],
  comfyuiUrl: ["comfyuiPanelGraph", "comfyuiPortraitGraph"],
};

/** The setting names a file in API format. Functions cannot read it, so they get its content. */
const GRAPHS: readonly Name[] = ["comfyuiPanelGraph", "comfyuiPortraitGraph", "comfyuiEditGraph"];

/**
 * The functions' variables, by name. `get` reads a setting of the stack. Throws an error that names the setting and how to fix it. A
 * relative path is relative to the repository's root.
 */
export function readOwnServers(get: (name: string) => string | undefined): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const [name, variable] of entriesOf(VARIABLES)) {
    const value = get(name)?.trim();
    if (!value) continue;
    if (name.endsWith("Url")) requireReachable(name, value);
    for (const needed of NEEDED[name] ?? []) {
      if (!get(needed)) throw new Error(`mekuri:${name} also needs mekuri:${needed}`);
    }
    variables[variable] = GRAPHS.includes(name) ? readGraph(name, value) : value;
  }
  try {
    for (const read of [wordsServer, picturesServer, sdapiServer, comfyServer]) read(variables);
  } catch (error) {
    throw new Error(inSettings(error instanceof Error ? error.message : String(error)), { cause: error });
  }
  return variables;
}

/** Requires https and an address other than localhost, because stories and pictures cross the internet and the functions run elsewhere. */
function requireReachable(name: Name, url: string): void {
  const host = URL.parse(url)?.hostname ?? "";
  if (/^(localhost|127\.|\[::1\])/u.test(host))
    throw new Error(`mekuri:${name} is ${url}, which functions in the cloud cannot reach`);
  if (!url.startsWith("https://")) throw new Error(`mekuri:${name} must begin with https://, not ${url}`);
}

function readGraph(name: Name, file: string): string {
  const path = resolve(import.meta.dirname, "..", file);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`mekuri:${name} names ${path}, which cannot be read`, { cause: error });
  }
  return JSON.stringify(parseGraph(text, `mekuri:${name}`));
}

function inSettings(message: string): string {
  const [name, variable] = entriesOf(VARIABLES).find(([, one]) => message.includes(one)) ?? [];
  return variable === undefined ? message : message.replaceAll(variable, `mekuri:${name}`);
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
