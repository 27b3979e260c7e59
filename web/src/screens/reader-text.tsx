// The text of a book, to search and to have read out; a line leads to its page.
import { useState } from "react";
import { useWords } from "../words/words.tsx";
import type { Book } from "./read.tsx";

export function ReaderText({ book, onAt }: { book: Book; onAt: (at: number) => void }) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const wanted = words.trim().toLowerCase();
  const found = book.pages.flatMap(({ number, texts }, index) =>
    texts.flatMap((text, line) =>
      text.toLowerCase().includes(wanted) ? [{ key: `${number}.${line}`, number, index, text }] : [],
    ),
  );
  return (
    <div className="reader-text">
      <label className="field">
        <span>{t("read.search")}</span>
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <p role="status" className="soft">
        {wanted === "" ? null : t("read.found", { n: found.length })}
      </p>
      <ol>
        {found.map(({ key, number, index, text }) => (
          <li key={key}>
            <button type="button" onClick={() => onAt(index)}>
              <small>{number}</small>
              <span lang={book.language}>{text}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
