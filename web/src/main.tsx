// Entry point of the studio.
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { followAccount } from "./api.ts";
import { App } from "./app.tsx";
import { serverState } from "./server-state.ts";
import "./styles/first.ts";
import { WordsProvider } from "./words/words.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
followAccount();
createRoot(root).render(
  <QueryClientProvider client={serverState}>
    <WordsProvider>
      <App />
    </WordsProvider>
  </QueryClientProvider>,
);
