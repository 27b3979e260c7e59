// English lines with the one who says them, for tests. `⟦Mina⟧` opens a line whose speaker the text names;
// `⟦?Mina⟧` one that only the turn of the talk gives away.

export const CORPUS_EN: readonly { genre: string; text: string }[] = [
  {
    genre: "school",
    text: `Maya slid the note across the desk.

"⟦Maya⟧Are you really going to do it?" she whispered.

"⟦Leo⟧Watch me," said Leo.

Maya sighed. "⟦Maya⟧You'll get caught."

"⟦?Leo⟧I never get caught."

"⟦Maya⟧You got caught on Monday," Maya said. "⟦Maya⟧And on Tuesday."

The door opened. Mr. Harris looked in.

"⟦Mr. Harris⟧Leo," said Mr. Harris, "⟦Mr. Harris⟧why is there a goat in the hall?"

Leo swallowed. "⟦Leo⟧What goat, sir?"

"⟦Maya⟧That goat," said Maya.`,
  },
  {
    genre: "fantasy",
    text: `The witch stirred her pot.

"⟦witch⟧You again," said the witch.

The knight took off his helmet. "⟦knight⟧I need something against dragons."

"⟦witch⟧It will cost you," the witch said.

"⟦knight⟧Name your price," the knight replied.

The witch grinned. "⟦witch⟧A year of your laughter."

"⟦?knight⟧Take it."

"⟦witch⟧Truly?" asked the witch.

"⟦knight⟧I was not using it," said the knight.`,
  },
  {
    genre: "SF",
    text: `Captain Reyes leaned over the console.

"⟦Captain Reyes⟧How much air is left?" Captain Reyes asked.

"⟦robot⟧Six hours," said the robot. "⟦robot⟧Perhaps seven, if you stop asking."

Reyes laughed. "⟦Captain Reyes⟧Was that a joke?"

"⟦robot⟧I am told they help," the robot answered.

"⟦?Captain Reyes⟧Any ships nearby?"

Reyes asked it without hope.

"⟦robot⟧One," the robot said. "⟦robot⟧Pirates."

"⟦Captain Reyes⟧Wonderful," said Reyes. "⟦Captain Reyes⟧Pirates have air."`,
  },
  {
    genre: "quarrel",
    text: `Anna dropped the plates into the sink.

"⟦Anna⟧You ate it," said Anna.

Her brother looked at the ceiling. "⟦brother⟧Ate what?"

"⟦Anna⟧The last piece of cake," Anna said.

"⟦?brother⟧There was cake?"

"⟦Anna⟧You have frosting on your ear," said Anna.

"⟦brother⟧That's shampoo," said her brother.

Anna threw a towel at him. "⟦Anna⟧You are impossible."

"⟦?brother⟧You love me."

Anna sighed. "⟦Anna⟧Unfortunately."`,
  },
  {
    genre: "horror",
    text: `The flashlight flickered. Sara stopped.

"⟦Sara⟧Did you hear that?" Sara whispered.

"⟦Paul⟧It's the wind," said Paul.

"⟦Sara⟧The wind doesn't know my name," she said.

Paul laughed nervously. "⟦Paul⟧Nobody said your name."

"⟦Paul⟧Come on," he added.

"⟦ghost⟧Sara," whispered the ghost.

Sara screamed. "⟦Sara⟧Run!"`,
  },
  {
    genre: "animal",
    text: `Grandmother was shelling peas on the porch.

"⟦Grandmother⟧He's back," said Grandmother.

"⟦Tommy⟧Who?" asked Tommy.

Grandmother pointed at the pear tree. "⟦Grandmother⟧That cat."

Tommy knelt in the grass. "⟦Tommy⟧Come here, kitty."

The cat yawned.

"⟦Tommy⟧He hates me," said Tommy.

"⟦Grandmother⟧He hates hurry," Grandmother said. "⟦Grandmother⟧Sit down and wait."

"⟦Tommy⟧How long?" asked Tommy.

"⟦?Grandmother⟧Longer than you think."`,
  },
  {
    genre: "script",
    text: `MIKA: ⟦Mika⟧Good morning.
KEN: ⟦Ken⟧You're early.
MIKA: ⟦Mika⟧I couldn't sleep.
KEN (quietly): ⟦Ken⟧Neither could I.
MIKA: ⟦Mika⟧It's today, isn't it?
KEN: ⟦Ken⟧It's today.
CONDUCTOR: ⟦Conductor⟧All aboard!
MIKA: ⟦Mika⟧Run!
KEN: ⟦Ken⟧I'm running!`,
  },
  {
    genre: "sea",
    text: `Old Pete squinted at the horizon.

"⟦Old Pete⟧Storm's coming," said Old Pete.

Nora tied the boat to the pier. "⟦Nora⟧My father is still out there."

"⟦Old Pete⟧Then light the lamp," Pete said. "⟦Old Pete⟧And don't let it die."

Nora ran up the stairs. "⟦Nora⟧It's lit!" she shouted.

"⟦Old Pete⟧Good girl," called Pete.

Far away, a horn sounded.

"⟦Nora⟧That's him!" cried Nora.

Old Pete smiled. "⟦Old Pete⟧Told you."`,
  },
  {
    genre: "office",
    text: `Ms. Cole held up the invoice.

"⟦Ms. Cole⟧Daniel, what is this?" asked Ms. Cole.

"⟦Daniel⟧An invoice," said Daniel.

"⟦Ms. Cole⟧For three hundred bananas," she said.

Daniel nodded proudly. "⟦Daniel⟧Banana pens."

"⟦?Ms. Cole⟧Send them back."

"⟦Daniel⟧I can't," Daniel mumbled. "⟦Daniel⟧I ate them."

Ms. Cole stared at him. "⟦Ms. Cole⟧The pens?"`,
  },
  {
    genre: "bakery",
    text: `The baker looked down at the boy.

"⟦baker⟧Do you have money?" asked the baker.

The boy shook his head. "⟦boy⟧No, sir."

"⟦baker⟧Then what do you want?" the baker said.

"⟦boy⟧Work," said the boy.

The baker frowned. "⟦baker⟧We start at three in the morning."

"⟦boy⟧I don't sleep much," the boy answered.

"⟦?baker⟧Aprons are on the hook."

The boy smiled. "⟦boy⟧Thank you!"`,
  },
  {
    genre: "mystery",
    text: `Detective Moore closed the window.

"⟦Detective Moore⟧Nobody leaves," said Detective Moore.

"⟦Clara⟧This is absurd," Clara snapped.

"⟦Hugo⟧I agree," said Hugo. "⟦Hugo⟧The train leaves at nine."

Moore smiled thinly. "⟦Detective Moore⟧So did the thief."

Clara went pale. "⟦Clara⟧What do you mean?"

"⟦Detective Moore⟧Your suitcase is ticking," said Moore.

Hugo turned and shouted: "⟦Hugo⟧Get down!"`,
  },
  {
    genre: "garden",
    text: `Mr. Okada was watering the roses when June came through the gate.

"⟦Mr. Okada⟧You're late," he said.

"⟦June⟧The bus broke down," said June.

Mr. Okada handed her the shears. "⟦Mr. Okada⟧Start with the hedge."

June looked at the hedge. It was as high as a house.

"⟦June⟧All of it?" June asked.

"⟦Mr. Okada⟧Only the part that is taller than you," Mr. Okada said.

"⟦June⟧That's all of it," said June.

"⟦?Mr. Okada⟧Then you had better begin."`,
  },
  {
    genre: "museum",
    text: `Vera stopped in front of the smallest case. Old Mrs. Quill, who kept the keys, came up beside her.

"⟦Vera⟧What is it?" asked Vera.

"⟦Mrs. Quill⟧A tooth," said Mrs. Quill. "⟦Mrs. Quill⟧Nobody knows whose."

"⟦Mrs. Quill⟧My father found it," she went on, "⟦?Mrs. Quill⟧on the day that I was born."`,
  },
  {
    genre: "family",
    text: `Nina met Ember in the lift. "⟦Ember⟧I am Ember," said Ember.

Nina knocked on the door. Grandpa Joe was fixing a radio. He had been an electrician for forty years.

"⟦?Nina⟧Grandpa, can you mend a motor?"

"⟦?Grandpa Joe⟧I can mend anything but a broken heart."`,
  },
];
