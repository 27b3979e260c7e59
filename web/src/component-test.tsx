// For tests of components in a browser: shows a part as the studio does, and answers its requests when the test says so.
import { QueryClientProvider } from "@tanstack/react-query";
import axe from "axe-core";
import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { expect } from "vitest";
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

/** Waits for a request, and takes it from those that wait. */
export async function nextAsked(asked: Asked[], method: string, path: string): Promise<Asked> {
  const find = () => asked.findIndex((one) => one.method === method && one.path === path);
  await expect.poll(find).not.toBe(-1);
  const [found] = asked.splice(find(), 1);
  if (found === undefined) throw new Error("nothing was asked");
  return found;
}

/** Each rule of axe that the page breaks, with the elements. */
export async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: { "target-size": { enabled: true } } });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
