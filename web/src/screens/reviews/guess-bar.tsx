// Bar at the storyboard's gate with the number of guessed panels: sorts guessed pages first, and goes from guess to guess.
import type { ClientPage } from "../../documents.ts";
import { type Guess, guessedIn, nextGuess, type PanelPlace } from "../../guessed.ts";
import { useFieldWords } from "../../words/field-words.ts";

interface GuessBarProps {
  pages: readonly ClientPage[];
  at: PanelPlace;
  /** Whether guessed pages come first. */
  isFirst: boolean;
  onFirst: (isFirst: boolean) => void;
  onChoose: (place: PanelPlace) => void;
}

export function GuessBar({ pages, at, isFirst, onFirst, onChoose }: GuessBarProps) {
  const f = useFieldWords();
  const next = nextGuess(pages, at);
  if (next === undefined) return null;
  const n = pages.reduce((sum, page) => sum + guessedIn(page), 0);
  const all = pages.reduce((sum, { panels }) => sum + panels.length, 0);
  return (
    <section className="guess-bar" aria-label={f("guess.bar")}>
      <p>{f("guess.count", { n, all })}</p>
      <div className="row">
        <button
          type="button"
          className="button button-small"
          aria-pressed={isFirst}
          onClick={() => onFirst(!isFirst)}
        >
          {f("guess.first")}
        </button>
        <button type="button" className="button button-small" onClick={() => onChoose(next)}>
          {f("guess.next")}
        </button>
      </div>
    </section>
  );
}

interface GuessBadgeProps {
  guessed: readonly Guess[];
  onConfirm: () => void;
}

/** Lists a panel's guesses, with a button that confirms the panel. */
export function GuessBadge({ guessed, onConfirm }: GuessBadgeProps) {
  const f = useFieldWords();
  if (guessed.length === 0) return null;
  return (
    <div className="guess">
      <p>
        <b className="guess-badge">{f("guess.badge")}</b>{" "}
        {guessed.map((one) => f(`guess.${one}`)).join(f("guess.and"))}
      </p>
      <button type="button" className="button button-small" onClick={onConfirm}>
        {f("guess.confirm")}
      </button>
    </div>
  );
}
