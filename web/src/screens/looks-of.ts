// What somebody looks like, as it is said under their name: a description begins with that name itself.

/** Without the name where a description begins with it as a sentence or a clause of its own. */
export function looksOf({ name, description }: { name: string; description: string }): string {
  if (!description.startsWith(name)) return description;
  const looks = /^\s*[。、,.:：]\s*(.+)$/s.exec(description.slice(name.length))?.[1];
  return looks === undefined ? description : looks.charAt(0).toUpperCase() + looks.slice(1);
}
