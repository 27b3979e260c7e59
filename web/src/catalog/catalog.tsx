// The catalog: every part of the studio in every state, for those who change one. `npx --no-install vite web --open /catalog.html`
import type { ClientSession } from "../documents.ts";
import { useTheme } from "../use-theme.ts";
import { VocabularyProvider } from "../vocabulary.tsx";
import { useWords } from "../words/words.tsx";
import "./catalog.css";
import { EXAMPLES } from "./examples.tsx";

/** Its artist draws offline, so fields have suggestions and hints. */
const BOOK = { params: { models: { reader: "offline", artist: "offline" } } } as ClientSession;

export function Catalog() {
  const { tongue, setTongue } = useWords();
  const [theme, setTheme] = useTheme();
  return (
    <VocabularyProvider session={BOOK}>
      <main className="desk catalog" lang="en">
        <h1 className="display">Parts of the studio</h1>
        <div className="row">
          <button type="button" className="button" onClick={() => setTongue(tongue === "ja" ? "en" : "ja")}>
            {tongue === "ja" ? "Show in English" : "Show in Japanese"}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => setTheme(theme === "dark" ? "light" : "dark")}
          >
            {theme === "dark" ? "Show in light" : "Show in dark"}
          </button>
        </div>
        {Object.entries(EXAMPLES).map(([part, states]) => (
          <section key={part} aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{part}</h2>
            {Object.entries(states).map(([state, Example]) => (
              <figure key={state} data-example={`${part}: ${state}`}>
                <figcaption className="soft">{state}</figcaption>
                <div lang={tongue}>
                  <Example />
                </div>
              </figure>
            ))}
          </section>
        ))}
      </main>
    </VocabularyProvider>
  );
}
