// Brings an answer's units into story order: each unit in one place, and places in reading order.

export interface InOrder {
  /** Places in their new order, with the positions of their units. */
  places: { place: number; units: number[] }[];
  /** Number of units that were named twice, or moved to another place. */
  moved: number;
}

/**
 * `named[k]`: positions (0 … `count` − 1) that place k names in an answer. Places are ordered by their first unit; one without units stays
 * after the place before it. A unit that would come before one that precedes it joins the current place. Positions that no place names are
 * in none.
 */
export function inReadingOrder(named: readonly (readonly number[])[], count: number): InOrder {
  let moved = 0;
  const owners: (number | undefined)[] = Array.from({ length: count }, () => undefined);
  for (const [place, positions] of named.entries()) {
    for (const position of positions) {
      if (owners[position] === undefined) owners[position] = place;
      else moved += 1;
    }
  }
  const firsts = new Map<number, number>();
  for (const [position, place] of owners.entries()) {
    if (place !== undefined && !firsts.has(place)) firsts.set(place, position);
  }
  for (const [place] of named.entries()) {
    if (!firsts.has(place)) firsts.set(place, firsts.get(place - 1) ?? -1);
  }
  const order = [...named.keys()].toSorted((a, b) => (firsts.get(a) ?? 0) - (firsts.get(b) ?? 0) || a - b);
  if (order.some((place, rank) => place !== rank)) moved += 1;
  const ranks = new Map(order.map((place, rank) => [place, rank]));
  const places = order.map((place) => ({ place, units: [] as number[] }));
  let reached = 0;
  for (const [position, place] of owners.entries()) {
    if (place === undefined) continue;
    const own = ranks.get(place) ?? 0;
    if (own < reached) moved += 1;
    reached = Math.max(reached, own);
    places[reached]?.units.push(position);
  }
  return { places, moved };
}
