// Books for tests, made by the real phases and the offline models on in-memory stores, without the API.

import { smallDrafter } from "./drawing/small-drafter.ts";
import { keepingArtist, keepingDrafter, keepingReader } from "./kept-answers.ts";
import type { Artist } from "./models/artist.ts";
import { findArtists } from "./models/artists.ts";
import { findDirectors } from "./models/directors.ts";
import type { Find } from "./models/loading.ts";
import { modelIds, parseModels } from "./models/model-sets.ts";
import { offlineArtist } from "./models/offline/artist/artist.ts";
import { offlineReader } from "./models/offline/reader/offline-reader.ts";
import { offlineReviser } from "./models/offline/reviser/reviser.ts";
import type { Reader } from "./models/reader.ts";
import { findReaders } from "./models/readers.ts";
import { pooledReader } from "./models/reading/pooled-reader.ts";
import { singleCallArtist, singleCallReader } from "./models/single-call.ts";
import type { Translator } from "./models/translator.ts";
import { concept } from "./phases/1-concept.ts";
import { characters } from "./phases/2-characters.ts";
import { plot } from "./phases/3-plot.ts";
import { storyboard } from "./phases/4-storyboard.ts";
import { artwork } from "./phases/5-artwork.ts";
import { lettering } from "./phases/6-lettering.ts";
import { finish } from "./phases/7-finish.ts";
import { mangaStepEditor } from "./phases/step-editor.ts";
import type { MangaTools } from "./phases/tools.ts";
import { systemClock } from "./pipeline/clock.ts";
import { createRunner } from "./pipeline/handle.ts";
import { memoryLedger } from "./pipeline/memory-ledger.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher, memoryStores } from "./pipeline/memory-stores.ts";
import type { SessionParams } from "./pipeline/params.ts";
import { createRevisionCommands } from "./pipeline/revisions.ts";
import type { Schedule } from "./pipeline/schedule.ts";
import { createSessionCommands } from "./pipeline/session.ts";
import { DEFAULT_SETTINGS } from "./pipeline/settings.ts";
import { loadJson } from "./pipeline/store-result.ts";
import { inlineWork } from "./work/inline-work.ts";

/** A story of three scenes, two people and a cat. Its book has three pages and is made within a second. */
export const SAMPLE_STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

/** The consequences of a change. */
export interface Followed {
  /** Ids of the steps that ran, sorted. */
  ran: string[];
  /** The calls of the artist. */
  drawn: string[];
}

type BookParams = Partial<Omit<SessionParams, "storyHash">> & Pick<SessionParams, "language" | "direction">;

interface BookOptions {
  /** Replaces the session's artist. */
  artist?: (id: string) => Artist;
  /** Replaces the session's reader. */
  reader?: Reader;
  /** Whether a step runs; others stay in flight. Default: all run. */
  isWanted?: (step: string) => boolean;
  /** Whether pages and pictures have full size. Default: a quarter of the width, which is much faster. */
  isFullSize?: boolean;
}

/** One session, `s1`, and commands on it. The offline reader translates only if the test provides a translator. */
export function sampleBook(
  translator?: Translator,
  { artist, reader, isWanted = () => true, isFullSize = false }: BookOptions = {},
) {
  const stores = memoryStores(() => Date.now());
  const publisher = memoryPublisher();
  const services = {
    ...stores,
    ledger: memoryLedger(Date.now),
    ...{ blobs: memoryBlobs(), publisher, deadLetters: memoryDeadLetters() },
    ...{ clock: systemClock, random: () => 0.5, newId: () => "s1" },
    settings: { ...DEFAULT_SETTINGS, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 0 } },
  };
  const drawn: string[] = [];
  const tools = {
    ...countingTools(drawn, translator, artist),
    ...readBy(reader),
    drafter: sampleDrafter(isFullSize),
  };
  const phases = [concept, characters, plot, storyboard, artwork, lettering, finish];
  const runner = createRunner({ ...services, phases, tools });
  const commands = createSessionCommands(services);
  const editor = mangaStepEditor(tools);
  const revisions = createRevisionCommands({ ...services, editor, reviser: offlineReviser() });

  async function schedule(): Promise<Schedule> {
    const found = await services.schedules.read("s1");
    if (found === undefined) throw new Error("there is no session yet");
    return found;
  }

  /** Does something, and runs all steps that follow from it. */
  async function follow(act: () => Promise<unknown>): Promise<Followed> {
    const ran = new Set<string>();
    drawn.length = 0;
    await act();
    while (publisher.queue.length > 0) {
      for (const message of publisher.queue.splice(0).filter(({ step }) => isWanted(step))) {
        ran.add(message.step);
        const answer = await runner.handle(message);
        if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
      }
    }
    return { ran: [...ran].toSorted(), drawn: [...drawn] };
  }

  return {
    ...{ services, projector: stores.projector, commands, revisions, schedule, follow },
    /** `given`: the person's corrections as JSON. */
    async start(text: string, params: BookParams, given?: string): Promise<Followed> {
      const full = {
        ...{ style: "manga", seed: 3, review: [], reviewTimeoutMinutes: 30, formats: [] },
        models: modelIds(parseModels("offline")),
        ...params,
      };
      return follow(() => commands.startSession({ ownerId: "ann", text, given, params: full }));
    },
    /** The current output of a step. */
    async output(step: string): Promise<unknown> {
      const { results } = await schedule();
      return loadJson(services.blobs, "s1", results[step]?.output ?? step);
    },
  };
}

const readBy = (reader: Reader | undefined) => reader && { reader: async () => reader };

/** Loaded with the first page, as the functions do. */
export const sampleDrafter =
  (isFullSize: boolean): MangaTools["drafter"] =>
  async () => {
    const drafter = (await import("./drawing/canvas-drafter.ts")).canvasDrafter();
    return isFullSize ? drafter : smallDrafter(keepingDrafter(drafter));
  };

/** The offline reader reads equal stories once in a process. */
export function sampleReaders(): Find<Reader> {
  const others = findReaders();
  const offline = singleCallReader(keepingReader(offlineReader()));
  return async (id) => (/^offline-(?:reader|author)\b/.test(id) ? offline : others(id));
}

/** The offline artist draws equal pictures once in a process. */
export function sampleArtists(): Find<Artist> {
  const others = findArtists();
  const offline = singleCallArtist(keepingArtist(offlineArtist()));
  return async (id) => (/^offline-artist\b/.test(id) ? offline : others(id));
}

function countingTools(
  drawn: string[],
  translator: Translator | undefined,
  drawnBy: BookOptions["artist"],
): Omit<MangaTools, "drafter"> {
  const models = { reader: sampleReaders(), director: findDirectors(), artist: sampleArtists() };
  return {
    async reader(id) {
      const reader = await models.reader(id);
      return translator === undefined ? reader : { ...reader, translator };
    },
    director: models.director,
    async artist(id) {
      const artist = drawnBy?.(id) ?? (await models.artist(id));
      return {
        ...artist,
        async draw(request, signal) {
          drawn.push(request.kind);
          return artist.draw(request, signal);
        },
      };
    },
    stories: async () => pooledReader(inlineWork()),
    binder: async () => (await import("./export/file-binder.ts")).fileBinder(),
  };
}
