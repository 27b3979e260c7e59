// The configured self-hosted servers, for `npm run models -- list` and `-- check`.
import { AUTO, autoModels } from "../../lib/models/auto-models.ts";
import { graphsOf } from "../../lib/models/comfy-graphs.ts";
import { comfyKey, isSmall, picturesKey, SDAPI_KEY, wordsKey } from "../../lib/models/own-models.ts";
import {
  comfyServer,
  type Environment,
  OWN_ADAPTERS,
  type OwnAdapter,
  picturesServer,
  sdapiServer,
  wordsServer,
} from "../../lib/models/own-servers.ts";

/** Protocols that this version was never tested on with a real server. Remove one after a test. */
const UNTRIED: readonly OwnAdapter[] = OWN_ADAPTERS;

interface NamedServer {
  adapter: OwnAdapter;
  /** Key of its catalog row. */
  key: string;
  kind: "words" | "pictures";
  baseUrl: string;
  /** The server's features and price. */
  about: string;
}

/** Throws a RangeError with the invalid setting. */
export function namedServers(environment: Environment): NamedServer[] {
  const [words, pictures] = [wordsServer(environment), picturesServer(environment)];
  const [sdapi, comfy] = [sdapiServer(environment), comfyServer(environment)];
  const servers: (NamedServer | undefined)[] = [
    words && {
      ...{ adapter: "openai", key: wordsKey(words), kind: "words", baseUrl: words.baseUrl },
      about: `${words.contextTokens} tokens, ${isSmall(words) ? "flat" : "large"} questions, ${ratesOf(words.price)}`,
    },
    pictures && {
      ...{ adapter: "openai", key: picturesKey(pictures), kind: "pictures", baseUrl: pictures.baseUrl },
      about: priced(pictures.priceMicros, "a picture"),
    },
    sdapi && {
      ...{ adapter: "sdapi", key: SDAPI_KEY, kind: "pictures", baseUrl: sdapi.baseUrl },
      about: "the loaded model, free",
    },
    comfy && {
      ...{ adapter: "comfyui", key: comfyKey(graphsOf(comfy)), kind: "pictures", baseUrl: comfy.baseUrl },
      about: `${shownGraph(comfy.panelGraph)}, ${shownGraph(comfy.portraitGraph)}, free`,
    },
  ];
  return servers.filter((server) => server !== undefined);
}

/** Sentences that name the settings that an incompletely configured server lacks. */
export function halfSet(environment: Environment): string[] {
  const needs: Record<string, readonly string[]> = {
    MEKURI_WORDS_URL: ["MEKURI_WORDS_MODEL"],
    MEKURI_PICTURES_URL: ["MEKURI_PICTURES_MODEL"],
    MEKURI_COMFYUI_URL: ["MEKURI_COMFYUI_PANEL_GRAPH", "MEKURI_COMFYUI_PORTRAIT_GRAPH"],
  };
  return Object.entries(needs).flatMap(([name, others]) => {
    const missing = others.filter((other) => !environment[other]?.trim());
    return environment[name]?.trim() && missing.length > 0
      ? [`${name} is set, and ${missing.join(" and ")} is missing`]
      : [];
  });
}

/** In the cloud the setting is the graph itself, not a path. */
const shownGraph = (setting: string) => (setting.startsWith("{") ? "a graph of the settings" : setting);

const priced = (micros: number, unit: string) =>
  micros === 0 ? "free" : `$${(micros / 1e6).toFixed(4)} ${unit}`;
const ratesOf = ({ input, output }: { input: number; output: number }) =>
  input + output === 0
    ? "free"
    : `$${(input / 1e6).toFixed(2)} in, $${(output / 1e6).toFixed(2)} out a million tokens`;

/** Prints the servers, the untested protocols, and what `auto` would use now. Never fails: `check` does that. */
export async function listOwn(environment: Environment, say: (line: string) => void): Promise<void> {
  say("");
  say("Your own servers, from the settings MEKURI_WORDS_URL, _PICTURES_URL, _SDAPI_URL, _COMFYUI_URL:");
  try {
    const servers = namedServers(environment);
    for (const { key, kind, baseUrl, about } of servers) say(`  ${key}  ${kind}  ${baseUrl}  ${about}`);
    const lacking = halfSet(environment);
    for (const line of lacking) say(`  ${line}`);
    if (servers.length + lacking.length === 0) say("  none is set");
    say(`--models ${AUTO}: ${(await autoModels({ environment })).summary}`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(`  ${error.message}`);
  }
  for (const adapter of UNTRIED) say(`${adapter}: not tested with a real server`);
}
