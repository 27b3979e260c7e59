// For tests of components in a browser: shows a part as the studio does, and answers its requests when the test says so.
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { serverState } from "./server-state.ts";
import { WordsProvider } from "./words/words.tsx";

const TOKEN = { ownerId: "o1", accessToken: "token", until: Number.MAX_SAFE_INTEGER };

/** Begins with an empty browser, signed in, in English. */
export function freshBrowser(): void {
  localStorage.clear();
  sessionStorage.clear();
  localStorage.setItem("mekuri.tongue", "en");
  sessionStorage.setItem("mekuri.token", JSON.stringify(TOKEN));
  serverState.clear();
}

export interface Shown {
  /** Renders the same part with other properties. */
  show: (part: ReactNode) => void;
  close: () => void;
}

export function show(part: ReactNode): Shown {
  const place = document.createElement("div");
  document.body.append(place);
  const root = createRoot(place);
  const render = (shown: ReactNode) =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={serverState}>
          <WordsProvider>{shown}</WordsProvider>
        </QueryClientProvider>
      </StrictMode>,
    );
  render(part);
  return {
    show: render,
    close() {
      root.unmount();
      place.remove();
    },
  };
}

/** A request of the studio that waits for its answer. */
export interface Asked {
  method: string;
  /** Below `/api/v1`. */
  path: string;
  body: unknown;
  /** The studio no longer wants the answer. */
  isAborted: () => boolean;
  answer: (body: unknown, status?: number) => void;
}

/** Stands in for the service: requests wait in `asked`, in their order. */
export function serviceOfTest(): { asked: Asked[]; close: () => void } {
  const asked: Asked[] = [];
  const fetched = window.fetch;
  window.fetch = (input, init = {}) => {
    const { method = "GET", body, signal } = init;
    const address = String(input);
    if (!address.startsWith("/api/v1")) return fetched(input, init);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener("abort", () => reject(signal.reason));
      asked.push({
        ...{ method, path: address.slice("/api/v1".length) },
        body: typeof body === "string" ? JSON.parse(body) : undefined,
        isAborted: () => signal?.aborted === true,
        answer: (given, status = 200) => resolve(Response.json(given, { status })),
      });
    });
  };
  return {
    asked,
    close() {
      window.fetch = fetched;
    },
  };
}
