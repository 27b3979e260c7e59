// The settings of models: Google's, and those of a person's own servers. `lib/models/hosted/access.ts` and `lib/models/own-servers.ts` read
// them, with their bounds.
import { aNumber, text } from "./setting-kinds.ts";

/** By heading. */
export const MODEL_GROUPS = {
  "Google's models": {
    GEMINI_API_KEY: text("Key of the Gemini API. Without it: Vertex AI, where VERTEX_PROJECT is set."),
    GEMINI_BASE_URL: text("Another server of the Gemini API's protocol."),
    VERTEX_PROJECT: text(
      "Google Cloud project whose Vertex AI is asked, by the machine's default credentials.",
    ),
    VERTEX_LOCATION: text(
      "Location of Vertex AI. Without it: the first one that the catalog names for the model, global for Gemini.",
    ),
    VERTEX_BASE_URL: text("Another server of Vertex AI's protocol."),
    GEMINI_TEXT_MODEL: text("The model that writes. Without it: the one in lib/models/hosted/settings.ts."),
    GEMINI_IMAGE_MODEL: text("The model that draws. Without it: as above."),
    GEMINI_EYE_MODEL: text("The model that looks at pictures. Without it: as above."),
    IMAGEN_MODEL: text("The model of `--models imagen`. Without it: as above."),
    MEKURI_MODELS_FILE: text(
      "JSON file with rows for the catalog of models: prices, limits and retirement of models that this version does not know, in the form of lib/models/catalog.json.",
    ),
    MEKURI_MODELS_JSON: text(
      "Such rows themselves, for functions: `npm run mekuri -- deploy` sets it from the setting modelsFile of infra/.",
    ),
    MEKURI_MODELS_TODAY: text(
      "Date (YYYY-MM-DD) by which prices and retirements of models are looked up. Without it: today. For tests.",
    ),
    MEKURI_MODEL_REQUESTS_PER_MINUTE: text(
      "Requests a minute that all processes together send to a model: gemini-nano-banana-2.1=10,gemini-3.8-flash=200. Without it: as lib/models/catalog.json says.",
    ),
    MEKURI_MODEL_WINDOW_SECONDS: aNumber(
      "Seconds of the window that those requests are counted in; below 60, the waits after 429 and 503 shrink in proportion.",
      { from: 1, to: 86_400, standard: 60 },
    ),
    MEKURI_ROUGH: text(
      "Whether the offline artist's rough of a panel goes along with its request, for the composition only: on, off, or half, with every second panel, to compare what the look finds (`npm run models -- explain SESSION`). Without it: as lib/models/catalog.json says, which wants it for no model yet.",
    ),
    MEKURI_MODEL_FAILOVER: text(
      "Models that stand in for one that is gone, overloaded or gives no picture: gemini/gemini-3.8-flash>gemini/gemini-3.5-flash-lite, chains apart by commas; off: none does. Without it: the defaults of lib/models/hosted/settings.ts.",
    ),
  },
  "Models of your own servers": {
    MEKURI_WORDS_URL: text(
      "Server of OpenAI's chat completions that `--models openai+…` asks: Ollama, LM Studio, llama-server, vLLM, OpenRouter, OpenAI. http://127.0.0.1:11434, or with the path, https://openrouter.ai/api/v1. The story is sent there.",
    ),
    MEKURI_WORDS_MODEL: text("The model there: qwen3:8b. Needed with MEKURI_WORDS_URL."),
    MEKURI_WORDS_KEY: text("Its key. Without it: none, as servers on this machine want it."),
    MEKURI_WORDS_CONTEXT: text(
      "Tokens of question and answer together that the server takes, 4096 at least. Below 32000 it gets flat questions about one scene each, from there the questions of Google's models. Without it: 8192.",
    ),
    MEKURI_WORDS_PRICE: text(
      "What it costs, IN,OUT: micro-dollars a million tokens of questions and of answers, as in 150000,600000. Without it: nothing.",
    ),
    MEKURI_PICTURES_URL: text(
      "Server of OpenAI's images API that `--models …+openai` asks; panels and portraits are sent there.",
    ),
    MEKURI_PICTURES_MODEL: text("The model there: gpt-image-2. Needed with MEKURI_PICTURES_URL."),
    MEKURI_PICTURES_KEY: text("Its key. Without it: none."),
    MEKURI_PICTURES_PRICE: text("What a picture costs there, in micro-dollars. Without it: nothing."),
    MEKURI_SDAPI_URL: text(
      "Server of /sdapi/v1 that `--models …+sdapi` asks: A1111, Forge, Draw Things, stable-diffusion.cpp. http://127.0.0.1:7860.",
    ),
    MEKURI_SDAPI_AUTH: text("USER:PASSWORD of that server (A1111's --api-auth). Without it: none is sent."),
    MEKURI_COMFYUI_URL: text("ComfyUI that `--models …+comfyui` asks: http://127.0.0.1:8188."),
    MEKURI_COMFYUI_PANEL_GRAPH: text(
      "File with the graph of panels in API format, with the placeholders of docs/guide/own-models.md, or the graph itself: examples/comfyui/panel.json. Needed with MEKURI_COMFYUI_URL.",
    ),
    MEKURI_COMFYUI_PORTRAIT_GRAPH: text("The same for portraits: examples/comfyui/portrait.json."),
    MEKURI_COMFYUI_EDIT_GRAPH: text(
      "The same for a part of a picture that is painted anew, with the placeholder %mask%: examples/comfyui/edit.json. Without it: the graph of panels changes pictures, where it has a place for one.",
    ),
    MEKURI_LOCAL_PORTS: text(
      "Ports of this machine at which `--models auto` looks, where a program has another than its usual one: ollama=11500,comfyui=8000; 0 for one that is not asked; off: none is. Without it: ollama=11434,lm-studio=1234,llama-server=8080,comfyui=8188,a1111=7860.",
    ),
  },
};
