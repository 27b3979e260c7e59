// Entry point of the studio.
import { QueryClientProvider } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { followAccount } from "./api.ts";
import { App } from "./app.tsx";
import { serverState } from "./server-state.ts";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/parts.css";
import "./styles/states.css";
import "./styles/new.css";
import "./styles/watch.css";
import "./styles/sheet.css";
import "./styles/shelf.css";
import "./styles/gate.css";
import "./styles/revise.css";
import "./styles/outbox.css";
import "./styles/reader.css";
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
