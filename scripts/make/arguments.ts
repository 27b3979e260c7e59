// The command line of `npm run manga`: read, checked, and every problem named with its limit.
import {
  DEFAULT_FORMATS,
  type Experiment,
  ExperimentSchema,
  type ExportFormat,
  ExportFormatSchema,
} from "../../lib/manga/export-formats.ts";
import { type Direction, DirectionSchema, type Language, LanguageSchema } from "../../lib/manga/language.ts";
import { ART_DIRECTION_LIMIT, STYLES } from "../../lib/manga/style-presets.ts";
import { TIERS, type Tier } from "../../lib/manga/tier.ts";
import { AUTO } from "../../lib/models/auto-models.ts";
import { MODEL_PARTS, ModelSetError, parseModels, SINGLE_NAMES } from "../../lib/models/model-sets.ts";
import { PHASES, type PhaseName, PhaseSchema } from "../../lib/pipeline/step-id.ts";

const COLOR_MODES = ["monochrome", "color"] as const;

const EXAMPLE = "thick outlines, as in a woodcut";

/** Where the service keeps its data. */
export const DEFAULT_DATA = ".local";

export const USAGE = `npm run manga -- [STORY.txt|-] [options]

  STORY.txt            the story, UTF-8 or Shift_JIS; "-" reads standard input; without it, a story that comes with Mekuri
  --pages N            story pages, 1-100 (default: as many as the story needs)
  --language ja|en     the book's language (default: the story's; hosted models translate)
  --direction rtl|ltr  reading direction (default: rtl for ja, ltr for en)
  --style NAME         how it looks: ${STYLES.join(", ")} (default: manga; yonkoma is strips of four panels)
  --art-direction TEXT how it is to look in your own words, beside the style: "${EXAMPLE}"
  --color-mode MODE    ${COLOR_MODES.join(" or ")} (default: monochrome)
  --drop-punctuation   Japanese balloons without 。 and 、: a line ends there, or there is a space
  --title T            the book's title (default: the story's own)
  --seed N             another seed stages and draws another book of the same story (default: 0)
  --out DIR            where the book goes (default: out/<title>)
  --formats LIST       of ${ExportFormatSchema.options.join(", ")}
                       (default: ${DEFAULT_FORMATS.join(",")})
  --experimental LIST  of ${ExperimentSchema.options.join(", ")} (live text in PSD stands upright; some programs crash on it)
  --models NAME        ${Object.keys(SINGLE_NAMES).join(", ")} (default: offline), auto (programs with models that run on this
                       machine and cost nothing: Ollama, LM Studio, llama-server, ComfyUI, A1111; it says which),
                       or WORDS[/DIRECTION]+PICTURES to choose apart what reads the story, turns it into panels and draws:
                       WORDS      ${MODEL_PARTS.words.join(", ")}
                       DIRECTION  ${MODEL_PARTS.direction.join(", ")} (default: code)
                       PICTURES   ${MODEL_PARTS.pictures.join(", ")}
  --tier NAME          how much pictures may cost: ${TIERS.join(", ")} (default: standard). draft: the cheapest image model, looked at
                       by nobody; final: the best one; with --resume SESSION, final draws the kept panels of a book again, all where
                       none is marked. Programs and servers of one's own have standard alone
  --slow               ask models in their vendor's half-price lane: minutes an answer instead of seconds
  --review PHASE,...   ask after these phases: ${PHASES.join(", ")}
  --data DIR|memory    where the service keeps its data (default: .local)
  --resume [SESSION]   go on with the newest unfinished session, or the one named
  --isolate            a process for each function
  --built              the functions as npm run build made them, a process for each
  --json               print session.json on standard output, and nothing else
  --help               this text
`;

/** Unusable arguments; the message names the problem and the limit. The command exits with 2. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

export interface MangaArguments {
  /** A path, `-`, or undefined for the sample. */
  story: string | undefined;
  pages: number | undefined;
  language: Language | undefined;
  direction: Direction | undefined;
  style: string;
  artDirection: string | undefined;
  colorMode: (typeof COLOR_MODES)[number];
  dropPunctuation: boolean;
  title: string | undefined;
  seed: number;
  out: string | undefined;
  formats: ExportFormat[];
  experimental: Experiment[];
  /** A single name, or in its parts. */
  models: string;
  tier: Tier;
  slow: boolean;
  review: PhaseName[];
  data: string;
  /** Undefined: a new session; `"newest"`, or a session's id. */
  resume: { session: string | undefined } | undefined;
  isolate: boolean;
  built: boolean;
  json: boolean;
  help: boolean;
}

const VALUE_OPTIONS = [
  "pages",
  "language",
  "direction",
  "style",
  "art-direction",
  "color-mode",
  "title",
  "seed",
  "out",
  "formats",
  "experimental",
  "models",
  "tier",
  "review",
  "data",
] as const;
type ValueOption = (typeof VALUE_OPTIONS)[number];
const FLAGS = ["drop-punctuation", "slow", "isolate", "built", "json", "help"] as const;

interface RawArguments {
  values: Map<ValueOption, string>;
  flags: Set<string>;
  positionals: string[];
  resume: { session: string | undefined } | undefined;
}

