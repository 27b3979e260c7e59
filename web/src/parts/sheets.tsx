// The reference pictures (sheets) with their names; each opens at its full size.
import type { ShownSheet } from "../sheets-of.ts";
import { useWords } from "../words/words.tsx";

interface SheetsProps {
  sheets: readonly ShownSheet[];
  urls: ReadonlyMap<string, string>;
  /** Name of a person by id. */
  nameOf: (character: string) => string;
  /** Language of the places' names. */
  language: string;
}

export function Sheets({ sheets, urls, nameOf, language }: SheetsProps) {
  const { t, tongue } = useWords();
  if (sheets.length === 0) return null;
  const labelOf = (sheet: ShownSheet): { label: string; isOwn: boolean } => {
    if (sheet.of === "style") return { label: t("sheets.style"), isOwn: false };
    if (sheet.of === "outfit") {
      return { label: t("sheets.outfit", { name: nameOf(sheet.character), n: sheet.outfit }), isOwn: false };
    }
    const own = sheet.place?.name;
    return own
      ? { label: own, isOwn: true }
      : { label: t("sheets.place", { n: sheet.number }), isOwn: false };
  };
  return (
    <ul className="sheets">
      {sheets.map((sheet) => {
        const url = urls.get(sheet.hash);
        const { label, isOwn } = labelOf(sheet);
        const lang = isOwn ? language : tongue;
        return (
          <li key={sheet.name}>
            {url === undefined ? (
              <span className="reference">
                <i className="tone" />
              </span>
            ) : (
              <a className="reference" href={url} target="_blank" rel="noreferrer">
                <img src={url} alt={t("sheets.alt", { name: label })} loading="lazy" />
              </a>
            )}
            <span aria-hidden={url !== undefined} lang={lang}>
              {label}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
