// What a book says of its makers: the line at the foot of its last page, the rows of its colophon. A program is named without its version,
// which `book.json` has, so that a page looks the same whatever version made it.
import type { Language } from "./language.ts";
import { isHostedId, type ModelIds, programName } from "./model-ids.ts";

const MODEL = /^([^/]+)\/(?:local-\d+(?:\/|(?=@|$)))?(.*?)(?:@\d+)?$/;

/**
 * The model's own name: `gemini-3.8-flash` of `gemini/gemini-3.8-flash@5`, `qwen3:8b` of `openai/local-11434/qwen3:8b@6`, `anime v4` of
 * `comfyui/local-8188/anime%20v4.safetensors@6`. Where nobody knows which model draws, the program or protocol.
 */
function nameOf(id: string): string {
  const [, adapter, model = ""] = MODEL.exec(id) ?? [];
  if (adapter === undefined) return programName(id);
  if (adapter === "sdapi") return adapter;
  if (adapter !== "comfyui") return model;
  return /^graphs-/.test(model) ? "ComfyUI" : checkpointName(model);
}

/** Of a file whose path is encoded as in an address. */
function checkpointName(encoded: string): string {
  try {
    return (decodeURIComponent(encoded).split(/[\\/]/).at(-1) ?? "").replace(/\.\w+$/, "");
  } catch {
    // An id that this version did not make.
    return encoded;
  }
}

/** Readers and directors adapt; one that does both is named once. */
const adaptersOf = ({ reader, director }: ModelIds): string[] => [...new Set([reader, director])];

export function creditOf(models: ModelIds, language: Language): string {
  const adapters = adaptersOf(models);
  const hosted = [...adapters, models.artist].filter(isHostedId).length;
  const isMixed = hosted > 0 && hosted < adapters.length + 1;
  const named = (id: string) => {
    const [program, model] = language === "ja" ? ["プログラム", "生成AI"] : ["program", "AI"];
    return isMixed ? `${nameOf(id)} (${isHostedId(id) ? model : program})` : nameOf(id);
  };
  const drawn = named(models.artist);
  if (language === "ja") {
    const by = `脚色 ${adapters.map(named).join("・")}　作画 ${drawn}　Mekuri`;
    if (isMixed) return by;
    return hosted > 0 ? `この本は生成AIモデルで作りました　${by}` : `この本はプログラムが描きました　${by}`;
  }
  const by = `dapted by ${adapters.map(named).join(" and ")}, drawn by ${drawn}, with Mekuri`;
  if (isMixed) return `A${by}`;
  return hosted > 0 ? `Made with generative models: a${by}` : `Made by a program: a${by}`;
}

/** Who adapted and who drew, for a colophon: models and programs by name, and which of both each is. */
export function makersOf(models: ModelIds, language: Language): { adapted: string; drawn: string } {
  const named = (id: string) => {
    const [program, model] =
      language === "ja" ? ["プログラム", "生成AIモデル"] : ["program", "generative model"];
    const kind = isHostedId(id) ? model : program;
    return language === "ja" ? `${nameOf(id)}（${kind}）` : `${nameOf(id)} (${kind})`;
  };
  return {
    adapted: adaptersOf(models)
      .map(named)
      .join(language === "ja" ? "・" : ", "),
    drawn: named(models.artist),
  };
}

/** The sentence that every book says: no person adapted or drew it. */
export function machineNote({ reader, director, artist }: ModelIds, language: Language): string {
  const parts = [reader, director, artist];
  const hosted = parts.filter(isHostedId).length;
  const kind = hosted === 0 ? 0 : hosted < parts.length ? 1 : 2;
  if (language === "ja") {
    const by = ["プログラム", "プログラムと生成AIモデル", "生成AIモデル"][kind];
    return `この本の脚色と絵は、人ではなく${by}によるものです。`;
  }
  const by = ["a program", "a program and a generative model", "generative models"][kind];
  return `Adapted and drawn by ${by}, not by a person.`;
}