/** Reads the arguments. Throws `ArgumentError`. */
export function parseMangaArguments(argv: readonly string[]): MangaArguments {
  const raw = splitArguments(argv);
  if (raw.positionals.length > 1) {
    throw new ArgumentError(`one story at a time; got ${raw.positionals.join(", ")}`);
  }
  const story = raw.positionals[0];
  if (story !== undefined && raw.resume !== undefined) {
    throw new ArgumentError(
      "--resume goes on with a session that has its story already; leave the story out",
    );
  }
  const value = (name: ValueOption) => raw.values.get(name);
  const tier = oneOf("--tier", value("tier"), TIERS) ?? "standard";
  const slow = raw.flags.has("slow");
  if (raw.resume !== undefined)
    checkResumed({ tier, slow, session: raw.resume.session, given: value("tier") });
  const title = value("title");
  if (title !== undefined && (title.trim() === "" || title.length > 255)) {
    throw new ArgumentError("--title takes 1 to 255 characters");
  }
  const style = value("style") ?? "manga";
  if (!STYLES.includes(style))
    throw new ArgumentError(`--style ${style} is not known; there is: ${STYLES.join(", ")}`);
  const artDirection = value("art-direction")?.trim();
  if (artDirection !== undefined && (artDirection === "" || artDirection.length > ART_DIRECTION_LIMIT)) {
    throw new ArgumentError(`--art-direction takes 1 to ${ART_DIRECTION_LIMIT} characters`);
  }
  return {
    story,
    title,
    style,
    artDirection,
    colorMode: oneOf("--color-mode", value("color-mode"), COLOR_MODES) ?? "monochrome",
    dropPunctuation: raw.flags.has("drop-punctuation"),
    pages: integer("--pages", value("pages"), 1, 100),
    language: oneOf("--language", value("language"), LanguageSchema.options),
    direction: oneOf("--direction", value("direction"), DirectionSchema.options),
    seed: integer("--seed", value("seed"), 0, 2 ** 31 - 1) ?? 0,
    out: value("out"),
    formats: listOf("--formats", value("formats"), ExportFormatSchema.options) ?? [...DEFAULT_FORMATS],
    experimental: listOf("--experimental", value("experimental"), ExperimentSchema.options) ?? [],
    models: modelsName(value("models") ?? "offline"),
    ...{ tier, slow },
    review: listOf("--review", value("review"), PhaseSchema.options) ?? [],
    data: value("data") ?? DEFAULT_DATA,
    resume: raw.resume,
    isolate: raw.flags.has("isolate"),
    built: raw.flags.has("built"),
    json: raw.flags.has("json"),
    help: raw.flags.has("help"),
  };
}

/** A book that is there can become `final`, and a session under way keeps what it began with. */
function checkResumed({ tier, slow, session, given }: Resumed): void {
  if (given === undefined && !slow) return;
  if (tier !== "final") {
    throw new ArgumentError(
      "--resume goes on as the session began; --tier final alone, with --slow where wanted, draws a book again",
    );
  }
  if (session === undefined) throw new ArgumentError("--tier final needs the session: --resume SESSION");
}

interface Resumed {
  tier: Tier;
  slow: boolean;
  session: string | undefined;
  given: string | undefined;
}

/** `node:util`'s parseArgs has no option with an optional value, which `--resume` is. */
function splitArguments(argv: readonly string[]): RawArguments {
  const raw: RawArguments = { values: new Map(), flags: new Set(), positionals: [], resume: undefined };
  const rest = [...argv];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (!argument.startsWith("-") || argument === "-") {
      raw.positionals.push(argument);
      continue;
    }
    const [, name = "", inline] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
    const option = VALUE_OPTIONS.find((known) => known === name);
    const flag = FLAGS.find((known) => known === name || (argument === "-h" && known === "help"));
    if (name === "resume") {
      const next = rest[0];
      const session = inline ?? (next === undefined || next.startsWith("-") ? undefined : rest.shift());
      raw.resume = { session };
    } else if (option !== undefined) {
      const given = inline ?? rest.shift();
      if (given === undefined || given === "" || (inline === undefined && given.startsWith("--"))) {
        throw new ArgumentError(`--${option} needs a value`);
      }
      raw.values.set(option, given);
    } else if (flag !== undefined && inline === undefined) {
      raw.flags.add(flag);
    } else {
      throw new ArgumentError(`unknown option ${argument}; --help lists them`);
    }
  }
  return raw;
}

function integer(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) {
    throw new ArgumentError(`${name} takes a whole number from ${least} to ${most}; got ${text}`);
  }
  return number;
}

function oneOf<T extends string>(name: string, text: string | undefined, known: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = known.find((candidate) => candidate === text);
  if (found === undefined) throw new ArgumentError(`${name} takes ${known.join(" or ")}; got ${text}`);
  return found;
}

function listOf<T extends string>(
  name: string,
  text: string | undefined,
  known: readonly T[],
): T[] | undefined {
  if (text === undefined) return undefined;
  const found = text.split(",").map((part) => oneOf(name, part.trim(), known));
  return [...new Set(found.filter((part) => part !== undefined))];
}

function modelsName(name: string): string {
  if (name === AUTO) return name;
  try {
    parseModels(name);
    return name;
  } catch (error) {
    if (error instanceof ModelSetError) throw new ArgumentError(`--models: ${error.message}`);
    throw error;
  }
}
