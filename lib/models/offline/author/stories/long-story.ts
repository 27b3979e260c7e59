// A long story, made of parts by code: two friends carry a letter through one place after another.

const PLACES = [
  ["in the forest", "The trees stood close together, and the path was soft with needles."],
  ["on the bridge", "Far below, the river ran green and loud."],
  ["in the village", "Smoke rose from every chimney, and somewhere a goat complained."],
  ["on the mountain", "The wind tore at their coats and carried small stones over the edge."],
  ["on the beach", "Grey waves rolled in, one after another, and left white lines on the sand."],
  ["in the library", "Nobody had dusted the shelves for a hundred years."],
  ["in the train", "The carriage rattled, and the lamps swung to and fro."],
  ["in the cave", "Water dripped from the ceiling, and every drop had an echo."],
] as const;

const HOURS = ["At dawn", "At noon", "In the evening", "At midnight"] as const;

const TROUBLES = [
  ["a broken gate", "lift it together"],
  ["an angry goose", "sing to it"],
  ["a sleeping giant", "walk very softly"],
  ["a locked box", "look under the mat"],
  ["a river of mud", "take off our shoes"],
  ["a door without a handle", "knock"],
  ["a bell that would not ring", "ask it nicely"],
] as const;

const FEELINGS = [
  ["laughed", "You are impossible"],
  ["sighed", "I am so tired"],
  ["whispered", "Something is behind us"],
  ["shouted", "Hurry up"],
  ["smiled", "I am glad you came"],
] as const;

/** The opening, as many chapters as fill `least` characters, and the end. */
export function longStory(least: number): string {
  const chapters: string[] = [
    'The Letter Carriers\n\nWren was fourteen, with short black hair and a green coat. Otto was her neighbour, a tall old man with a grey beard.\n\n"It must be there before winter," said Otto.\n\nWren took the letter. "Then we start today," she said.',
  ];
  for (let at = 0; chapters.join("\n\n").length < least; at += 1) chapters.push(chapter(at));
  chapters.push(
    'Chapter Last\n\nAt dusk Wren knocked on the last door. Otto gave the letter to nobody at all.\n\n"It was for you," said Otto. "It was always for you."\n\nWren opened the letter. She read it twice, and then she hugged the old man.',
  );
  return chapters.join("\n\n");
}

function chapter(at: number): string {
  const [where, look] = PLACES[at % PLACES.length] ?? PLACES[0];
  const hour = HOURS[(at * 3 + 1) % HOURS.length] ?? HOURS[0];
  const [trouble, way] = TROUBLES[(at * 2) % TROUBLES.length] ?? TROUBLES[0];
  const [verb, line] = FEELINGS[at % FEELINGS.length] ?? FEELINGS[0];
  return [
    `Chapter ${at + 1}`,
    `${hour} they were ${where}. ${look}`,
    `Wren looked at ${trouble}. Otto scratched his beard.`,
    `"What do we do now?" asked Wren.`,
    `"We ${way}," said Otto. "I have seen worse."`,
    `Wren ${verb}. "${line}!"`,
    `Otto pointed at the sky. A bird turned above them, once, twice, and was gone.`,
    `"Do you still have the letter?" he asked.`,
    `Wren held it up. "Always," she said.`,
  ].join("\n\n");
}
