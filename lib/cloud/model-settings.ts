// The settings of models: Google's, and those of a person's own servers. `lib/models/hosted/access.ts` and `lib/models/own-servers.ts` read
// them, with their bounds.
import { aNumber, text } from "./setting-kinds.ts";

/** By heading. */
export const MODEL_GROUPS = {
  "Google's models": {
    GEMINI_API_KEY: text("Key of the Gemini API. Default: Vertex AI, if VERTEX_PROJECT is set."),
    GEMINI_BASE_URL: text("Address of another server with the Gemini API's protocol."),
    VERTEX_PROJECT: text(
      "Google Cloud project whose Vertex AI is used, with the machine's default credentials.",
    ),
    VERTEX_LOCATION: text(
      "Location of Vertex AI. Default: the first one that the catalog lists for the model, global for Gemini.",
    ),
    VERTEX_BASE_URL: text("Address of another server with Vertex AI's protocol."),
    GEMINI_TEXT_MODEL: text(
      "Model that reads and writes text. Default: the one in lib/models/hosted/settings.ts.",
    ),
    GEMINI_IMAGE_MODEL: text("Model that draws. Default: the one in lib/models/hosted/settings.ts."),
    GEMINI_EYE_MODEL: text("Model that checks pictures. Default: the one in lib/models/hosted/settings.ts."),
    IMAGEN_MODEL: text("Model of `--models imagen`. Default: the one in lib/models/hosted/settings.ts."),
    MEKURI_MODELS_FILE: text(
      "JSON file with further rows of the model catalog: prices, limits and retirement of models that this version does not know, in the form of lib/models/catalog.json.",
    ),
    MEKURI_MODELS_JSON: text(
      "Those catalog rows as JSON, for functions: `npm run mekuri -- deploy` sets it from the setting modelsFile of infra/.",
    ),
    MEKURI_MODELS_TODAY: text(
      "Date (YYYY-MM-DD) for which prices and retirements of models are looked up. Default: today. For tests.",
    ),
    MEKURI_MODEL_REQUESTS_PER_MINUTE: text(
      "Maximum requests a minute that all processes together send to a model: gemini-nano-banana-2.1=10,gemini-3.8-flash=200. Default: the values of lib/models/catalog.json.",
    ),
    MEKURI_MODEL_WINDOW_SECONDS: aNumber(
      "Seconds of the window in which those requests are counted; below 60, the waits after 429 and 503 shrink in proportion.",
      { from: 1, to: 86_400, standard: 60 },
    ),
    MEKURI_ROUGH: text(
      "Whether the offline artist's rough of a panel is sent as a reference for its composition: on, off, or half (every second panel, to compare the picture checks with `npm run models -- explain SESSION`). Default: the value of lib/models/catalog.json, which is off for every model so far.",
    ),
    MEKURI_MODEL_FAILOVER: text(
      "Fallback models for a model that is retired, overloaded or returns no picture: gemini/gemini-3.8-flash>gemini/gemini-3.5-flash-lite, chains separated by commas; off: no fallback. Default: that of lib/models/hosted/settings.ts.",
    ),
  },
  "Models of your own servers": {
    MEKURI_WORDS_URL: text(
      "Server with OpenAI's chat completions for `--models openai+…`: Ollama, LM Studio, llama-server, vLLM, OpenRouter, OpenAI. http://127.0.0.1:11434, or with a path: https://openrouter.ai/api/v1. The story is sent there.",
    ),
    MEKURI_WORDS_MODEL: text("Model of that server: qwen3:8b. Required with MEKURI_WORDS_URL."),
    MEKURI_WORDS_KEY: text("Key of that server. Default: none; servers on this machine need none."),
    MEKURI_WORDS_CONTEXT: text(
      "Context size of that server in tokens (question and answer together), at least 4096. Below 32000 it gets simple questions about one scene each; from 32000 on, the questions of Google's models. Default: 8192.",
    ),
    MEKURI_WORDS_PRICE: text(
      "Price as IN,OUT: micro-dollars for a million tokens of questions and of answers, such as 150000,600000. Default: free.",
    ),
    MEKURI_PICTURES_URL: text(
      "Server with OpenAI's images API for `--models …+openai`; requests for panels and portraits are sent there.",
    ),
    MEKURI_PICTURES_MODEL: text("Model of that server: gpt-image-2. Required with MEKURI_PICTURES_URL."),
    MEKURI_PICTURES_KEY: text("Key of that server. Default: none."),
    MEKURI_PICTURES_PRICE: text("Price of a picture in micro-dollars. Default: free."),
    MEKURI_SDAPI_URL: text(
      "Server with /sdapi/v1 for `--models …+sdapi`: A1111, Forge, Draw Things, stable-diffusion.cpp. http://127.0.0.1:7860.",
    ),
    MEKURI_SDAPI_AUTH: text("USER:PASSWORD of that server (A1111's --api-auth). Default: none is sent."),
    MEKURI_COMFYUI_URL: text("Address of ComfyUI for `--models …+comfyui`: http://127.0.0.1:8188."),
    MEKURI_COMFYUI_PANEL_GRAPH: text(
      "Graph of panels in API format with the placeholders of docs/guide/own-models.md, as a file or as JSON: examples/comfyui/panel.json. Required with MEKURI_COMFYUI_URL.",
    ),
    MEKURI_COMFYUI_PORTRAIT_GRAPH: text(
      "Graph of portraits, as a file or as JSON: examples/comfyui/portrait.json.",
    ),
    MEKURI_COMFYUI_EDIT_GRAPH: text(
      "Graph that repaints a part of a picture, with the placeholder %mask%, as a file or as JSON: examples/comfyui/edit.json. Default: the graph of panels, if it has a placeholder for a picture.",
    ),
    MEKURI_LOCAL_PORTS: text(
      "Ports of this machine that `--models auto` checks, if a program uses another than its usual one: ollama=11500,comfyui=8000; 0 skips a program; off skips all. Default: ollama=11434,lm-studio=1234,llama-server=8080,comfyui=8188,a1111=7860.",
    ),
  },
};
