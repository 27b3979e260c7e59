// Where the studio begins.
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/screens.css";
import { WordsProvider } from "./words/words.tsx";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <WordsProvider>
    <App />
  </WordsProvider>,
);
