// English clauses: subject and mood. Columns: the sentence, the lemma of the clause's predicate, its subject (`-`: none), and its mood,
// after `not` if the clause is negative.
import { describe, expect, it } from "vitest";
import { clauseReader } from "./read-story.ts";

const ROWS = `
The policeman moved up the avenue.|move|The policeman|told
The gull flapped once around the room and flew off.|fly|The gull|told
She did not go to the river.|go|She|not told
She didn't go to the river.|go|She|not told
He never came back.|come|He|not told
Nobody saw the boy.|see|Nobody|not told
No bird sang in the garden.|sing|No bird|not told
She answered nothing.|answer|She|not told
He had no money.|have|He|not told
He could not find the door.|find|He|not told
They were not at home.|be|They|not told
He hardly moved.|move|He|not told
The dog neither barked nor moved.|bark|The dog|not told
She would not open the gate.|open|She|not future
Never had he seen such a horse.|see|he|not remembered
She wanted to climb the tree.|want|She|wished
She wanted to climb the tree.|climb|She|wished
He wished that he had a sword.|wish|He|wished
He hoped to see the king.|see|He|wished
The girl longed for the sea.|long|The girl|wished
They hoped that the ship would come.|hope|They|wished
He went to the shop to buy bread.|buy|He|wished
He went to the shop to buy bread.|go|He|told
The mother told him to shut the window.|shut|him|wished
If she went, the house would burn.|go|she|supposed
If she went, the house would burn.|burn|the house|supposed
Unless the rain stopped, the bridge would break.|stop|the rain|supposed
Perhaps the old man was dead.|dead|the old man|supposed
He might fall into the river.|fall|He|supposed
The wolf may be behind the door.|be|The wolf|supposed
Maybe the train was late.|late|the train|supposed
She would have died in the snow.|die|She|supposed
He ran as if a wolf followed him.|follow|a wolf|likened
He ran as if a wolf followed him.|run|He|told
She walked as though she were asleep.|walk|She|told
She walked as though she were asleep.|asleep|she|likened
His breath was like ice.|be|His breath|likened
It looked like a bear.|look|It|likened
The cloud seemed to touch the roof.|touch|The cloud|supposed
He had been in the war.|be|He|remembered
He had sailed to China.|sail|He|remembered
She remembered the last night.|remember|She|remembered
She recalled her mother.|recall|She|remembered
Her mother had never laughed.|laugh|Her mother|not remembered
The man who had lost his hat came back.|lose|The man|remembered
The man who had lost his hat came back.|come|The man|told
When he had eaten, he left the house.|eat|he|remembered
When he had eaten, he left the house.|leave|he|told
A friend visited him two years ago.|visit|A friend|remembered
The children used to play in the field.|play|The children|habit
He always carried a stick.|carry|He|habit
Every morning the old man fed the birds.|feed|the old man|habit
Sometimes she sang in the kitchen.|sing|she|habit
After that, every morning, he fed the birds.|feed|he|told
From that day she sang every evening.|sing|she|told
After breakfast she sang every morning.|sing|she|habit
They often came to the farm.|come|They|habit
On Sundays he would usually walk to the sea.|walk|he|habit
He said that the king was dead.|say|He|told
He said that the king was dead.|dead|the king|thought
She told us the dog had bitten the boy.|bite|the dog|remembered
The boy answered that he knew the way.|answer|The boy|told
The boy answered that he knew the way.|know|he|thought
He thought that the house was empty.|think|He|thought
He thought that the house was empty.|empty|the house|thought
She believed the story.|believe|She|thought
I wondered whether the bank was open.|open|the bank|thought
He decided to leave the town.|decide|He|thought
She knew that he was lying.|know|She|thought
He had an idea that the cat was ill.|ill|the cat|thought
Frank would save her.|save|Frank|future
She was going to leave her home.|leave|She|future
He was about to speak.|speak|He|future
The sun will rise soon.|rise|The sun|future
She was to marry a sailor.|marry|She|future
The boy and the girl ran down the hill.|run|The boy and the girl|told
He took his hat, opened the door and went out.|go|He|told
He took his hat, opened the door and went out.|open|He|told
The tall man, who was sitting on the bench, smiled.|sit|The tall man|told
The tall man, who was sitting on the bench, smiled.|smile|The tall man|told
Trying doors as he went, the officer whistled.|try|the officer|told
Trying doors as he went, the officer whistled.|whistle|the officer|told
He saw a boy running across the road.|run|a boy|told
She let the bird go.|go|the bird|told
The gate was opened by the old maid.|open|The gate|told
He began to cry.|cry|He|told
At the corner stood a drug store.|stand|a drug store|told
There was a giant in the castle.|be|a giant|told
said the small 'Stute Fish.|say|the small 'Stute Fish|told
As the door swung behind me, I ran.|run|I|told
The girl that he loved wept.|weep|The girl|told
The girl that he loved wept.|love|he|told
"What did he see?"|see|he|thought
When the clock struck nine the boys ran into the street.|run|the boys|told
When they came to the inn they slept.|sleep|they|told
He held her hand and she smiled.|smile|she|told
There sat the king on his throne.|sit|the king|told
The horse was saddled and led into the yard.|lead|The horse|told
The man whose hat had blown away chased it.|chase|The man|told
The man whose hat had blown away chased it.|blow|hat|remembered
His wife having died, he lived alone.|live|he|told
Two men carrying a ladder stopped before the house.|stop|Two men|told
Two men carrying a ladder stopped before the house.|carry|Two men|told
She sat at the window watching the rain.|watch|She|told
A man with collar turned up ran across the street.|run|A man|told
The gentleman burst out laughing.|burst|The gentleman|told
They sat there a-crying.|cry|They|told
He told her that the bridge, which his father had built, was gone.|go|the bridge|thought
He picked up his hat and hurried home.|hurry|He|told
The child was staring through the window.|stare|The child|told
`;

const rows = ROWS.trim()
  .split("\n")
  .map((row) => row.split("|"));

describe("English clauses", async () => {
  const read = await clauseReader("en");
  it.each(rows)(
    'of "%s": the clause with the predicate "%s" has the subject "%s" and the mood "%s"',
    (sentence = "", lemma, who = "", how = "") => {
      const clauses = read(sentence).flatMap((one) => one.clauses);
      const found = clauses.find(({ predicate }) => predicate.lemma === lemma);
      const { polarity, mood } = found?.predicate ?? {};
      const said = `${polarity === "negative" ? "not " : ""}${mood}`;
      expect([found?.subject?.text ?? "-", said]).toEqual([who, how]);
    },
  );
});
