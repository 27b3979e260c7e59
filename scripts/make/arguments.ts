// The command lines of `mekuri make` and `mekuri resume`: options, valid values, and combinations that are refused.
import { type Command, Option } from "commander";
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
import {
  DEFAULT_DATA,
  listOf,
  newCommand,
  oneOf,
  runs,
  UsageError,
  wholeNumber,
} from "../command/command.ts";

const COLOR_MODES = ["monochrome", "color"] as const;

const EXAMPLE = "thick outlines, as in a woodcut";

export interface MangaArguments {
  /** A path, `-`, or undefined for the sample. */
  story: string | undefined;
  pages?: number | undefined;
  language?: Language | undefined;
  direction?: Direction | undefined;
  style: string;
  artDirection?: string | undefined;
  colorMode: (typeof COLOR_MODES)[number];
  dropPunctuation: boolean;
  title?: string | undefined;
  seed: number;
  out?: string | undefined;
  formats: ExportFormat[];
  experimental: Experiment[];
  /** One name, or parts. */
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
}

/** Defines the command. `run` gets its validated arguments. */
export function makeCommand(run: (given: MangaArguments) => Promise<number>): Command {
  const command = newCommand("make", "make a book from a story with the service on this machine")
    .argument(
      "[story]",
      'the story, UTF-8 or Shift_JIS; "-" reads standard input (default: a story that comes with Mekuri)',
    )
    .option("--resume [session]", "resume the newest unfinished session, or the named one");
  return runs<Options>(bookOptions(command), (options, story: string | undefined) =>
    run(checked({ ...options, story, resume: resumed(options.resume) })),
  );
}

/** `mekuri resume SESSION`, which is `mekuri make --resume SESSION`. */
export function resumeCommand(run: (given: MangaArguments) => Promise<number>): Command {
  const command = newCommand("resume", "resume a session, or draw a finished book again as final").argument(
    "[session]",
    "its id, from session.json (default: the newest unfinished session)",
  );
  return runs<Options>(bookOptions(command), (options, session: string | undefined) =>
    run(checked({ ...options, story: undefined, resume: { session } })),
  );
}

type Asked = Omit<MangaArguments, "tier"> & { tier?: Tier };
type Options = Omit<Asked, "story" | "resume"> & { resume?: string | true };

const resumed = (given: string | true | undefined) =>
  given === undefined ? undefined : { session: given === true ? undefined : given };

function bookOptions(command: Command): Command {
  const { words, direction, pictures } = MODEL_PARTS;
  return command
    .option(
      "--pages <n>",
      "story pages, 1-100 (default: as many as the story needs)",
      wholeNumber("--pages", 1, 100),
    )
    .option(
      "--language <name>",
      "ja or en: the book's language (default: the story's; hosted models translate)",
      oneOf("--language", LanguageSchema.options),
    )
    .option(
      "--direction <name>",
      "rtl or ltr: reading direction (default: rtl for ja, ltr for en)",
      oneOf("--direction", DirectionSchema.options),
    )
    .option(
      "--style <name>",
      `the style: ${STYLES.join(", ")}; yonkoma is strips of four panels`,
      styleName,
      "manga",
    )
    .option(
      "--art-direction <text>",
      `art direction in your own words, in addition to the style: "${EXAMPLE}"`,
      artDirection,
    )
    .option("--color-mode <mode>", COLOR_MODES.join(" or "), oneOf("--color-mode", COLOR_MODES), "monochrome")
    .option(
      "--drop-punctuation",
      "omit 。 and 、 in Japanese balloons: a line break or a space replaces them",
      false,
    )
    .option("--title <text>", "the book's title (default: the story's own)", title)
    .option(
      "--seed <n>",
      "another seed gives other panels and pictures of the same story",
      wholeNumber("--seed", 0, 2 ** 31 - 1),
      0,
    )
    .option("--out <folder>", "output folder of the book (default: out/<title>)")
    .addOption(
      new Option("--formats <list>", `of ${ExportFormatSchema.options.join(", ")}`)
        .argParser(listOf("--formats", ExportFormatSchema.options))
        .default([...DEFAULT_FORMATS], DEFAULT_FORMATS.join(",")),
    )
    .addOption(
      new Option(
        "--experimental <list>",
        `of ${ExperimentSchema.options.join(", ")} (live text in PSD is vertical; some programs crash on it)`,
      )
        .argParser(listOf("--experimental", ExperimentSchema.options))
        .default([], "none"),
    )
    .option(
      "--models <name>",
      `${Object.keys(SINGLE_NAMES).join(", ")}; auto (free programs with models on this machine: Ollama, LM Studio, llama-server, ComfyUI, A1111; it prints which); or WORDS[/DIRECTION]+PICTURES to choose separately what reads the story (${words.join(", ")}), turns it into panels (${direction.join(", ")}; default: code) and draws (${pictures.join(", ")})`,
      modelsName,
      "offline",
    )
    .option(
      "--tier <name>",
      `price level of the pictures: ${TIERS.join(", ")} (default: standard). draft: the cheapest image model, no picture checks; final: the best model; with a resumed session, final draws the kept panels again, or all if none is marked. Programs and your own servers have only standard`,
      oneOf("--tier", TIERS),
    )
    .option("--slow", "use the vendor's half-price mode: an answer takes minutes instead of seconds", false)
    .addOption(
      new Option("--review <phases>", `review after these phases: ${PHASES.join(", ")}`)
        .argParser(listOf("--review", PhaseSchema.options))
        .default([], "none"),
    )
    .option("--data <folder>", "data folder of the service; memory keeps nothing", DEFAULT_DATA)
    .option("--isolate", "one process for each function", false)
    .option("--built", "the functions as built by npm run build, one process for each", false)
    .option("--json", "print only session.json on standard output", false);
}

/** Checks combinations of options. Throws `UsageError`. */
function checked({ tier: given, ...options }: Asked): MangaArguments {
  const { story, resume, slow } = options;
  if (story !== undefined && resume !== undefined) {
    throw new UsageError("--resume continues a session, which already has its story; omit the story");
  }
  const tier = given ?? "standard";
  if (resume !== undefined) checkResumed({ tier, slow, session: resume.session, given });
  return { ...options, story, resume, tier };
}

/** A finished book can only be raised to `final`, and a running session keeps its settings. */
function checkResumed({ tier, slow, session, given }: Resumed): void {
  if (given === undefined && !slow) return;
  if (tier !== "final") {
    throw new UsageError(
      "--resume keeps the session's options; only --tier final, optionally with --slow, draws a book again",
    );
  }
  if (session === undefined) throw new UsageError("--tier final needs a session: --resume SESSION");
}

interface Resumed {
  tier: Tier;
  slow: boolean;
  session: string | undefined;
  given: string | undefined;
}

function title(text: string): string {
  if (text.trim() !== "" && text.length <= 255) return text;
  throw new UsageError("--title takes 1 to 255 characters");
}

function styleName(name: string): string {
  if (STYLES.includes(name)) return name;
  throw new UsageError(`--style ${name} is unknown; styles: ${STYLES.join(", ")}`);
}

function artDirection(text: string): string {
  const words = text.trim();
  if (words !== "" && words.length <= ART_DIRECTION_LIMIT) return words;
  throw new UsageError(`--art-direction takes 1 to ${ART_DIRECTION_LIMIT} characters`);
}

function modelsName(name: string): string {
  if (name === AUTO) return name;
  try {
    parseModels(name);
    return name;
  } catch (error) {
    if (error instanceof ModelSetError) throw new UsageError(`--models: ${error.message}`);
    throw error;
  }
}
