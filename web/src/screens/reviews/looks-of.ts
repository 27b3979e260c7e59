// A person's description without the person's name, for display under the name.

/** Removes the name if the description begins with it as a sentence or clause of its own. */
export function looksOf({ name, description }: { name: string; description: string }): string {
  if (!description.startsWith(name)) return description;
  const looks = /^\s*[。、,.:：]\s*(.+)$/s.exec(description.slice(name.length))?.[1];
  return looks === undefined ? description : looks.charAt(0).toUpperCase() + looks.slice(1);
}
