// Entry point of the catalog's page.
import { createRoot } from "react-dom/client";
import "../styles/first.ts";
import { WordsProvider } from "../words/words.tsx";
import { Catalog } from "./catalog.tsx";
import { standInForService } from "./stand-in.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("catalog.html has no #root");
standInForService();
createRoot(root).render(
  <WordsProvider>
    <Catalog />
  </WordsProvider>,
);
