// English verbs that tell a person from a thing: those of speech, and those that somebody does with intent.

export const SPEECH_EN =
  "said|says|say|asked|asks|cried|cries|shouted|shouts|whispered|whispers|called|calls|replied|replies|answered|answers|added|adds|yelled|yells|muttered|mutters|murmured|murmurs|screamed|screams|told|tells|repeated|begged|sighed|sighs|laughed|laughs|snapped|growled|gasped|breathed|agreed|announced|declared|insisted|explained|exclaimed|admitted|warned|promised|suggested|continued|began|went on|demanded|wondered|protested|pleaded|mumbled|grumbled|hissed|squeaked|croaked|barked|roared|sang|purred|meowed|chirped|groaned|moaned|sobbed|stammered|teased|joked|confessed|offered|ordered|commanded|observed|remarked|noted|sniffed|giggled|chuckled|beeped|bellowed|greeted|interrupted|concluded|smiled|grinned|nodded|shrugged|thought";

export const ACTS_EN =
  "looked|looks|walked|walks|ran|runs|stood|stands|sat|sits|turned|turns|took|takes|held|holds|picked|put|pulled|pushed|opened|closed|reached|nodded|nods|shook|smiled|smiles|grinned|frowned|laughed|cried|wept|stared|watched|saw|sees|heard|felt|knew|thought|wanted|waited|leaned|stepped|jumped|climbed|knelt|bowed|pointed|raised|lifted|lowered|dropped|threw|caught|gave|handed|shrugged|sighed|blinked|swallowed|ate|drank|slept|woke|went|came|left|entered|returned|followed|stopped|started|tried|began|decided|remembered|forgot|loved|hated|wiped|wrapped|carried|crouched|hurried|rushed|waved|hugged|kissed|touched|paused|hesitated|lived|worked|wrote|read|drew|played|danced|yawned|stretched|purred|meowed|barked|blushed|winked|peered|glanced|gazed|poured|tapped|knocked|licked|grabbed|found|set|made|kept|tucked|rowed|folded|slipped|fell|lay|had|was|could|would|did|did not|didn't|couldn't";

export const ADVERB_EN =
  "(?:[a-z]+ly|softly|quietly|still|then|suddenly|just|only|finally|once|never|always|also|even)";

/** What things do as well: they tell no person from a thing, but who is known to be one acts in them. */
export const MORE_ACTS_EN =
  "swept|got|let|caught|drew|hung|lit|dug|sold|bought|brought|broke|built|cut|drove|flew|fed|fought|gathered|hid|hit|laid|led|lent|lost|paid|packed|rang|rode|rolled|sent|sewed|shut|sought|spread|stole|stirred|struck|swam|swung|tore|tossed|washed|won|wore|wound|froze|chose|bent|bit|blew|crept|fled|flung|grew|met|rose|sank|slid|spoke|spun|sprang|strode|stuck|thrust|wrung|beat|clung|slung|snatched|squeezed";

/** What nothing but somebody does. */
export const WILLS_EN =
  "looked|looks|walked|walks|sat down|sits down|took|takes|held|holds|picked|pulled|pushed|opened|closed|reached for|nodded|nods|shook|smiled|smiles|grinned|grins|frowned|laughed|laughs|stared|stares|watched|watches|saw|sees|heard|hears|thought|thinks|wanted|wants|knelt|bowed|pointed|points|raised|lifted|lowered|threw|handed|shrugged|shrugs|sighed|sighs|blinked|swallowed|ate|drank|woke|decided|remembered|forgot|loved|hated|wiped|wipes|wrapped|crouched|hugged|kissed|hesitated|wrote|read|drew|yawned|stretched|blushed|winked|peered|glanced|gazed|poured|tapped|knocked|licked|grabbed|tucked|burned|leaned|leans|listened|cleared|folded|put|puts|shut|scratched|snorted|clapped|slapped|unlocked|dialed|turned to|counted|packed|washed|sipped|typed|whistled|hummed|squinted|tried";
