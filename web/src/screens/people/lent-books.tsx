// Below the shelf: the books of others in which the user has a role.
import { useEffect, useState } from "react";
import { askForLentBooks } from "../../members.ts";
import { Link } from "../../router.tsx";
import "../../styles/members.css";
import { useMemberWords } from "../../words/member-words.ts";
import { useWords } from "../../words/words.tsx";

export default function LentBooks() {
  const m = useMemberWords();
  const { t } = useWords();
  const [books, setBooks] = useState<Awaited<ReturnType<typeof askForLentBooks>>>([]);
  // Without an answer the shelf shows the user's own books all the same.
  useEffect(() => void askForLentBooks().then(setBooks, () => {}), []);
  if (books.length === 0) return null;
  return (
    <section className="lent">
      <h2>{m("lent")}</h2>
      <ul>
        {books.map(({ sessionId, title, status, role }) => (
          <li key={sessionId} className="koma">
            <Link to={`/session/${sessionId}`}>{title || t("shelf.untitled")}</Link>
            <span className={`stamp stamp-${status}`}>{t(`status.${status}`)}</span>
            <small>{m(`role.${role}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
